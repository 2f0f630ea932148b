import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** Columns that a text takes; escape sequences take none. */
export function textWidth(text: string): number {
  return stringWidth(text)
}

/** Columns of the longest word, which no wrapping can shorten. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(' ').map((word) => stringWidth(word)))
}

/** A text padded with spaces to a width; one that is wider stays as it is. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/**
 * A text as lines of at most `width` columns, the first after `first` and the others after `rest` (a hanging
 * indent). Only a word that does not fit on a line of its own is wider. No line ends in a space.
 */
export function wrapText(text: string, width: number, first = '', rest = first): readonly string[] {
  const room = Math.max(1, width - Math.max(stringWidth(first), stringWidth(rest)))
  return wrapAnsi(text.trim(), room)
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
}
