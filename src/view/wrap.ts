import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** Columns that a text takes; escape sequences take none. */
export function textWidth(text: string): number {
  return text === '' || isPlain(text) ? text.length : stringWidth(text)
}

/** Whether no word is wider than `width` columns, so that wrapping can keep every line within them. */
export function wordsFit(text: string, width: number): boolean {
  return isPlain(text)
    ? text.length <= width || plainBreaks(text, width) !== undefined
    : text.split(' ').every((word) => textWidth(word) <= width)
}

/** A text padded with spaces to a width; one that is wider stays as it is. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

/**
 * A text as lines of at most `width` columns, the first after `first` and the others after `rest` (a hanging
 * indent). Only a word that does not fit on a line of its own is wider. No line ends in a space.
 */
export function wrapText(text: string, width: number, first = '', rest = first): readonly string[] {
  const room = Math.max(1, width - Math.max(textWidth(first), textWidth(rest)))
  const trimmed = text.trim()
  const lines =
    (isPlain(trimmed) ? wrapPlain(trimmed, room) : undefined) ?? wrapAnsi(trimmed, room).split('\n')
  return lines.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
}

/** Latin letters and the marks of running text: each takes one column, and there is nothing to paint. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7E\xA0-\xAC\xAE-\u02FF\u2010-\u2027\u2212\u2500-\u25FF]*$/.test(text)
}

/** The lines of a plain text, as wrapAnsi breaks it; undefined when a word has to be cut. */
function wrapPlain(text: string, room: number): readonly string[] | undefined {
  if (text.length <= room) return [text]
  const breaks = plainBreaks(text, room)
  return (
    breaks &&
    [...breaks, text.length].map((end, line) => text.slice(line === 0 ? 0 : (breaks[line - 1] ?? 0) + 1, end))
  )
}

/** Where a plain text is broken: at the last space that leaves a line within `room`. Undefined where none does. */
function plainBreaks(text: string, room: number): readonly number[] | undefined {
  const breaks: number[] = []
  let start = 0
  while (text.length - start > room) {
    const end = text.lastIndexOf(' ', start + room)
    if (end <= start) return undefined
    breaks.push(end)
    start = end + 1
  }
  return breaks
}
