import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/view/document/document.ts'
import { colouredPaint } from '../../../src/view/render/colours.ts'
import { icons } from '../icons.ts'
import { lines, screen } from '../screen.ts'

const facts: Block = {
  kind: 'facts',
  rows: [
    { label: 'Where', value: 'At home.' },
    {
      label: 'How soon',
      value: [
        'Within hours, and for some people only after a day or two of regular use. ',
        { cite: ['article'] },
      ],
    },
  ],
}

const table: Block = {
  kind: 'table',
  head: ['Guideline', 'Position', 'Says'],
  rows: [
    ['NICE NG59 (2016)', 'For', 'Use it first.'],
    ['NICE NG193 (2021)', 'Against', 'Do not start it for this kind of pain.'],
  ],
}

describe('a page on a wide terminal', () => {
  it('sets titles over a double rule, sections over a single one, and parts after a short one', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 1, text: 'Tablets' },
      { kind: 'paragraph', text: 'They ease pain.' },
      { kind: 'heading', level: 2, text: 'Numbers' },
      { kind: 'heading', level: 3, text: 'Pain' },
      { kind: 'paragraph', text: 'Not known.' },
    ]
    expect(screen(blocks, 80)).toBe(
      lines('Tablets', '═══════', 'They ease pain.', '', 'Numbers', '───────', '', '── Pain', 'Not known.'),
    )
    expect(screen(blocks, 80, { unicode: false })).toBe(
      lines('Tablets', '=======', 'They ease pain.', '', 'Numbers', '-------', '', '-- Pain', 'Not known.'),
    )
  })

  it('hangs the lines of a list item under its words', () => {
    const item = 'Are these tablets safe with my kidneys, my stomach, my heart and all my other medicines?'
    expect(screen([{ kind: 'list', items: [item, 'For how long?'] }], 60)).toBe(
      lines(
        '  • Are these tablets safe with my kidneys, my stomach, my',
        '    heart and all my other medicines?',
        '  • For how long?',
      ),
    )
    expect(screen([{ kind: 'list', ordered: true, items: ['One', 'Two'] }], 60)).toBe(
      lines('  1. One', '  2. Two'),
    )
  })

  it('lines facts up in two columns', () => {
    expect(screen([facts], 60)).toBe(
      lines(
        '  Where     At home.',
        '  How soon  Within hours, and for some people only after a',
        '            day or two of regular use. [article]',
      ),
    )
  })

  it('lines a table up when its columns fit', () => {
    expect(screen([table], 80)).toBe(
      lines(
        'Guideline          Position  Says',
        '─────────────────  ────────  ──────────────────────────────────────',
        'NICE NG59 (2016)   For       Use it first.',
        'NICE NG193 (2021)  Against   Do not start it for this kind of pain.',
      ),
    )
  })

  it('wraps the cells of a table that is too wide, and parts its rows', () => {
    expect(screen([table], 60)).toBe(
      lines(
        'Guideline          Position  Says',
        '─────────────────  ────────  ───────────────────────────────',
        'NICE NG59 (2016)   For       Use it first.',
        '',
        'NICE NG193 (2021)  Against   Do not start it for this kind',
        '                             of pain.',
      ),
    )
  })

  it('makes a callout stand out by a bar and its label, with its list below', () => {
    const callout: Block = {
      kind: 'callout',
      tone: 'danger',
      label: 'Warning signs',
      body: ['Get care first:'],
      items: ['Fever', 'A weak leg'],
    }
    expect(screen([callout], 80)).toBe(
      lines('┃ WARNING SIGNS', '┃ Get care first:', '┃ • Fever', '┃ • A weak leg'),
    )
    expect(screen([callout], 80, { unicode: false })).toBe(
      lines('| WARNING SIGNS', '| Get care first:', '| - Fever', '| - A weak leg'),
    )
  })

  it('draws 100 people in five rows of twenty, marked ones first', () => {
    const full = '  ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ●'
    const none = '  ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○'
    expect(screen([icons], 80)).toBe(
      lines(
        'Of 100 adults, 35 felt sick with tablets; 65 did not.',
        '',
        '  With tablets:',
        full,
        '  ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ○ ○ ○ ○ ○',
        none,
        none,
        none,
        '',
        '  ● felt sick',
        '  ○ did not',
      ),
    )
  })

  it('says so when a drawing is rounded', () => {
    const rounded = { ...icons, rows: [{ label: 'With tablets', count: 0.3 }] }
    expect(screen([rounded], 80)).toContain('Drawn to the nearest whole person.')
    expect(screen([rounded], 80)).not.toContain('● ●')
    expect(screen([icons], 80)).not.toContain('nearest')
  })
})

describe('a page on a narrow terminal', () => {
  it('stacks facts, label over value', () => {
    expect(screen([facts], 40)).toBe(
      lines(
        'Where',
        '  At home.',
        'How soon',
        '  Within hours, and for some people only',
        '  after a day or two of regular use.',
        '  [article]',
      ),
    )
  })

  it('turns a table into a list for each row, headed by its first cell', () => {
    expect(screen([table], 40)).toBe(
      lines(
        'NICE NG59 (2016)',
        '  Position',
        '    For',
        '  Says',
        '    Use it first.',
        '',
        'NICE NG193 (2021)',
        '  Position',
        '    Against',
        '  Says',
        '    Do not start it for this kind of',
        '    pain.',
      ),
    )
  })

  it('draws 100 people in ten rows of ten', () => {
    const drawn = screen([icons], 40, { unicode: false }).split('\n')
    expect(drawn.filter((line) => line === '# # # # # # # # # #')).toHaveLength(3)
    expect(drawn.filter((line) => line === '# # # # # . . . . .')).toHaveLength(1)
    expect(drawn.filter((line) => line === '. . . . . . . . . .')).toHaveLength(6)
  })
})

describe('marks in running text', () => {
  const marks: Block = {
    kind: 'paragraph',
    text: [
      { strong: 'Note:' },
      ' type ',
      { code: 'nextline walk' },
      ', see ',
      { ref: 'faq', text: 'Questions' },
      ' at ',
      { url: 'https://example.org' },
      ' ',
      { cite: ['article', 'nice-ng59'] },
    ],
  }

  it('shows names to type in quotes when there is no colour, and citations in brackets', () => {
    expect(screen([marks], 100)).toBe(
      'Note: type `nextline walk`, see Questions at https://example.org [article, nice-ng59]',
    )
  })

  it('shows the same words with colour, and colours nothing that carries meaning alone', () => {
    const coloured = screen([marks], 100, { paint: colouredPaint(1) })
    expect(coloured).toContain('\u001b[2m[article, nice-ng59]\u001b[22m')
    expect(stripVTControlCharacters(coloured)).toBe(
      'Note: type nextline walk, see Questions at https://example.org [article, nice-ng59]',
    )
  })

  it('keeps a colour that runs over a line end inside its own lines', () => {
    const coloured = screen([{ kind: 'list', items: [[{ strong: 'one two three four' }]] }], 14, {
      paint: colouredPaint(1),
    })
    expect(coloured).toBe(lines('• \u001b[1mone two\u001b[22m', '  \u001b[1mthree four\u001b[22m'))
  })

  it('drops control characters and direction overrides that a guide may hold', () => {
    expect(screen([{ kind: 'paragraph', text: 'a\u001b[2Jb\u0007 c\u202Ed\ne' }], 80)).toBe('a[2Jb cd e')
  })

  it('folds typographic marks where there is no Unicode', () => {
    const typographic: Block = { kind: 'paragraph', text: '“3–4 weeks” … it’s ≥ 10' }
    expect(screen([typographic], 80, { unicode: false })).toBe('"3-4 weeks" ... it\'s >= 10')
  })
})
