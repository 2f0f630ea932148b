import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { fixed, median, scratch, table } from './measure.ts'

const TIMES = 11

/** An edit of one file; `replacement` as `String.replace` takes it. */
type Edit = {
  readonly what: string
  readonly file: string
  readonly find: RegExp
  readonly replacement: string
}

const EDITS: readonly Edit[] = [
  {
    what: 'a text of an option',
    file: 'options/nsaids.yaml',
    find: /because: \S+/,
    replacement: '$& really',
  },
  {
    what: 'a text of an option, by a line more',
    file: 'options/nsaids.yaml',
    find: /^title:.*\n/m,
    replacement: '$&# more\n',
  },
  {
    what: 'the status of a rule',
    file: 'options/nsaids.yaml',
    find: /status: caution/,
    replacement: 'status: check-first',
  },
  { what: 'a text of a question', file: 'questions.yaml', find: /text: \S+/, replacement: '$& please' },
  { what: 'the title of a source', file: 'sources.yaml', find: /title: \S+/, replacement: '$& really' },
]

/** From writing a file to the printed result of `check --watch` on a real terminal, once the first check is done. */
export async function watchTable(): Promise<string> {
  const folder = join(scratch, 'watched')
  cpSync('data/facet-joint', folder, { recursive: true })
  const program = watchIn(folder)
  await program.until('Ctrl+C stops.')
  const rows: string[][] = []
  for (const { what, file, find, replacement } of EDITS) {
    const path = join(folder, file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(find, replacement)
    const times: number[] = []
    const processorTimes: number[] = []
    for (let round = 0; round < TIMES; round += 1) {
      const processor = program.processor()
      const begin = performance.now()
      writeFileSync(path, round % 2 === 0 ? after : before)
      await program.until('Checked again.')
      times.push(performance.now() - begin)
      processorTimes.push(program.processor() - processor)
    }
    rows.push([what, fixed(median(times), 0), fixed(median(processorTimes), 0)])
    writeFileSync(path, before)
    await program.until('Checked again.')
  }
  program.stop()
  return table(['edit of the built-in guide', 'ms to the result', 'ms of processor time'], rows)
}

function watchIn(folder: string) {
  const program = spawn(process.execPath, [resolve('bin/nextline.js'), 'check', folder, '--watch'], {
    cols: 80,
    rows: 24,
    name: 'xterm-256color',
  })
  let seen = ''
  let check = () => {}
  program.onData((data) => {
    seen += data
    check()
  })
  return {
    /** Waits for words, and forgets what was printed up to them. */
    until: (words: string) =>
      new Promise<void>((done) => {
        check = () => {
          const start = seen.indexOf(words)
          if (start < 0) return
          seen = seen.slice(start + words.length)
          check = () => {}
          done()
        }
        check()
      }),
    /** Milliseconds of processor time so far, in steps of 10 (Linux). */
    processor: () => {
      const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    stop: () => program.kill('SIGINT'),
  }
}
