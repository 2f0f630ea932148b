import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from '../../src/text/wrap.ts'

const letters = fc.constantFrom(...'abcdefghij .,;:!?"()-’“”…–éü%/↑↓←→❯─═┃•●○0123456789'.split(''), ' ', ' ')
const words = fc.array(letters, { maxLength: 200 }).map((parts) => parts.join(''))

describe('wrapping running text', () => {
  it('breaks plain text where the library would, at any width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 3, max: 60 }), (text, width) => {
        const byLibrary = wrapAnsi(text.trim(), width).split('\n')
        expect(wrapText(text, width)).toEqual(byLibrary.map((line) => line.trimEnd()))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes plain text to be as wide as the library says', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(textWidth(text)).toBe(stringWidth(text))
      }),
    )
  })

  it.each(['漢字 and words', '👍 yes', '\u001b[1mbold\u001b[22m words', 'zero\u00adwidth'])(
    'leaves to the library what is wider, narrower or painted: %s',
    (text) => {
      expect(textWidth(text)).toBe(stringWidth(text))
      expect(wrapText(text, 6)).toEqual(
        wrapAnsi(text, 6)
          .split('\n')
          .map((line) => line.trimEnd()),
      )
    },
  )
})
