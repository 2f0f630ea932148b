import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** Columns that a text takes; escape sequences take none. */
export function textWidth(text: string): number {
  return plainWidth(text) ?? stringWidth(text)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOURS = /\x1B\[[\d;]*m/g

function plainWidth(text: string): number | undefined {
  if (text === '' || isPlain(text)) return text.length
  if (!text.includes('\x1B')) return undefined
  const bare = text.replace(COLOURS, '')
  return isPlain(bare) ? bare.length : undefined
}

/** wrapAnsi of the library, asked only about a text that may not fit. For @inquirer/core, which asks about every line. */
export function breakLine(text: string, columns: number, options: { trim: false }): string {
  const width = plainWidth(text)
  return width !== undefined && width <= columns ? text : wrapAnsi(text, columns, options)
}

/** A text as lines of at most `width` columns; undefined when a word is wider, so that no wrapping could keep to it. */
export function fitText(text: string, width: number): readonly string[] | undefined {
  if (isEvenlySpaced(text)) return wrapPlain(text, width)
  return text.split(' ').every((word) => textWidth(word) <= width) ? wrapText(text, width) : undefined
}

/**
 * A text as lines of at most `width` columns, the first after `first` and the others after `rest` (a hanging
 * indent). Only a word that does not fit on a line of its own is wider. No line ends in a space.
 */
export function wrapText(text: string, width: number, first = '', rest = first): readonly string[] {
  const room = Math.max(1, width - Math.max(textWidth(first), textWidth(rest)))
  const trimmed = text.trim()
  const lines =
    (isEvenlySpaced(trimmed) ? wrapPlain(trimmed, room) : undefined) ?? wrapAnsi(trimmed, room).split('\n')
  return lines.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
}

/** Latin letters, the marks of running text, arrows and drawn lines: each takes one column, and none is a colour. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7E\xA0-\xAC\xAE-\u02FF\u2010-\u2027\u2190-\u2193\u2212\u2500-\u257F\u25CB\u25CF\u276F]*$/.test(
    text,
  )
}

/** Plain words with one space between them: what guides hold, once it is cleaned. */
function isEvenlySpaced(text: string): boolean {
  return isPlain(text) && !text.includes('  ')
}

/** The lines of a plain text, as wrapAnsi breaks it: each at the last space that fits. Undefined where a word has to be cut. */
function wrapPlain(text: string, room: number): readonly string[] | undefined {
  const lines: string[] = []
  let start = 0
  while (text.length - start > room) {
    const end = text.lastIndexOf(' ', start + room)
    if (end <= start) return undefined
    lines.push(text.slice(start, end))
    start = end + 1
  }
  lines.push(start === 0 ? text : text.slice(start))
  return lines
}
