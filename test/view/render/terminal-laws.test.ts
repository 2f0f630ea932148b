import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import { withoutHyperlinks } from '../../../src/text/hyperlink.ts'
import type { Document } from '../../../src/view/document/document.ts'
import { colouredPaint } from '../../../src/view/render/colours.ts'
import { toTerminal } from '../../../src/view/render/to-terminal.ts'
import { anyDocument } from '../screen.ts'

/** Only a word that cannot be broken may stand out of the page: it is alone on its line. */
function isTooWide(line: string, width: number): boolean {
  const bare = stripVTControlCharacters(line)
  const words = bare.replace(/^[┃|]? *(?:•|\d+\.|──?|--?)? */, '').trim()
  return stringWidth(bare) > width && words.includes(' ')
}

describe('laws of the terminal renderer', () => {
  const plainStyle = {
    width: fc.integer({ min: 20, max: 130 }),
    unicode: fc.boolean(),
    plain: fc.boolean(),
  }
  const colourless = fc.record(plainStyle)
  const coloured = fc.record({ ...plainStyle, paint: fc.constantFrom(colouredPaint(1), colouredPaint(3)) })
  const style = fc.oneof(colourless, coloured)

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
        const look = { width, unicode: true, plain: false }
        const painted = toTerminal(bare, { ...look, paint: colouredPaint(1) })
        expect(stripVTControlCharacters(painted)).toBe(toTerminal(bare, look))
      }),
    )
  })

  it('without colour there is no escape code', () => {
    fc.assert(
      fc.property(anyDocument, colourless, (document, chosen) => {
        expect(toTerminal(document, chosen)).not.toContain('\u001b')
      }),
    )
  })

  it('hyperlinks add their escapes and nothing else, and none is open at the end of a line', () => {
    const width = fc.integer({ min: 20, max: 130 })
    fc.assert(
      fc.property(anyDocument, width, fc.webUrl(), (document, columns, address) => {
        const look = { width: columns, paint: colouredPaint(1), unicode: true, plain: false }
        const linked = toTerminal(document, { ...look, addressOf: () => address })
        expect(withoutHyperlinks(linked)).toBe(toTerminal(document, look))
        for (const line of linked.split('\n')) {
          const links = linksIn(line)
          expect(links.length % 2).toBe(0)
          expect(links.filter((_, at) => at % 2 === 1).every((link) => link === '')).toBe(true)
        }
      }),
    )
  })

  it('no address can leave its hyperlink, whatever is in it', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((text) => `https://example.org/${text}`),
      fc.constantFrom(
        'https://example.org/\u001b\\\u001b[2J',
        'https://example.org/\u0007\u001b]0;title\u0007',
        'https://example.org/\u009c',
        'https://example.org/ \n',
        'javascript:alert(1)',
        'file:///etc/passwd',
      ),
    )
    const blocks: Document['blocks'] = [
      {
        kind: 'paragraph',
        text: [{ cite: ['article'] }, ' words ', { source: 'article', text: 'NICE 2016' }],
      },
    ]
    fc.assert(
      fc.property(hostile, (address) => {
        const style = { width: 80, paint: colouredPaint(1), unicode: true, plain: false }
        const page = toTerminal({ title: '', blocks }, { ...style, addressOf: () => address })
        expect(withoutHyperlinks(page)).toBe(toTerminal({ title: '', blocks }, style))
        for (const link of linksIn(page)) expect(link).toMatch(/^$|^https?:\/\/[!-~]+$/i)
      }),
    )
  })

  it('without colour or with --plain there is no hyperlink', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.oneof(
          colourless,
          coloured.map((look) => ({ ...look, plain: true })),
        ),
        (document, chosen) => {
          const page = toTerminal(document, { ...chosen, addressOf: () => 'https://example.org/' })
          expect(page).not.toContain('\u001b]8')
        },
      ),
    )
  })
})

function linksIn(text: string): readonly (string | undefined)[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes begin with one
  return [...text.matchAll(/\u001b\]8;;([^\u001b]*)\u001b\\/g)].map(([, address]) => address)
}
