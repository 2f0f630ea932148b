import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { fixed, interleaved, median, scratch, table } from './measure.ts'

const TIMES = 41
const PATIENCE = 20_000
/** Said before the first question, which follows when Enter is pressed. */
const READY = 'Ready?'
const FIRST_QUESTION = 'Do you have any of these now?'
/** Clinicians are asked at once. */
const FIRST_FOR_CLINICIANS = 'Red flags present now?'

const LINES: readonly { readonly line: string; readonly budget?: number }[] = [
  { line: '', budget: 1.25 },
  { line: 'topics', budget: 1.25 },
  { line: 'show nsaids', budget: 1.25 },
  { line: 'risks', budget: 1.25 },
  { line: 'faq', budget: 1.25 },
  { line: 'plan --set age=18-64', budget: 1.35 },
  { line: 'show nsaids --guide data/facet-joint', budget: 2.2 },
  { line: 'show nsaids --for patient' },
  { line: '--version' },
]

/** Twenty times as long as the others. Measured after them: what it leaves to the system makes the next ones slower. */
const ANEW = 'show nsaids --guide data/facet-joint'
const TIMES_ANEW = 9

/** One Node, and a copy of the program that was built with it. */
type Installed = { readonly node: string; readonly program: string }

/** Whole processes beside `node -e 0`, in turn, under this Node and the newest one. */
export async function startTables(): Promise<string> {
  const tables: string[] = []
  for (const installed of [{ node: process.execPath, program: 'bin/nextline.js' }, ...newest()]) {
    const version = execFileSync(installed.node, ['--version'], { encoding: 'utf8' }).trim()
    tables.push(`### Node ${version}`, await startTable(installed))
  }
  return tables.join('\n\n')
}

async function startTable({ node, program }: Installed): Promise<string> {
  const bareRun = { argv: ['-e', '0'] }
  const runOf = (line: string) => ({ argv: [program, ...line.split(' ').filter(Boolean)] })
  const runs = [bareRun, ...LINES.map(({ line }) => runOf(line))]
  const [bare = [], ...found] = interleaved(node, runs, TIMES)
  const walk = await walkTimes({ node, program })
  const anew = { ...runOf(ANEW), env: { NEXTLINE_CACHE: '0' } }
  const [bareAnew = [], timesAnew = []] = interleaved(node, [bareRun, anew], TIMES_ANEW)
  return table(
    ['command', 'median ms', 'least ms', 'ratio', 'budget', ''],
    [
      row('`node -e 0`', bare, bare),
      ...LINES.map(({ line, budget }, at) =>
        row(`\`${`nextline ${line}`.trim()}\``, found[at] ?? [], bare, budget),
      ),
      row('first question of `nextline walk` (Ready?)', walk.ready, walk.bare, 1.9),
      row('first question of `nextline walk --for clinician`', walk.clinician, walk.bare, 1.9),
      row('`nextline walk`: Ready?, Enter by a machine, the question after it', walk.next, walk.bare),
      row(`\`NEXTLINE_CACHE=0 nextline ${ANEW}\``, timesAnew, bareAnew),
    ],
  )
}

function row(name: string, times: readonly number[], base: readonly number[], budget?: number): string[] {
  const ratio = median(times) / median(base)
  const verdict = budget === undefined ? '' : ratio <= budget ? 'met' : 'not met'
  const bound = budget === undefined ? '' : fixed(budget, 2)
  return [name, fixed(median(times)), fixed(Math.min(...times)), fixed(ratio, 2), bound, verdict]
}

/** The newest Node of the registry, with the program as that Node builds it; none where it cannot be installed. */
function newest(): readonly Installed[] {
  const name = `node-${process.platform}-${process.arch}`
  const folder = join(scratch, 'newest')
  try {
    execFileSync('npm', ['install', '--prefix', scratch, '--no-save', '--ignore-scripts', `${name}@latest`], {
      stdio: 'ignore',
    })
    const node = join(scratch, 'node_modules', name, 'bin', 'node')
    mkdirSync(folder)
    for (const part of ['bin', 'dist', 'data', 'package.json']) {
      cpSync(part, join(folder, part), { recursive: true })
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    execFileSync(node, [join(folder, 'bin/build.mjs'), '--keep'], { stdio: 'ignore' })
    return [{ node, program: join(folder, 'bin/nextline.js') }]
  } catch (error) {
    process.stderr.write(`The newest Node was not measured: ${String(error).split('\n')[0]}\n`)
    return []
  }
}

/** In a pseudo-terminal: until `node -e 0` ends, until the first screen stands, and until the first question does. */
async function walkTimes({ node, program }: Installed) {
  const bare: number[] = []
  const ready: number[] = []
  const next: number[] = []
  const clinician: number[] = []
  for (let round = 0; round <= TIMES; round += 1) {
    const plain = await untilSeen(node, ['-e', '0'], [])
    const [first = Number.NaN, second = Number.NaN] = await untilSeen(
      node,
      [program, 'walk'],
      [READY, FIRST_QUESTION],
    )
    const asked = await untilSeen(node, [program, 'walk', '--for', 'clinician'], [FIRST_FOR_CLINICIANS])
    if (round === 0) continue
    bare.push(plain[0] ?? Number.NaN)
    ready.push(first)
    next.push(second)
    clinician.push(asked[0] ?? Number.NaN)
  }
  return { bare, ready, next, clinician }
}

/** Milliseconds until each of these words is on the screen, Enter pressed after each; without words, until the end. */
function untilSeen(node: string, argv: string[], words: readonly string[]): Promise<readonly number[]> {
  const begin = performance.now()
  const found: number[] = []
  return new Promise((done, fail) => {
    const child = spawn(node, argv, {
      cols: 80,
      rows: 40,
      env: { ...process.env, TERM: 'xterm' },
    })
    let screen = ''
    const giveUp = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    child.onData((data) => {
      screen += data
      const next = words[found.length]
      if (next === undefined || !screen.includes(next)) return
      found.push(performance.now() - begin)
      if (found.length < words.length) child.write('\r')
      else child.kill('SIGKILL')
    })
    child.onExit(() => {
      clearTimeout(giveUp)
      if (words.length === 0) done([performance.now() - begin])
      else if (found.length < words.length) fail(new Error(`these words never came: ${words}\n${screen}`))
      else done(found)
    })
  })
}
