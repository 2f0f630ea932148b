import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanJson, cleanLines, cleanText, firstUnseen } from '../../src/text/clean-text.ts'

/** Each with its name: what a terminal obeys, what turns the direction, what shows nothing. */
const UNSEEN: readonly (readonly [string, string])[] = [
  ['escape', '\x1B'],
  ['NUL', '\0'],
  ['delete', '\x7F'],
  ['control sequence introducer', '\x9B'],
  ['soft hyphen', '\xAD'],
  ['Arabic letter mark', '\u061C'],
  ['zero-width space', '\u200B'],
  ['left-to-right mark', '\u200E'],
  ['right-to-left override', '\u202E'],
  ['word joiner', '\u2060'],
  ['first strong isolate', '\u2068'],
  ['byte order mark', '\uFEFF'],
  ['tag', '\u{E0041}'],
  ['half a letter', '\uD83D'],
  ['joiner between Latin letters', '\u200D'],
]

const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(...UNSEEN.map(([, sign]) => sign)),
      fc.constantFrom('a', ' ', '"', '\n', '\\', 'é', '👩‍⚕️', 'می‌خواهم'),
    ),
  )
  .map((parts) => parts.join(''))

describe('what is not to be seen', () => {
  it.each(UNSEEN)('%s is dropped from pages and messages, and named in a guide', (_, sign) => {
    expect([cleanText(`a${sign}b`), cleanLines(`a${sign}b`)]).toEqual(['ab', 'ab'])
    expect(firstUnseen(`a${sign}b`)?.name).toMatch(/^U\+[0-9A-F]{4,5}$/)
  })

  it('leaves letters of every script, with the joiners that some need, and emoji', () => {
    for (const text of ['naïve – 60 % “so”', 'می‌خواهم', 'क्‍ष', '👩‍⚕️', '骨折', '❤️']) {
      expect([cleanText(text), cleanLines(text), firstUnseen(text)]).toEqual([text, text, undefined])
    }
  })

  it('is nowhere in cleaned text, whatever the text was', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(firstUnseen(cleanText(text))).toBeUndefined()
        expect(firstUnseen(cleanLines(text))).toBeUndefined()
        expect(cleanText(text)).not.toMatch(/\n| {2}/)
        expect(cleanLines(text).split('\n').length).toBe(text.split('\n').length)
      }),
    )
  })

  it('is escaped in JSON, which says the same data', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const json = cleanJson(JSON.stringify({ [text]: [text] }, null, 2))
        expect(JSON.parse(json)).toEqual({ [text]: [text] })
        expect(json).not.toMatch(/[\x7F-\x9F\xAD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/)
      }),
    )
  })
})
