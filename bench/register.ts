import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Guide } from '../src/core/model.ts'
import { writePeople } from './generate.ts'
import { budgetCells, fixed, measureProcess, median, type ProcessCost, scratch, table } from './measure.ts'

const LOOP = `const { createReadStream } = require('node:fs')
void (async () => {
  let rest = ''
  for await (const chunk of createReadStream(process.argv[2], 'utf8')) {
    const lines = (rest + chunk).split('\\n')
    rest = lines.pop()
    let text = ''
    for (const line of lines) text += JSON.stringify(JSON.parse(line)) + '\\n'
    if (!process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done))
  }
})()`

const ROUNDS = 3

/**
 * Brief plans and counts beside a loop that parses each line and writes it again: for random people, a third of whom
 * have a warning sign or are out of scope, and for people who all have options.
 */
export async function batchTable(guide: Guide): Promise<string> {
  const loop = join(scratch, 'loop.cjs')
  writeFileSync(loop, LOOP)
  const tables: string[] = []
  for (const who of ['any', 'listed'] as const) {
    const people = join(scratch, `people-${who}.ndjson`)
    await writePeople(guide, 100_000, people, who)
    const title = who === 'any' ? '100,000 random people' : '100,000 people who all have options'
    const head = [
      title,
      'median s',
      'processor s',
      'of brief plans',
      'people a second',
      'ratio',
      'budget',
      '',
    ]
    tables.push(table(head, await batchRows(loop, people)))
  }
  return tables.join('\n\n')
}

async function batchRows(loop: string, people: string): Promise<readonly (readonly string[])[]> {
  const batch = ['bin/nextline.js', 'plan', '--batch', people]
  const runs = [
    { name: 'parse and write again', argv: [loop, people] },
    { name: '`plan --batch`', argv: batch, budget: 4 },
    { name: '`plan --batch --summary`', argv: [...batch, '--summary', '--json'] },
  ]
  const costs = await medianCosts(runs.map(({ argv }) => argv))
  const [base, brief] = costs
  return runs.map(({ name, budget }, index) => {
    const { seconds = Number.NaN, processor = Number.NaN } = costs[index] ?? {}
    return [
      name,
      fixed(seconds, 2),
      fixed(processor, 2),
      fixed(processor / (brief?.processor ?? Number.NaN), 2),
      perSecond(1e5 / seconds),
      ...budgetCells(seconds / (base?.seconds ?? Number.NaN), budget),
    ]
  })
}

/** The median costs of whole processes, run in turn. */
async function medianCosts(argvs: readonly (readonly string[])[]) {
  const costs = argvs.map((): ProcessCost[] => [])
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, argv] of argvs.entries()) costs[index]?.push(await measureProcess(argv))
  return costs.map((rounds) => ({
    seconds: median(rounds.map(({ seconds }) => seconds)),
    processor: median(rounds.map(({ processor }) => processor)),
  }))
}

/** The largest memory of `plan --batch`, and of its summary, as the register grows. */
export async function memoryTable(guide: Guide, counts: readonly number[]): Promise<string> {
  const rows: string[][] = []
  for (const count of counts) {
    const people = join(scratch, `people-${count}.ndjson`)
    await writePeople(guide, count, people)
    for (const flags of [[], ['--summary', '--json']]) {
      const { seconds, megabytes } = await measureProcess([
        'bin/nextline.js',
        'plan',
        '--batch',
        people,
        ...flags,
      ])
      const what = flags.length === 0 ? 'brief plans' : 'summary'
      rows.push([count.toLocaleString('en'), what, fixed(megabytes, 0), fixed(seconds)])
    }
    rmSync(people)
  }
  return table(['people', '', 'largest memory, MB', 's'], rows)
}

export const perSecond = (value: number): string => Math.round(value).toLocaleString('en')
