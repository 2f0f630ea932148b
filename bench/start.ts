import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { budgetCells, fixed, interleaved, median, millisecondsOf, scratch, table } from './measure.ts'

const TIMES = 41
const MOST_MILLISECONDS = 20_000
/** Shown before the first question, which follows when Enter is pressed. */
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
  { line: 'plan --set age=18-64', budget: 1.5 },
  { line: 'show nsaids --guide data/facet-joint', budget: 2.2 },
  { line: 'show nsaids --for patient' },
  { line: '--version' },
]

/** Where people look: a terminal with colour. */
const TERMINAL_LINES: readonly { readonly line: string; readonly budget?: number }[] = [
  { line: 'show nsaids', budget: 1.35 },
  { line: 'faq' },
  { line: 'risks' },
  { line: 'plan --set age=18-64', budget: 1.6 },
  { line: 'plan --answers data/examples/facet-joint.yaml' },
  { line: 'search stomach bleeding', budget: 1.9 },
  { line: 'sources' },
]
const TIMES_IN_TERMINAL = 21

/** A guide in a folder of YAML takes longer, so it is measured fewer times. */
const TIMES_OWN = 9
const BUDGET_FIRST = 12
const BUDGET_AFTER_AN_EDIT = 3
const BUDGET_UNCHANGED = 2.2
const TITLE = /^title: .*$/m

const PROGRAM = 'bin/nextline.js'

/** One Node, and the program. */
type Installed = { readonly node: string; readonly program: string }

/** Whole processes beside `node -e 0`, in turn, under this Node and the newest one. */
export async function startTables(): Promise<string> {
  const tables: string[] = []
  for (const installed of [{ node: process.execPath, program: PROGRAM }, ...newest()]) {
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
  const shown = await terminalTimes({ node, program })
  const own = ownGuideTimes({ node, program })
  const tables = [shown, own].map(({ title, rows }) => table([title, ...COLUMNS], rows))
  const first = table(
    ['into a pipe', ...COLUMNS],
    [
      row('`node -e 0`', bare, bare),
      ...LINES.map(({ line, budget }, index) =>
        row(`\`${`nextline ${line}`.trim()}\``, found[index] ?? [], bare, budget),
      ),
      row('first question of `nextline walk` (Ready?)', walk.ready, walk.bare, 1.9),
      row('first question of `nextline walk --for clinician`', walk.clinician, walk.bare, 1.9),
      row('`nextline walk`: Ready?, Enter by a machine, the question after it', walk.next, walk.bare),
    ],
  )
  return [first, ...tables].join('\n\n')
}

const COLUMNS = ['median ms', 'least ms', 'ratio', 'budget', '']
type Rows = { readonly title: string; readonly rows: readonly (readonly string[])[] }

/** Whole processes in a pseudo-terminal of 80 columns with colour, without a pager. */
async function terminalTimes({ node, program }: Installed): Promise<Rows> {
  const argvs = [['-e', '0'], ...TERMINAL_LINES.map(({ line }) => [program, ...line.split(' ')])]
  const found: number[][] = argvs.map(() => [])
  for (let round = 0; round <= TIMES_IN_TERMINAL; round += 1) {
    for (const [index, argv] of argvs.entries()) {
      const env = { TERM: 'xterm-256color', NEXTLINE_PAGER: '' }
      const [time = Number.NaN] = await untilSeen(node, argv, [], env)
      if (round > 0) found[index]?.push(time)
    }
  }
  const [bare = [], ...times] = found
  const rows = TERMINAL_LINES.map(({ line, budget }, index) =>
    row(`\`nextline ${line}\``, times[index] ?? [], bare, budget),
  )
  return { title: 'in a terminal with colour', rows: [row('`node -e 0`', bare, bare), ...rows] }
}

/** A copy of the guide: read for the first time, after an edit of the title in one file, and when nothing changed. */
function ownGuideTimes({ node, program }: Installed): Rows {
  const folder = join(scratch, 'own-guide')
  const cache = join(scratch, 'own-cache')
  rmSync(folder, { recursive: true, force: true })
  cpSync('data/facet-joint', folder, { recursive: true })
  const show = { argv: [program, 'show', 'nsaids', '--guide', folder], env: { NEXTLINE_CACHE: cache } }
  const bareRun = { argv: ['-e', '0'] }
  const file = join(folder, 'options/nsaids.yaml')
  const text = readFileSync(file, 'utf8')
  const bare: number[] = []
  const first: number[] = []
  const edited: number[] = []
  const unchanged: number[] = []
  for (let round = 0; round < TIMES_OWN; round += 1) {
    rmSync(cache, { recursive: true, force: true })
    bare.push(millisecondsOf(node, bareRun))
    first.push(millisecondsOf(node, show))
    writeFileSync(file, text.replace(TITLE, `title: Edit ${round}`))
    edited.push(millisecondsOf(node, show))
    unchanged.push(millisecondsOf(node, show))
  }
  return {
    title: 'a guide of one’s own',
    rows: [
      row('`node -e 0`', bare, bare),
      row('`nextline show nsaids --guide own`, the first time', first, bare, BUDGET_FIRST),
      row('the same after an edit of one file', edited, bare, BUDGET_AFTER_AN_EDIT),
      row('the same when no file has changed', unchanged, bare, BUDGET_UNCHANGED),
    ],
  }
}

function row(name: string, times: readonly number[], base: readonly number[], budget?: number): string[] {
  const cells = budgetCells(median(times) / median(base), budget)
  return [name, fixed(median(times)), fixed(Math.min(...times)), ...cells]
}

/** The newest Node of the registry; none where it cannot be installed. */
function newest(): readonly Installed[] {
  const name = `node-${process.platform}-${process.arch}`
  try {
    execFileSync('npm', ['install', '--prefix', scratch, '--no-save', '--ignore-scripts', `${name}@latest`], {
      stdio: 'ignore',
    })
    const node = join(scratch, 'node_modules', name, 'bin', 'node')
    execFileSync(node, ['--version'])
    return [{ node, program: PROGRAM }]
  } catch (error) {
    process.stderr.write(`The newest Node was not measured: ${String(error).split('\n')[0]}\n`)
    return []
  }
}

/** In a pseudo-terminal: until `node -e 0` ends, the first screen is drawn, and the first question is drawn. */
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
function untilSeen(
  node: string,
  argv: string[],
  words: readonly string[],
  env: Readonly<Record<string, string>> = { TERM: 'xterm' },
): Promise<readonly number[]> {
  const begin = performance.now()
  const found: number[] = []
  return new Promise((done, fail) => {
    const child = spawn(node, argv, { cols: 80, rows: 40, env: { ...process.env, ...env } })
    let screen = ''
    const giveUp = setTimeout(() => child.kill('SIGKILL'), MOST_MILLISECONDS)
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
