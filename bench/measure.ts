import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const scratch = mkdtempSync(join(tmpdir(), 'nextline-bench-'))

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

type Run = { readonly argv: readonly string[]; readonly env?: Readonly<Record<string, string>> }

/** Milliseconds of a whole process whose output goes into a pipe. */
export function millisecondsOf(node: string, { argv, env }: Run): number {
  const begin = performance.now()
  spawnSync(node, argv, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  return performance.now() - begin
}

/** Milliseconds of whole processes, one of each in turn, so that a busy moment of the machine affects all of them. */
export function interleaved(
  node: string,
  runs: readonly Run[],
  times: number,
): readonly (readonly number[])[] {
  const measured: number[][] = runs.map(() => [])
  for (let round = 0; round <= times; round += 1) {
    for (const [index, run] of runs.entries()) {
      const time = millisecondsOf(node, run)
      // The first round fills the caches of the file system.
      if (round > 0) measured[index]?.push(time)
    }
  }
  return measured
}

const REPORT = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  require('node:fs').writeFileSync(process.env.BENCH_RSS, JSON.stringify([maxRSS, userCPUTime + systemCPUTime]))
})`

export type ProcessCost = { readonly seconds: number; readonly processor: number; readonly megabytes: number }

/** Seconds, seconds of processor time and largest memory (MB) of a Node process whose output goes to a file. */
export async function measureProcess(argv: readonly string[]): Promise<ProcessCost> {
  const hook = join(scratch, 'rss.cjs')
  const rss = join(scratch, 'rss')
  writeFileSync(hook, REPORT)
  const out = openSync(join(scratch, 'out'), 'w')
  const begin = performance.now()
  await new Promise((done) => {
    const env = { ...process.env, BENCH_RSS: rss }
    spawn(process.execPath, ['--require', hook, ...argv], { stdio: ['ignore', out, 'inherit'], env }).on(
      'close',
      done,
    )
  })
  const seconds = (performance.now() - begin) / 1000
  closeSync(out)
  const [kilobytes, microseconds] = JSON.parse(readFileSync(rss, 'utf8'))
  return { seconds, processor: microseconds / 1e6, megabytes: kilobytes / 1024 }
}

/** Milliseconds. Longer work is measured once, without a call that warms it up. */
const LONG = 2000

/** Median milliseconds of a function: at least five calls after one that warms it up, and at least 50 ms of them. */
export function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  const first = performance.now() - start
  if (first > LONG) return first
  const times: number[] = []
  for (let sum = 0; times.length < 5 || sum < 50; ) {
    const begin = performance.now()
    work()
    const time = performance.now() - begin
    times.push(time)
    sum += time
  }
  return median(times)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const fixed = (value: number, digits = 1): string => value.toFixed(digits)

/** Cells of a table: a ratio, its budget, and whether it is met. */
export function budgetCells(ratio: number, budget: number | undefined): readonly string[] {
  if (budget === undefined) return [fixed(ratio, 2), '', '']
  return [fixed(ratio, 2), fixed(budget, 2), ratio <= budget ? 'met' : 'not met']
}
