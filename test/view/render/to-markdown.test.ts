import fc from 'fast-check'
import type { MicromarkToken, Rule } from 'markdownlint'
import { lint } from 'markdownlint/sync'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/text/clean-text.ts'
import type { Block } from '../../../src/view/document/document.ts'
import { toMarkdown } from '../../../src/view/render/to-markdown.ts'
import { icons } from '../icons.ts'
import { anyDocument, lines, words } from '../screen.ts'

const page = (blocks: readonly Block[], linkTo?: (id: string) => string | undefined) =>
  toMarkdown({ title: 'Test', blocks: [{ kind: 'heading', level: 1, text: 'Test' }, ...blocks] }, linkTo)
    .replace(/^# Test\n\n/, '')
    .replace(/\n$/, '')

describe('a page as Markdown', () => {
  it('has one first heading, and the page title when it brings none', () => {
    expect(toMarkdown({ title: 'Tablets', blocks: [{ kind: 'paragraph', text: 'Hello.' }] })).toBe(
      '# Tablets\n\nHello.\n',
    )
  })

  it('gives facts as a list, and a table with its pipes escaped', () => {
    expect(page([{ kind: 'facts', rows: [{ label: 'Where', value: 'At home.' }] }])).toBe(
      '- **Where:** At home.',
    )
    expect(
      page([
        {
          kind: 'table',
          head: ['Risk', 'How often'],
          rows: [
            ['A|B', '1 of 100'],
            ['C', [{ code: 'x|y' }]],
          ],
        },
      ]),
    ).toBe(lines('| Risk | How often |', '| - | - |', '| A\\|B | 1 of 100 |', '| C | `x\\|y` |'))
  })

  it('joins callouts that follow each other into one quote', () => {
    const callout: Block = {
      kind: 'callout',
      tone: 'danger',
      label: 'Urgent',
      body: ['Go now.', 'Do not wait.'],
      items: ['Fever'],
    }
    expect(page([callout, { kind: 'callout', tone: 'info', label: 'Notice', body: ['Ask.'] }])).toBe(
      lines('> **Urgent:** Go now.', '>', '> Do not wait.', '>', '> - Fever', '>', '> **Notice:** Ask.'),
    )
  })

  it('gives an icon array as its sentence and a drawing in a block of text', () => {
    const drawn = page([icons]).split('\n')
    expect(drawn.slice(0, 4)).toEqual([
      'Of 100 adults, 35 felt sick with tablets; 65 did not.',
      '',
      '```text',
      'With tablets:',
    ])
    expect(drawn.slice(-3)).toEqual(['● felt sick', '○ did not', '```'])
    expect(drawn.join('').match(/●/g)).toHaveLength(36)
    expect(drawn.join('').match(/○/g)).toHaveLength(66)
  })

  it('links refs and citations that resolve, and shows the words of those that do not', () => {
    const text: Block = {
      kind: 'paragraph',
      text: ['See ', { ref: 'faq', text: 'Questions' }, ' ', { cite: ['a', 'b_c'] }],
    }
    expect(page([text])).toBe('See Questions \\[a, b_c]')
    const links = new Map([
      ['faq', 'faq.md#faq'],
      ['sources#b_c', 'sources.md#b_c'],
    ])
    expect(page([text], (ref) => links.get(ref))).toBe(
      'See [Questions](faq.md#faq) \\[a, [b_c](sources.md#b_c)]',
    )
  })

  it('sets addresses between angle brackets, and no other scheme as a link', () => {
    expect(page([{ kind: 'paragraph', text: [{ url: 'https://example.org/a_(b)' }] }])).toBe(
      '<https://example.org/a_(b)>',
    )
    expect(page([{ kind: 'paragraph', text: [{ url: 'javascript:alert(1)' }] }])).toBe(
      '`javascript:alert(1)`',
    )
  })

  it('gives headings that come twice the name of what they stand under', () => {
    const blocks: readonly Block[] = ['Tablets', 'Gel'].flatMap((title): readonly Block[] => [
      { kind: 'heading', level: 2, text: title },
      { kind: 'heading', level: 3, text: 'Harms.' },
    ])
    expect(page(blocks)).toBe('## Tablets\n\n### Harms: Tablets\n\n## Gel\n\n### Harms: Gel')
  })

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['*no* _emphasis_', '\\*no\\* \\_emphasis\\_'],
    ['<b>no HTML</b> &amp;', '\\<b>no HTML\\</b> \\&amp;'],
    ['[no](link) ![no](image)', '\\[no]\\(link) !\\[no]\\(image)'],
    ['https://example.org www.example.org a@b.org', 'https\\://example.org www\\.example.org a\\@b.org'],
    ['`no code` ~~no strike~~ $no formula$', '\\`no code\\` \\~\\~no strike\\~\\~ \\$no formula\\$'],
    ['two\n\nlines  ', 'two lines'],
  ])('escapes %j', (text, markdown) => {
    expect(page([{ kind: 'paragraph', text }])).toBe(markdown)
  })
})

/** The kinds of token in a Markdown text, and the words that are left when escapes are taken off. */
function parse(markdown: string): { readonly kinds: ReadonlySet<string>; readonly shown: string } {
  const kinds = new Set<string>()
  const shown: string[] = []
  const visit = (tokens: readonly MicromarkToken[]) => {
    for (const token of tokens) {
      kinds.add(token.type)
      if (token.type === 'data' || token.type === 'characterEscapeValue') shown.push(token.text)
      visit(token.children)
    }
  }
  const rule: Rule = {
    names: ['read-tokens'],
    description: 'reads what the parser found',
    tags: ['test'],
    parser: 'micromark',
    function: ({ parsers }) => visit(parsers.micromark.tokens),
  }
  lint({ strings: { page: markdown }, customRules: [rule], config: { default: false, 'read-tokens': true } })
  return { kinds, shown: shown.join('') }
}

const WORDS_ALONE = new Set([
  'content',
  'paragraph',
  'data',
  'characterEscape',
  'escapeMarker',
  'characterEscapeValue',
  'lineEnding',
])

describe('laws of the Markdown renderer', () => {
  it('text of a guide stays text: nothing in it becomes markup, and all of it is shown', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { kinds, shown } = parse(`${page([{ kind: 'paragraph', text }])}\n`)
        expect([...kinds].filter((kind) => !WORDS_ALONE.has(kind))).toEqual([])
        expect(shown).toBe(cleanText(text).trim())
      }),
      { examples: [['::a a'], [':::b'], ['a:b::c']] },
    )
  })

  it('every page passes markdownlint, but for the length of its lines', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const found = lint({
          strings: { page: toMarkdown(document) },
          config: { default: true, MD013: false },
        })
        expect(
          found.page?.map((fault) => `${fault.lineNumber} ${fault.ruleNames[0]} ${fault.errorContext}`),
        ).toEqual([])
      }),
    )
  })
})
