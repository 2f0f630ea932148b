import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from '../../src/io/node-lines.ts'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run as runWith } from '../support/run.ts'

const run = (argv: readonly string[], own: { readonly stdin?: string } = {}) =>
  runWith(argv, { readLines, ...own })

const folder = mkdtempSync(join(tmpdir(), 'nextline-summary-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const register = (name: string, lines: readonly unknown[]) =>
  file(name, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))

const guide = facetJoint()
const people = fc.sample(anyAnswers(guide), { numRuns: 120, seed: 6 }).map((answers, at) =>
  // Most random people have a warning sign, and would have no options.
  at % 5 === 0
    ? answers
    : { ...answers, 'warning-signs': ['none'], age: at % 2 === 0 ? '18-64' : '65-or-over' },
)
const bad = ['{"age":', '{"age":"old"}']
const lines = [...people, ...bad]

async function summary(name: string, text: readonly unknown[], ...flags: readonly string[]) {
  const { code, out, err } = await run([
    'plan',
    '--batch',
    register(name, text),
    '--summary',
    '--json',
    ...flags,
  ])
  return { code, doc: JSON.parse(out), text: out, err }
}

type Brief = {
  readonly schema: string
  readonly outcome: string
  readonly options: readonly {
    readonly id: string
    readonly status: string
    readonly ask: readonly string[]
  }[]
}

/** The counts, from the brief plans of the same people. */
function countsOf(plans: readonly Brief[]) {
  const options: Record<string, Record<string, number>> = {}
  const open: Record<string, number> = {}
  for (const { options: planned } of plans) {
    for (const { id, status } of planned) {
      const counts = options[id] ?? {}
      options[id] = { ...counts, [status]: (counts[status] ?? 0) + 1 }
    }
    for (const id of new Set(planned.flatMap(({ ask }) => ask))) open[id] = (open[id] ?? 0) + 1
  }
  const having = (outcome: string) => plans.filter((plan) => plan.outcome === outcome).length
  return {
    outcomes: {
      options: having('options'),
      urgent: having('urgent'),
      'out-of-scope': having('out-of-scope'),
    },
    options,
    open,
  }
}

const withoutSteps = (options: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  Object.fromEntries(Object.entries(options).map(([id, { 'next-step': _, ...counts }]) => [id, counts]))

describe('plan --batch --summary', () => {
  it('counts what the brief plans of the same people say', async () => {
    const { out } = await run(['plan', '--batch', register('people.ndjson', lines)])
    const plans: Brief[] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { doc, code } = await summary('people.ndjson', lines)
    const { outcomes, options, open } = countsOf(plans.filter(({ schema }) => schema === 'nextline/brief@1'))
    expect(code).toBe(1)
    expect([doc.people, doc.errors, doc.outcomes]).toEqual([lines.length, bad.length, outcomes])
    expect(withoutSteps(doc.options)).toEqual(options)
    expect(doc.open).toEqual(open)
  })

  it('counts a next step where the plan of the person opens with it', async () => {
    const steps: Record<string, number> = {}
    for (const answers of people) {
      const { out } = await run(['plan', '--json', '--answers', '-'], { stdin: JSON.stringify(answers) })
      for (const { id, status, fits, conflicts } of JSON.parse(out).options) {
        const isStep =
          ['suitable', 'caution', 'check-first'].includes(status) && fits.length > 0 && conflicts.length === 0
        if (isStep) steps[id] = (steps[id] ?? 0) + 1
      }
    }
    const { doc } = await summary('people.ndjson', people)
    const counted = Object.entries<Record<string, number>>(doc.options).flatMap(
      ([id, { 'next-step': count }]) => (count === undefined ? [] : [[id, count]]),
    )
    expect(Object.fromEntries(counted)).toEqual(steps)
  })

  it('names the first bad lines on stderr, and the questions that hold most people up first', async () => {
    const { doc, err } = await summary('people.ndjson', lines)
    expect(err).toContain(`line ${people.length + 1}: not a JSON object`)
    expect(err).toContain(`line ${people.length + 2}: "old" is not an answer to age`)
    const counts = Object.values<number>(doc.open)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })

  it('--by splits it into groups that add up, those who did not answer too', async () => {
    const { doc } = await summary('people.ndjson', lines, '--by', 'age,region')
    expect(doc.by).toEqual(['age', 'region'])
    const whole = await summary('people.ndjson', lines)
    const { by: _, groups, ...total } = doc
    expect(total).toEqual(whole.doc)
    for (const { where, people: count, outcomes, options } of groups) {
      const same = people.filter((answers) =>
        Object.entries(where).every(([id, value]) => (answers[id] ?? null) === value),
      )
      expect(count).toBe(same.length)
      const alone = await summary('group.ndjson', same)
      expect([outcomes, options]).toEqual([alone.doc.outcomes, alone.doc.options])
    }
  })

  it.each([
    ['a question of several answers', 'tried', 'may have several answers'],
    ['no question', 'agee', 'did you mean "age"?'],
    ['one question twice', 'age,age', 'names age twice'],
    [
      'questions of very many answers',
      'age,region,duration,injection-relief,diagnostic-block,pain-pattern,daily-impact',
      'up to',
    ],
  ])('--by with %s is refused', async (_, by, why) => {
    const { code, err } = await run([
      'plan',
      '--batch',
      register('people.ndjson', people),
      '--summary',
      '--by',
      by,
    ])
    expect(code).toBe(2)
    expect(err).toContain(why)
  })

  it.each([
    ['--summary', ['--summary']],
    ['--by', ['--by', 'age']],
    ['--input', ['--input', 'csv']],
  ])('%s without --batch is refused, and --by without --summary', async (flag, flags) => {
    const { code, err } = await run(['plan', ...flags])
    expect(code).toBe(2)
    expect(err).toContain(flag)
  })
})

describe('summary --merge', () => {
  it('gives to the byte what the whole register gives, however it was cut', async () => {
    const cuts = fc.array(fc.integer({ min: 0, max: lines.length }), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(cuts, fc.constantFrom([], ['--by', 'age,region']), async (places, flags) => {
        const ends = [...places.toSorted((a, b) => a - b), lines.length]
        const pieces: string[] = []
        for (const [at, end] of ends.entries()) {
          const { text } = await summary('piece.ndjson', lines.slice(ends[at - 1] ?? 0, end), ...flags)
          pieces.push(file(`piece-${at}.json`, text))
        }
        const whole = await summary('whole.ndjson', lines, ...flags)
        const { out } = await run(['summary', '--merge', ...pieces.reverse(), '--json'])
        expect(out).toBe(whole.text)
      }),
      { numRuns: 15 },
    )
  })

  it('refuses what would give a wrong sum', async () => {
    const { text } = await summary('people.ndjson', people)
    const a = file('a.json', text)
    const half = file('half.json', text.slice(0, text.length / 2))
    const other = file('other.json', text.replace(/"hash": "../, '"hash": "zz'))
    const changed = file('changed.json', text.replace('"urgent": ', '"urgent": 1'))
    const split = file('split.json', (await summary('people.ndjson', people, '--by', 'age')).text)
    for (const [files, why] of [
      [[a, a], 'named twice'],
      [[a, half], 'is something else'],
      [[a, other], 'different guides'],
      [[a, changed], 'counts that do not add up'],
      [[a, split], 'split by different questions'],
      [[a, 'package.json'], 'is something else'],
    ] as const) {
      const { code, err } = await run(['summary', '--merge', ...files])
      expect([code, err]).toEqual([2, expect.stringContaining(why)])
    }
  })
})

describe('the table of a summary', () => {
  it.each([40, 60, 80, 120])(
    'is no wider than %i columns, and has every option and open question',
    async (width) => {
      const counts = file('counts.json', (await summary('people.ndjson', lines, '--by', 'age')).text)
      const { out } = await run(['summary', counts, '--width', String(width)])
      expect(Math.max(...out.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(width)
      for (const option of guide.options) expect(out.replace(/\s+/g, ' ')).toContain(option.shortTitle)
      expect(out.replace(/\s+/g, ' ')).toContain('kidney disease')
    },
  )

  it('shows counts where they fit, and else how many of 100', async () => {
    const many = Array.from({ length: 20 }, () => people).flat()
    const counts = file('counts.json', (await summary('people.ndjson', many)).text)
    expect((await run(['summary', counts, '--width', '120'])).out).not.toContain('<1%')
    const { out } = await run(['summary', counts, '--width', '78'])
    expect(out).toMatch(/Nerve heating .*%/)
  })
})
