import { stripVTControlCharacters } from 'node:util'
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
      { numRuns: 5000, examples: [['aaaa  a', 4]] },
    )
  })

  it('breaks painted text where it breaks the same text without paint, and every line stands alone', () => {
    const paint = fc.constantFrom([0, 0], [1, 22], [36, 39], [2, 22])
    const painted = fc.array(fc.tuple(words, paint), { maxLength: 5 })
    fc.assert(
      fc.property(painted, fc.integer({ min: 3, max: 60 }), (parts, width) => {
        const text = parts
          .map(([plain, [on, off]]) => (on === 0 ? plain : `\u001b[${on}m${plain}\u001b[${off}m`))
          .join('')
        const bare = parts.map(([plain]) => plain).join('')
        const lines = wrapText(text, width)
        const seen = lines.map((line) => stripVTControlCharacters(line).trim())
        expect(seen.join(' ').replace(/ +/g, ' ').trim()).toBe(bare.replace(/ +/g, ' ').trim())
        for (const line of lines) {
          const isOneWord = !stripVTControlCharacters(line).trim().includes(' ')
          expect(textWidth(line) <= width || isOneWord).toBe(true)
          const codes = [...line.matchAll(/\[(\d+)m/g)].map(([, code]) => Number(code))
          const opened = codes.filter((code) => code < 10 || code === 36).length
          expect(codes.length - opened).toBe(opened)
        }
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
    'takes what is wider, narrower or painted to be as wide as the library says: %s',
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
