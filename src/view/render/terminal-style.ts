import { asciiMarks, cleanText } from '../../text/clean-text.ts'
import { hyperlink } from '../../text/hyperlink.ts'
import type { Inline, Mark, Text, Tone } from '../document/document.ts'
import type { IconGlyphs } from '../document/icon-array.ts'

export const MARK_SIGN: Readonly<Record<Mark, string>> = { ok: '✓', care: '!', 'find-out': '?', no: '✗' }
export const MARK_TONE: Readonly<Record<Mark, Tone>> = {
  ok: 'good',
  care: 'caution',
  'find-out': 'caution',
  no: 'danger',
}
/** Marks for output without Unicode. */
export const MARK_WORD: Readonly<Record<Mark, string>> = {
  ok: '[ok]',
  care: '[care]',
  'find-out': '[find out]',
  no: '[no]',
}

/** Colours as functions on text; without colour they return the text. */
export type Paint = {
  readonly title: (text: string) => string
  readonly heading: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly code: (text: string) => string
  readonly link: (text: string) => string
  readonly tone: (tone: Tone, text: string) => string
}

export type Glyphs = {
  readonly titleRule: string
  readonly headingRule: string
  readonly bullet: string
  readonly bar: string
  readonly icons: IconGlyphs
}

/** From this width on, labels and values stand side by side, and texts are indented. */
export const WIDE = 60

/** How one run of the terminal renderer looks. */
export type RenderStyle = {
  /** Compact: no rules under headings, and empty lines only between sections. */
  readonly compact?: boolean
  readonly width: number
  /** Columns for running text: very long lines are hard to read. */
  readonly prose: number
  readonly unicode: boolean
  readonly glyphs: Glyphs
  readonly paint: Paint
  /** The address of a source; undefined where the terminal shows no hyperlinks. */
  readonly addressOf?: AddressOf
}

export type AddressOf = (source: string) => string | undefined

/** Guide text, safe to print on this terminal. */
export function printable(text: string, unicode: boolean): string {
  return unicode ? cleanText(text) : asciiMarks(cleanText(text))
}

/** Inline text as one string with its colours; widths are those of the visible text. */
export function paintText(text: Text, style: RenderStyle): string {
  if (typeof text === 'string') return printable(text, style.unicode).trim()
  return text
    .map((part) => paintInline(part, style))
    .join('')
    .trim()
}

function paintInline(part: Inline, style: RenderStyle): string {
  const { paint } = style
  if (typeof part === 'string') return printable(part, style.unicode)
  if ('strong' in part) {
    const strong = paint.strong(printable(part.strong, style.unicode))
    return part.source === undefined ? strong : sourceLink(part.source, strong, style)
  }
  if ('code' in part) return paint.code(printable(part.code, style.unicode))
  if ('faint' in part) return paint.faint(printable(part.faint, style.unicode))
  if ('mark' in part) {
    if (part.decorative && !style.unicode) return ''
    return paint.tone(MARK_TONE[part.mark], markSign(part.mark, style.unicode))
  }
  if ('ref' in part) return printable(part.text, style.unicode)
  if ('url' in part) {
    const address = paint.link(printable(part.url, style.unicode))
    return style.addressOf === undefined ? address : hyperlink(address, part.url)
  }
  if ('source' in part) return sourceLink(part.source, printable(part.text, style.unicode), style)
  return paint.faint(
    `[${part.cite.map((id) => sourceLink(id, printable(id, style.unicode), style)).join(', ')}]`,
  )
}

function sourceLink(id: string, text: string, { addressOf }: RenderStyle): string {
  return addressOf === undefined ? text : hyperlink(text, addressOf(id))
}

/** The sign of a verdict; without Unicode a word in brackets. */
export function markSign(mark: Mark, unicode: boolean): string {
  return unicode ? MARK_SIGN[mark] : MARK_WORD[mark]
}
