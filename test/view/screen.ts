import fc from 'fast-check'
import type { Block, Document, Inline, Text } from '../../src/view/document/document.ts'
import { type TerminalStyle, toTerminal } from '../../src/view/render/to-terminal.ts'

/** Lines of a screen as a person sees them, without the last line break. */
export function screen(blocks: readonly Block[], width: number, own: Partial<TerminalStyle> = {}): string {
  const text = toTerminal({ title: 'Test', blocks }, { width, unicode: true, plain: false, ...own })
  return text.replace(/\n$/, '')
}

export function lines(...all: readonly string[]): string {
  return all.join('\n')
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCXYZ0189éüßØя.,;:!?()\'"%/*_`#|<>[]{}~$&\\@+=-'
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 })
const unusual = fc.constantFrom(
  '漢字',
  '…',
  '–',
  'https://example.org/a_(b)?c=1',
  'a\u001b[31mred',
  'x\ny',
  '1.',
  '- a',
)

/** Words that a guide could hold, markup and control characters among them. */
export const words: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: unusual }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(' '))

const inline: fc.Arbitrary<Inline> = fc.oneof(
  words,
  fc.record({ strong: words }),
  fc.record({ code: words }),
  fc.record({ ref: fc.constant('option:nsaids'), text: words }),
  fc.record({
    cite: fc.array(fc.constantFrom('article', 'nice-ng59', 'cnt_2013'), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ source: fc.constantFrom('article', 'nice-ng59', 'cnt_2013'), text: words }),
  fc.record({ url: fc.constantFrom('https://example.org/a?b=c', 'https://example.org/x_(y)') }),
)
const text: fc.Arbitrary<Text> = fc.oneof(words, fc.array(inline, { minLength: 1, maxLength: 4 }))

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.record({
    kind: fc.constant('table' as const),
    head: fc.array(words, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    text: words,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(text, { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.record({ label: words, value: text }), { maxLength: 4 }),
  }),
  table,
  fc.record({
    kind: fc.constant('callout' as const),
    tone: fc.constantFrom('info' as const, 'good' as const, 'caution' as const, 'danger' as const),
    label: words,
    body: fc.array(text, { minLength: 1, maxLength: 3 }),
    items: fc.array(text, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('icon-array' as const),
    rows: fc.array(fc.record({ label: words, count: fc.float({ min: 0, max: 100, noNaN: true }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    event: words,
    isGood: fc.boolean(),
    otherwise: words,
    sentence: words,
  }),
)

/** Any page: every kind of block with any words. */
export const anyDocument: fc.Arbitrary<Document> = fc.record({
  title: words,
  blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
})
