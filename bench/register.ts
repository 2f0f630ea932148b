import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Guide } from '../src/core/model.ts'
import { writePeople } from './generate.ts'
import { fixed, median, scratch, table, whole } from './measure.ts'

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

/** `plan --batch` beside a loop that parses each line and writes it again, in turn, whole processes. */
export async function batchTable(guide: Guide): Promise<string> {
  const people = join(scratch, 'people-100000.ndjson')
  const loop = join(scratch, 'loop.cjs')
  await writePeople(guide, 100_000, people)
  writeFileSync(loop, LOOP)
  const plain: number[] = []
  const ours: number[] = []
  for (let round = 0; round < 5; round += 1) {
    plain.push((await whole([loop, people])).seconds)
    ours.push((await whole(['bin/nextline.js', 'plan', '--batch', people])).seconds)
  }
  const ratio = median(ours) / median(plain)
  return table(
    ['100,000 people', 'median s', 'people a second', 'ratio', 'budget', ''],
    [
      ['parse and write again', fixed(median(plain), 2), perSecond(1e5 / median(plain)), '1.00', '', ''],
      [
        '`plan --batch`',
        fixed(median(ours), 2),
        perSecond(1e5 / median(ours)),
        fixed(ratio, 2),
        '4.00',
        ratio <= 4 ? 'met' : 'not met',
      ],
    ],
  )
}

/** The largest memory of `plan --batch` as the register grows. */
export async function memoryTable(guide: Guide, counts: readonly number[]): Promise<string> {
  const rows: string[][] = []
  for (const count of counts) {
    const people = join(scratch, `people-${count}.ndjson`)
    await writePeople(guide, count, people)
    const { seconds, megabytes } = await whole(['bin/nextline.js', 'plan', '--batch', people])
    rows.push([count.toLocaleString('en'), fixed(megabytes, 0), fixed(seconds)])
  }
  return table(['people', 'largest memory, MB', 's'], rows)
}

export const perSecond = (value: number): string => Math.round(value).toLocaleString('en')
