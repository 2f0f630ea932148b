import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/view/document/document.ts'
import { colouredPaint } from '../../../src/view/render/colours.ts'
import { toTerminal } from '../../../src/view/render/to-terminal.ts'
import { icons } from '../icons.ts'
import { anyDocument, lines, screen } from '../screen.ts'

const plain = (blocks: readonly Block[], width = 80) =>
  screen(blocks, width, { plain: true, paint: colouredPaint(3) })

describe('a plain page, for screen readers, speech and logs', () => {
  it('has bare headings and one fact a line', () => {
    expect(
      plain([
        { kind: 'heading', level: 1, text: 'Tablets' },
        {
          kind: 'facts',
          rows: [
            { label: 'Where', value: 'At home.' },
            { label: 'Effort', value: 'Low.' },
          ],
        },
        { kind: 'heading', level: 2, text: 'Questions to ask' },
        { kind: 'list', items: ['Are they safe?', ['See ', { code: 'nextline faq' }]] },
      ]),
    ).toBe(
      lines(
        'Tablets',
        'Where: At home.',
        'Effort: Low.',
        '',
        'Questions to ask',
        '- Are they safe?',
        '- See nextline faq',
      ),
    )
  })

  it('reads a table row by row, each cell after its label', () => {
    const table: Block = {
      kind: 'table',
      head: ['Risk', 'How often'],
      rows: [
        ['Bleed', '1 of 100'],
        ['Rash', 'Not known'],
      ],
    }
    expect(plain([table])).toBe(lines('Bleed', 'How often: 1 of 100', '', 'Rash', 'How often: Not known'))
  })

  it('says an icon array as its sentence alone', () => {
    expect(plain([icons])).toBe('Of 100 adults, 35 felt sick with tablets; 65 did not.')
  })

  it('says a short callout in one line, and a longer one under its label', () => {
    expect(plain([{ kind: 'callout', tone: 'info', label: 'Notice', body: ['Ask a doctor.'] }])).toBe(
      'NOTICE: Ask a doctor.',
    )
    expect(
      plain([
        { kind: 'callout', tone: 'danger', label: 'Warning signs', body: ['Get care:'], items: ['Fever'] },
      ]),
    ).toBe(lines('WARNING SIGNS', 'Get care:', '- Fever'))
  })

  it('goes on in indented lines when a fact is too long for one', () => {
    expect(
      plain([{ kind: 'facts', rows: [{ label: 'Where', value: 'At home or in a clinic near you.' }] }], 24),
    ).toBe(lines('Where: At home or in a', '  clinic near you.'))
  })

  it('holds no escape code, no drawn line and no icon, whatever the page and the colour', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 20, max: 130 }), (document, width) => {
        const text = toTerminal(document, { width, paint: colouredPaint(3), unicode: true, plain: true })
        expect(text).not.toContain('\u001b')
        expect(text).not.toMatch(/[\u2500-\u25FF•]/)
      }),
    )
  })
})
