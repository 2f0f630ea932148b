import { linkEscape } from './hyperlink.ts'

/** Columns of a text, without colours and hyperlinks. */
export function textWidth(text: string): number {
  if (isPlain(text)) return text.length
  const bare = text.replace(ESCAPE, '')
  return isPlain(bare) ? bare.length : clusterWidths(bare)
}

/** Wraps a text to `width` columns; undefined when one of its words is wider. */
export function fitText(text: string, width: number): readonly string[] | undefined {
  if (isEvenlySpaced(text)) return wrapPlain(text, width)
  return text.split(' ').every((word) => textWidth(word) <= width) ? wrapText(text, width) : undefined
}

/**
 * Wraps a text to `width` columns. `first` starts the first line and `rest` the others (a hanging indent). Only a word
 * wider than a line makes a line wider. No line ends in a space. A colour or a hyperlink that spans a line break is
 * closed before it and reopened after it.
 */
export function wrapText(text: string, width: number, first = '', rest = first): readonly string[] {
  const columns = Math.max(1, width - Math.max(textWidth(first), textWidth(rest)))
  const trimmed = text.trim()
  const lines =
    (isEvenlySpaced(trimmed) ? wrapPlain(trimmed, columns) : undefined) ?? wrapWords(trimmed, columns)
  return lines.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
}

/** Only characters of one column: Latin letters, punctuation, arrows and box lines. No escapes. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7E\xA0-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u2193\u2212\u2500-\u257F\u25CB\u25CF\u2713\u2717\u276F]*$/.test(
    text,
  )
}

/** Plain words separated by single spaces, as in cleaned guide text. */
function isEvenlySpaced(text: string): boolean {
  return isPlain(text) && !text.includes('  ')
}

/** Wraps a plain text at the last space that fits; undefined when a word is too wide. */
function wrapPlain(text: string, columns: number): readonly string[] | undefined {
  const lines: string[] = []
  let start = 0
  while (text.length - start > columns) {
    const end = text.lastIndexOf(' ', start + columns)
    if (end <= start) return undefined
    lines.push(text.slice(start, end))
    start = end + 1
  }
  lines.push(start === 0 ? text : text.slice(start))
  return lines
}

/** Wraps any text, with or without escapes. */
function wrapWords(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const word of text.split(' ')) {
    const wide = textWidth(word)
    if (taken > 0 && taken + 1 + wide > columns) {
      lines.push(line)
      line = word
      taken = wide
    } else if (taken > 0) {
      line += ` ${word}`
      taken += 1 + wide
    } else {
      line += word
      taken = wide
    }
  }
  const whole = [...lines, line].map(trimBeforeEscapes)
  return text.includes('\x1B') ? carryEscapes(whole) : whole
}

function trimBeforeEscapes(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes begin with one
  return line.replace(/ +((?:\x1B\[\d+m|\x1B\]8;;[^\x1B]*\x1B\\)*)$/, '$1')
}

/** A colour, or the address of a hyperlink. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes begin with one
const ESCAPE = /\x1B\[(\d+)m|\x1B\]8;;([^\x1B]*)\x1B\\/g

/** Closes what is open at each line end and reopens it on the next line. */
function carryEscapes(lines: readonly string[]): readonly string[] {
  let open: readonly number[] = []
  let address = ''
  return lines.map((line) => {
    const reopened = open.map(escapeCode).join('') + (address === '' ? '' : linkEscape(address))
    for (const [, digits, linked] of line.matchAll(ESCAPE)) {
      if (linked !== undefined) address = linked
      else open = afterColour(open, Number(digits))
    }
    const closed = open.toReversed().map((code) => escapeCode(closingCode(code)))
    return reopened + line + (address === '' ? '' : linkEscape('')) + closed.join('')
  })
}

/** The open styles after a colour code. */
function afterColour(open: readonly number[], code: number): readonly number[] {
  const isClosing = code === 22 || code === 24 || code === 39
  return isClosing ? open.filter((openCode) => closingCode(openCode) !== code) : [...open, code]
}

function escapeCode(code: number): string {
  return `\x1B[${code}m`
}

/** The code that ends a style: 22 for bold (1) and dim (2), 24 for underlined (4), 39 for a colour. */
function closingCode(code: number): number {
  if (code === 1 || code === 2) return 22
  return code === 4 ? 24 : 39
}

/** Columns of characters that may be wide (Chinese, emoji) or take none (accents, joiners). */
function clusterWidths(text: string): number {
  let width = 0
  for (const { segment } of new Intl.Segmenter('en').segment(text)) width += clusterWidth(segment)
  return width
}

function clusterWidth(cluster: string): 0 | 1 | 2 {
  if (/^[\p{Cc}\p{Mn}\p{Me}\u200B-\u200F\u2060-\u2064\uFEFF]+$/u.test(cluster)) return 0
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(cluster)) return 2
  const wide =
    /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FB}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u
  return wide.test(cluster) ? 2 : 1
}
