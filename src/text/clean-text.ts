/*
 * Which characters are invisible: those that move the cursor, change the reading direction, or show nothing, so that two
 * texts look the same. guide/parse rejects them in a guide. Output is cleaned as well, because it also holds file names
 * and arguments.
 */

// Ranges instead of \p{...}, which is slow to compile: this is compiled at every start.
const BREAKS = /[ \t\r\n\f\v\u0085\u2028\u2029]+/g
/** Controls, direction marks, soft hyphen, zero-width signs, fillers, variation selectors but for emoji. */
const SIGNS =
  '\\0-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\xAD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0E\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF'
/** Tags (U+E0000 and up), and unpaired surrogates. */
const TAGS = '\\uDB40[\\uDC00-\\uDFFF]'
const HALVES = '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]'
/** Characters that end a line, apart from the line feed. */
const ENDS = '\\v\\f\\r\\x85\\u2028\\u2029'

const UNSEEN = new RegExp(`[${SIGNS}]|${TAGS}|${HALVES}`, 'g')
/** Some scripts, and emoji, need a joiner between two of their own letters. Elsewhere it shows nothing. */
const JOINERS =
  /[\u200C\u200D](?![\u0590-\u1FFF\u2600-\uFFFF])|(?<![\u0590-\u1FFF\u2600-\uFFFF])[\u200C\u200D]/g
const UNSEEN_IN_JSON = new RegExp(`[${SIGNS}\\x85\\u200C\\u200D\\u2028\\u2029]|${TAGS}`, 'g')
const LINE_ENDS = new RegExp(`[${ENDS}]`, 'g')
// Most text is clean, and one test is faster than three replacements.
const UNCLEAN = new RegExp(` {2}|[\\t\\n${ENDS}${SIGNS}\\u200C\\u200D\\uD800-\\uDFFF]`)

/**
 * Drops invisible characters and turns line breaks and runs of spaces into one space. Leading and trailing spaces
 * stay, so that parts can be joined.
 */
export function cleanText(text: string): string {
  return UNCLEAN.test(text) ? withoutUnseen(text).replace(BREAKS, ' ') : text
}

/** Drops invisible characters from a text of several lines, such as an error message. A tab becomes a space. */
export function cleanLines(text: string): string {
  return UNCLEAN.test(text) ? withoutUnseen(text.replace(LINE_ENDS, '').replaceAll('\t', ' ')) : text
}

function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '').replace(JOINERS, '')
}

/** Writes invisible characters in JSON text as \uXXXX: the same data, safe to print on a terminal. */
export function cleanJson(json: string): string {
  return json.replace(UNSEEN_IN_JSON, (sign) =>
    sign
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

/** The first invisible character, as `U+202E`, and its index; undefined when there is none. */
export function firstUnseen(text: string): { readonly name: string; readonly index: number } | undefined {
  const [sign, joiner] = [text.search(UNSEEN), text.search(JOINERS)]
  const index = sign < 0 ? joiner : sign
  if (index < 0) return undefined
  const code = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return { name: `U+${code}`, index }
}

const ASCII_FOR: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018\u2019\u2032]/g, "'"],
  [/[\u201C\u201D\u2033]/g, '"'],
  [/\u2026/g, '...'],
  [/[\u2022\u00B7]/g, '*'],
  [/\u2265/g, '>='],
  [/\u2264/g, '<='],
  [/\u00D7/g, 'x'],
  [/\u00B1/g, '+/-'],
  [/\u2192/g, '->'],
  [/\u00A0/g, ' '],
]

/** Replaces typographic marks by ASCII for a terminal without Unicode. Letters stay. */
export function asciiMarks(text: string): string {
  return ASCII_FOR.reduce((folded, [mark, ascii]) => folded.replace(mark, ascii), text)
}
