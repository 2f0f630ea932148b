import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const scratch = mkdtempSync(join(tmpdir(), 'nextline-bench-'))

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds of whole processes, one of each in turn, so that a busy moment of the machine meets all of them. */
export function interleaved(
  node: string,
  runs: readonly { readonly argv: readonly string[]; readonly env?: Readonly<Record<string, string>> }[],
  times: number,
): readonly (readonly number[])[] {
  const found: number[][] = runs.map(() => [])
  for (let round = 0; round <= times; round += 1) {
    for (const [at, { argv, env }] of runs.entries()) {
      const begin = performance.now()
      spawnSync(node, argv, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
      // The first round fills the caches of the file system.
      if (round > 0) found[at]?.push(performance.now() - begin)
    }
  }
  return found
}

const REPORT = `process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_RSS,
  String(process.resourceUsage().maxRSS)))`

/** Seconds and largest memory (MB) of a Node process whose output goes to a file. */
export async function whole(argv: readonly string[]): Promise<{ seconds: number; megabytes: number }> {
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
  return { seconds, megabytes: Number(readFileSync(rss, 'utf8')) / 1024 }
}

/** Median milliseconds of a function: at least five calls after one that warms it up, and at least 50 ms of them. */
export function timed(work: () => unknown): number {
  work()
  const found: number[] = []
  for (let spent = 0; found.length < 5 || spent < 50; ) {
    const begin = performance.now()
    work()
    found.push(performance.now() - begin)
    spent += found.at(-1) ?? 0
  }
  return median(found)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const fixed = (value: number, digits = 1): string => value.toFixed(digits)
