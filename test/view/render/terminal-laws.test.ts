import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import { toTerminal } from '../../../src/view/render/to-terminal.ts'
import { anyDocument } from '../screen.ts'

/** Only a word that cannot be broken may stand out of the page: it is alone on its line. */
function isTooWide(line: string, width: number): boolean {
  const bare = stripVTControlCharacters(line)
  const words = bare.replace(/^[┃|]? *(?:•|\d+\.|──?|--?)? */, '').trim()
  return stringWidth(bare) > width && words.includes(' ')
}

describe('laws of the terminal renderer', () => {
  const style = fc.record({
    width: fc.integer({ min: 20, max: 130 }),
    colorLevel: fc.constantFrom(0 as const, 1 as const, 3 as const),
    unicode: fc.boolean(),
    plain: fc.boolean(),
  })

  it('no line is wider than the page, but for a word that cannot be broken', () => {
    fc.assert(
      fc.property(anyDocument, style, (document, chosen) => {
        const wide = toTerminal(document, chosen)
          .split('\n')
          .filter((line) => isTooWide(line, chosen.width))
        expect(wide).toEqual([])
      }),
    )
  })

  it('no line ends in a space, and the text ends in exactly one line break', () => {
    fc.assert(
      fc.property(anyDocument, style, (document, chosen) => {
        const text = toTerminal(document, chosen)
        expect(text.split('\n').filter((line) => /\s$/.test(stripVTControlCharacters(line)))).toEqual([])
        expect(text).toMatch(/[^\n]\n$|^\n$/)
      }),
    )
  })

  it('colour adds escape codes and nothing else, but for the quotes round names to type', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 20, max: 130 }), (document, width) => {
        const bare = {
          ...document,
          blocks: document.blocks.filter((block) => !JSON.stringify(block).includes('"code"')),
        }
        const page = (colorLevel: 0 | 1) =>
          toTerminal(bare, { width, colorLevel, unicode: true, plain: false })
        expect(stripVTControlCharacters(page(1))).toBe(page(0))
      }),
    )
  })

  it('without colour there is no escape code', () => {
    fc.assert(
      fc.property(anyDocument, style, (document, chosen) => {
        expect(toTerminal(document, { ...chosen, colorLevel: 0 })).not.toContain('\u001b')
      }),
    )
  })
})
