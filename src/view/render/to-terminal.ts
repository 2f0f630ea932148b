import type { Document } from '../document/document.ts'
import { ASCII_ICONS, UNICODE_ICONS } from '../document/icon-array.ts'
import { terminalLines } from './terminal-blocks.ts'
import type { AddressOf, Glyphs, Paint, RenderStyle } from './terminal-style.ts'
import { toPlain } from './to-plain.ts'

export type TerminalStyle = {
  readonly width: number
  readonly unicode: boolean
  /** No colour, no drawn lines, no icons: for screen readers, speech and logs. */
  readonly plain: boolean
  /** Colours (colours.ts); left out for none. */
  readonly paint?: Paint
  /** The address of a source, where the terminal shows hyperlinks and colour. */
  readonly addressOf?: AddressOf
}

const WIDEST_PROSE = 100

const UNICODE_GLYPHS: Glyphs = {
  titleRule: '═',
  headingRule: '─',
  bullet: '•',
  bar: '┃',
  icons: UNICODE_ICONS,
}
const ASCII_GLYPHS: Glyphs = { titleRule: '=', headingRule: '-', bullet: '-', bar: '|', icons: ASCII_ICONS }

/**
 * A document as text for a terminal, ending in a line break. No line is wider than `style.width` unless one word is;
 * no line ends in a space. Colour never carries meaning alone.
 */
export function toTerminal(document: Document, style: TerminalStyle): string {
  if (style.plain) return toPlain(document, style)
  const renderStyle: RenderStyle = {
    width: style.width,
    prose: Math.min(style.width, WIDEST_PROSE),
    compact: document.layout === 'screen',
    unicode: style.unicode,
    glyphs: style.unicode ? UNICODE_GLYPHS : ASCII_GLYPHS,
    paint: style.paint ?? COLOURLESS,
    ...(style.addressOf !== undefined && style.paint !== undefined && { addressOf: style.addressOf }),
  }
  const lines = terminalLines(document.blocks, renderStyle)
  return lines.length === 0 ? '\n' : [...lines, ''].join('\n')
}

/** How many lines a document takes at this width. */
export function screenLines(document: Document, width: number): number {
  return toTerminal(document, { width, unicode: true, plain: false }).split('\n').length - 1
}

// Without colour, names to type are in quotes.
const quoted = (text: string) => `\`${text}\``
const bare = (text: string) => text
const COLOURLESS: Paint = {
  title: bare,
  heading: bare,
  strong: bare,
  faint: bare,
  code: quoted,
  link: bare,
  tone: (_, text) => text,
}
