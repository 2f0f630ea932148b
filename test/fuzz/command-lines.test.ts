import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'
import { damaged, hostileText, RUNS, UNSEEN } from './hostile.ts'

const COMMANDS = [
  ...[
    '',
    'topics',
    'show',
    'risks',
    'faq',
    'tips',
    'compare',
    'search',
    'sources',
    'plan',
    'explain',
    'replay',
  ],
  ...[
    'export',
    'check',
    'help',
    'warning-signs',
    'questions',
    'walk',
    'completion',
    'diff',
    'config',
    'version',
  ],
]
const FLAGS = [
  ...[
    '--json',
    '--plain',
    '--full',
    '--for',
    '--width',
    '--guide',
    '--set',
    '--answers',
    '--format',
    '--all',
  ],
  ...[
    '--no-color',
    '--color',
    '--help',
    '-h',
    '-V',
    '--version',
    '--save',
    '--standard',
    '--no-pager',
    '--',
    '-',
  ],
  ...[
    'patient',
    'clinician',
    'json',
    'markdown',
    '40',
    '0',
    '-1',
    'age=72',
    'age=',
    '=',
    'blood-thinners=apixaban',
  ],
]
const NAMES = [
  'nsaids',
  'rfa',
  'PT',
  'medications',
  'pregnancy',
  'apixaban',
  'red flags',
  'ibuprofn',
  'numbers',
]

/** Nothing is written, whatever a line asks for. */
const io = { writeFileAtomic: () => {} }

const argv = fc
  .tuple(
    fc.constantFrom(...COMMANDS),
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...FLAGS) },
        { weight: 3, arbitrary: fc.constantFrom(...NAMES) },
        { weight: 2, arbitrary: hostileText },
      ),
      { maxLength: 6 },
    ),
  )
  .map(([command, words]) => [command, ...words].filter((word) => word !== ''))

function expectSound(ran: Awaited<ReturnType<typeof run>>, line: readonly string[]): void {
  const shown = `${line.join(' ')}\n${ran.err}`
  expect(ran.err, shown).not.toContain('fault of the program')
  expect([0, 1, 2, 130], shown).toContain(ran.code)
  expect(ran.err, shown).not.toMatch(UNSEEN)
  if (!line.includes('--color')) expect(ran.out, shown).not.toMatch(UNSEEN)
}

describe('any command line', () => {
  it('ends with an answer or in words, and lets no unseen character through', async () => {
    await fc.assert(
      fc.asyncProperty(argv, async (line) => expectSound(await run(line, io), line)),
      {
        numRuns: Math.min(RUNS, 100_000) / 2,
        examples: [
          [['show', '\u001B]0;pwned\u0007']],
          [['search', 'a'.repeat(40_000)]],
          [['\t', '--json']],
          [['--width', '1e9', 'topics']],
          [['--guide', '/dev/null', 'topics']],
        ],
      },
    )
  })

  it('with a damaged file for each command that reads one', async () => {
    const seeds = [
      '{"warning-signs":["none"],"age":"18-64","kidney-disease":"yes"}',
      '{"schema":"nextline/record@1","program":"1","guide":{"id":"facet-joint"},"answers":{},"plan":{},"pieces":{}}',
      '{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"age","answer":[{"valueCoding":{"code":"18-64"}}]}]}',
    ]
    const lines = [
      ['plan', '--answers', '-'],
      ['plan', '--answers', '-', '--json'],
      ['explain', 'nsaids', '--answers', '-'],
      ['replay', '-'],
      ['export', '--answers', '-'],
      ['plan', '--batch', '-'],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lines), damaged(seeds), async (line, stdin) => {
        expectSound(await run(line, { ...io, stdin }), [...line, stdin])
      }),
      { numRuns: Math.min(RUNS, 100_000) / 2 },
    )
  })
})
