import { spawn } from '@lydell/node-pty'
import { fixed, interleaved, median, table } from './measure.ts'

const TIMES = 21
const PROGRAM = 'bin/nextline.js'
const FIRST_QUESTION = 'Ready?'
const PATIENCE = 20_000

const LINES: readonly { readonly line: string; readonly budget: number }[] = [
  { line: '', budget: 1.25 },
  { line: 'topics', budget: 1.25 },
  { line: 'show nsaids', budget: 1.25 },
  { line: 'risks', budget: 1.25 },
  { line: 'faq', budget: 1.25 },
  { line: 'plan --set age=18-64', budget: 1.35 },
  { line: 'show nsaids --guide data/facet-joint', budget: 2.2 },
]

/** Whole processes beside `node -e 0`, in turn; and the first question of a walk in a pseudo-terminal. */
export async function startTable(): Promise<string> {
  const runs = [['-e', '0'], ...LINES.map(({ line }) => [PROGRAM, ...line.split(' ').filter(Boolean)])]
  const [bare = [], ...found] = interleaved(runs, TIMES)
  const row = (name: string, times: readonly number[], base: readonly number[], budget?: number) => {
    const ratio = median(times) / median(base)
    const verdict = budget === undefined ? '' : ratio <= budget ? 'met' : 'not met'
    const bound = budget === undefined ? '' : fixed(budget, 2)
    return [name, fixed(median(times)), fixed(Math.min(...times)), fixed(ratio, 2), bound, verdict]
  }
  const rows = [
    row('`node -e 0`', bare, bare),
    ...LINES.map(({ line, budget }, at) => row(`\`nextline ${line}\``, found[at] ?? [], bare, budget)),
  ]
  const walk = await walkTimes()
  rows.push(row('first question of `nextline walk`', walk.walk, walk.bare, 1.9))
  return table(['command', 'median ms', 'least ms', 'ratio', 'budget', ''], rows)
}

/** In a pseudo-terminal: until `node -e 0` ends, and until the first question stands on the screen. */
async function walkTimes() {
  const bare: number[] = []
  const walk: number[] = []
  for (let round = 0; round <= TIMES; round += 1) {
    const plain = await untilSeen(['-e', '0'], undefined)
    const first = await untilSeen([PROGRAM, 'walk'], FIRST_QUESTION)
    if (round > 0) {
      bare.push(plain)
      walk.push(first)
    }
  }
  return { bare, walk }
}

function untilSeen(argv: string[], words: string | undefined): Promise<number> {
  const begin = performance.now()
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, argv, {
      cols: 80,
      rows: 40,
      env: { ...process.env, TERM: 'xterm' },
    })
    let screen = ''
    let found: number | undefined
    const giveUp = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    child.onData((data) => {
      screen += data
      if (found !== undefined || words === undefined || !screen.includes(words)) return
      found = performance.now() - begin
      child.kill('SIGKILL')
    })
    child.onExit(() => {
      clearTimeout(giveUp)
      if (words === undefined) done(performance.now() - begin)
      else if (found === undefined) fail(new Error(`"${words}" never came on the screen:\n${screen}`))
      else done(found)
    })
  })
}
