import fc from 'fast-check'

/** Pieces of text that have broken parsers, terminals and pages before. */
const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '- ',
    '? ',
    '|',
    '>',
    '#',
    '%YAML 9.9\n',
    '---\n',
    '...\n',
    '\t',
  ],
  ...[
    '&a ',
    '*a',
    '*none',
    '<<: *a',
    '!!binary ',
    '!!js/function ',
    '!not ',
    '~',
    'null',
    '.inf',
    '0x1F',
    '1e999',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../evil', 'index', '/etc/passwd'],
  ...['\0', '\u0007', '\u001B[2J', '\u001B]0;x\u0007', '\u009B31m', '\u007F', '\u202E', '\u2066', '\u200B'],
  ...['\u00AD', '\uFEFF', '\uD800', '\u{E0041}', '\u{1F600}', '\u6F22', '\r\n', '\u2028'],
  ...['<script>', '](javascript:x)', '`', '``', '|', '<!-- -->', '&lt;', '9'.repeat(400), 'a-'.repeat(400)],
  ...['{"a":'.repeat(80), '['.repeat(80), '- '.repeat(80), '*a '.repeat(80), '\n'.repeat(80)],
]

type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'cut' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'swap'; readonly at: number; readonly code: number }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: place, text: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constantFrom('cut' as const, 'double' as const), at: place, length: fc.nat(60) }),
  fc.record({ kind: fc.constant('swap' as const), at: place, code: fc.integer({ min: 1, max: 0x2ff }) }),
)

/** A sound text, damaged in a few places. */
export function damaged(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([seed, edits]) => edits.reduce(apply, seed))
}

function apply(text: string, change: Edit): string {
  const at = Math.floor(change.at * text.length)
  switch (change.kind) {
    case 'insert':
      return text.slice(0, at) + change.text + text.slice(at)
    case 'cut':
      return text.slice(0, at) + text.slice(at + change.length)
    case 'double':
      return text.slice(0, at + change.length) + text.slice(at)
    case 'swap':
      return text.slice(0, at) + String.fromCharCode(change.code) + text.slice(at + 1)
  }
}

/** Any text at all, hostile pieces among ordinary ones. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TOKENS),
      fc.string({ maxLength: 20 }),
      fc.constantFrom('pain', 'nsaids', ' '),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''))

/** The runs of each target: few in the suite, as many as wanted with `npm run fuzz`. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 200)

/** What may not reach a terminal, a page or JSON: controls but for the line break, direction and zero-width marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const UNSEEN = /[\0-\x09\x0B-\x1F\x7F-\x9F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/

/** The data of a damaged JSON text that is still JSON. */
export function damagedJson(seed: string): fc.Arbitrary<unknown> {
  return damaged([seed])
    .map((text) => {
      try {
        return { data: JSON.parse(text) as unknown }
      } catch {
        return undefined
      }
    })
    .filter((parsed) => parsed !== undefined)
    .map(({ data }) => data)
}
