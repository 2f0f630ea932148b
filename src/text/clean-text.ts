/*
 * The one place that knows which characters are not to be seen: those that move a cursor, change the direction of what
 * is read, or show nothing, so that two texts look the same. A guide may not hold them (guide/parse), and what leaves
 * the program is cleaned of them all the same: it also has names, paths and arguments in it.
 */

// Ranges, not \p{...}: those take long to compile, and this is compiled at every start.
const BREAKS = /[ \t\r\n\f\v\u0085\u2028\u2029]+/g
/** Controls, direction marks, soft hyphen, zero-width signs, fillers, variation selectors but for emoji. */
const SIGNS =
  '\\0-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\xAD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0E\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF'
/** Tags (U+E0000 and so on), and halves of a letter that lack the other half. */
const TAGS = '\\uDB40[\\uDC00-\\uDFFF]'
const HALVES = '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]'
/** The signs that end a line, but for the line break itself. */
const ENDS = '\\v\\f\\r\\x85\\u2028\\u2029'

const UNSEEN = new RegExp(`[${SIGNS}]|${TAGS}|${HALVES}`, 'g')
/** Some scripts, and emoji, need a joiner between two of their own letters. Elsewhere it shows nothing. */
const JOINERS =
  /[\u200C\u200D](?![\u0590-\u1FFF\u2600-\uFFFF])|(?<![\u0590-\u1FFF\u2600-\uFFFF])[\u200C\u200D]/g
const UNSEEN_IN_JSON = new RegExp(`[${SIGNS}\\x85\\u200C\\u200D\\u2028\\u2029]|${TAGS}`, 'g')
const LINE_ENDS = new RegExp(`[${ENDS}]`, 'g')
// Most text needs nothing: one look at it is quicker than replacing.
const UNCLEAN = new RegExp(` {2}|[\\t\\n${ENDS}${SIGNS}\\u200C\\u200D\\uD800-\\uDFFF]`)

/**
 * Guide text as one run of visible characters: what is not to be seen is dropped, line breaks and runs of spaces become
 * one space. Leading and trailing spaces stay, so that parts can be joined.
 */
export function cleanText(text: string): string {
  return UNCLEAN.test(text) ? withoutUnseen(text).replace(BREAKS, ' ') : text
}

/** Text of several lines, such as an error message: what is not to be seen is dropped, spaces and line ends stay. */
export function cleanLines(text: string): string {
  return UNCLEAN.test(text) ? withoutUnseen(text.replace(LINE_ENDS, '')) : text
}

function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '').replace(JOINERS, '')
}

/** JSON text with what is not to be seen as \uXXXX: the same data, and nothing in it reaches a terminal. */
export function cleanJson(json: string): string {
  return json.replace(UNSEEN_IN_JSON, (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

/** The first character that is not to be seen, as `U+202E`, and its place; undefined when there is none. */
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

/** The same text with typographic marks as ASCII, for a terminal without Unicode. Letters stay as they are. */
export function asciiMarks(text: string): string {
  return ASCII_FOR.reduce((folded, [mark, ascii]) => folded.replace(mark, ascii), text)
}
