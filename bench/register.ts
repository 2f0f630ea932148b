import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Guide } from '../src/core/model.ts'
import { writePeople } from './generate.ts'
import { fixed, measureProcess, median, scratch, table } from './measure.ts'

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
 * Brief plans and counts beside a loop that parses each line and writes it again, in turn, whole processes: of random
 * people, a third of whom a gate stops, and of people who all have options.
 */
export async function batchTable(guide: Guide): Promise<string> {
  const loop = join(scratch, 'loop.cjs')
  writeFileSync(loop, LOOP)
  const tables: string[] = []
  for (const who of ['any', 'listed'] as const) {
    const people = join(scratch, `people-${who}.ndjson`)
    await writePeople(guide, 100_000, people, who)
    const runs = [
      { name: 'parse and write again', argv: [loop, people] },
      { name: '`plan --batch`', argv: ['bin/nextline.js', 'plan', '--batch', people], budget: 4 },
      {
        name: '`plan --batch --summary`',
        argv: ['bin/nextline.js', 'plan', '--batch', people, '--summary', '--json'],
      },
    ]
    const measured = runs.map(() => ({ seconds: [] as number[], processor: [] as number[] }))
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, { argv }] of runs.entries()) {
        const { seconds, processor } = await measureProcess(argv)
        measured[index]?.seconds.push(seconds)
        measured[index]?.processor.push(processor)
      }
    }
    const base = median(measured[0]?.seconds ?? [])
    const brief = median(measured[1]?.processor ?? [])
    const rows = runs.map(({ name, budget }, index) => {
      const seconds = median(measured[index]?.seconds ?? [])
      const processor = median(measured[index]?.processor ?? [])
      const ratio = seconds / base
      return [
        name,
        fixed(seconds, 2),
        fixed(processor, 2),
        fixed(processor / brief, 2),
        perSecond(1e5 / seconds),
        fixed(ratio, 2),
        budget === undefined ? '' : fixed(budget, 2),
        budget === undefined ? '' : ratio <= budget ? 'met' : 'not met',
      ]
    })
    const title = who === 'any' ? '100,000 random people' : '100,000 people who all have options'
    tables.push(
      table(
        [title, 'median s', 'processor s', 'of brief plans', 'people a second', 'ratio', 'budget', ''],
        rows,
      ),
    )
  }
  return tables.join('\n\n')
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
