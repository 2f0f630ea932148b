import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** Columns that a text takes; escape sequences take none. */
export function textWidth(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text)
}

/** Columns of the longest word, which no wrapping can shorten. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(' ').map((word) => textWidth(word)))
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
  const lines = isPlain(trimmed) ? wrapPlain(trimmed, room) : undefined
  return (lines ?? wrapAnsi(trimmed, room).split('\n')).map((line, index) =>
    ((index === 0 ? first : rest) + line).trimEnd(),
  )
}

/** Latin letters and the marks of running text: each takes one column, and there is nothing to paint. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7E\xA0-\xAC\xAE-\u02FF\u2010-\u2027\u2212]*$/.test(text)
}

/** The lines of a plain text, as wrapAnsi breaks it; undefined when a word has to be cut. */
function wrapPlain(text: string, room: number): readonly string[] | undefined {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (word.length > room) return undefined
    if (line === '') line = word
    else if (line.length + 1 + word.length <= room) line += ` ${word}`
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}
