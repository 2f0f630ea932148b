const BREAKS = /[ \t\r\n\f\v\u0085\u2028\u2029]+/g
// Control characters could move a cursor; direction overrides could make a text read as something else.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for, and \p{Cc} takes long to compile
const UNSEEN = /[\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g
// Most text needs neither: one look at it is quicker than two replacements.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNCLEAN = / {2}|[\0-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/

/**
 * Guide text as one run of visible characters: line breaks and runs of spaces become one space, control characters
 * and direction overrides are dropped. Leading and trailing spaces stay, so that parts can be joined.
 */
export function cleanText(text: string): string {
  return UNCLEAN.test(text) ? text.replace(BREAKS, ' ').replace(UNSEEN, '') : text
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
