import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { describe, expect, it } from 'vitest'
import { breakLine, textWidth, wrapText } from '../../src/text/wrap.ts'

const letters = fc.constantFrom(...'abcdefghij .,;:!?"()-’“”…–éü%/↑↓←→❯─═┃•●○0123456789'.split(''), ' ', ' ')
const words = fc.array(letters, { maxLength: 200 }).map((parts) => parts.join(''))

describe('wrapping running text', () => {
  it('breaks plain text where the library would, at any width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 3, max: 60 }), (text, width) => {
        const byLibrary = wrapAnsi(text.trim(), width).split('\n')
        expect(wrapText(text, width)).toEqual(byLibrary.map((line) => line.trimEnd()))
      }),
      { numRuns: 5000, examples: [['aaaa  a', 4]] },
    )
  })

  it('leaves a line that fits as it is, painted or not, as the library would', () => {
    const paint = fc.constantFrom(['', ''], ['\u001b[1m', '\u001b[22m'], ['\u001b[36m', '\u001b[39m'])
    const painted = fc.array(fc.tuple(words, paint), { maxLength: 4 })
    fc.assert(
      fc.property(painted, fc.integer({ min: 3, max: 300 }), (parts, width) => {
        const text = parts.map(([own, [on, off]]) => on + own + off).join('')
        const options = { trim: false, wordWrap: false } as const
        expect(breakLine(text, width, options)).toBe(wrapAnsi(text, width, options))
        expect(textWidth(text)).toBe(stringWidth(text))
      }),
      { numRuns: 1000 },
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
