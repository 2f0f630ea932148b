import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'

const hasParallel = spawnSync('parallel', ['--version']).status === 0
// Where it is the point to find out, its absence is a failure; on a person's own machine it is not.
const mayBeSkipped = process.env['CI'] !== 'true'

const people = fc
  .sample(anyAnswers(facetJoint()), { numRuns: 60, seed: 6 })
  .map((answers) => JSON.stringify(answers))
const CHUNK = 10

/** Judges a chunk; the worker of the third is killed in the middle of it, the first time. */
const WORKER = `#!/bin/bash
chunk=$1
if [ "$chunk" = chunk-2.ndjson ] && [ ! -e killed ]; then
  touch killed
  mkfifo unfinished
  exec 3<>unfinished
  head -n 4 "$chunk" >&3
  "$NODE" "$NEXTLINE" plan --batch < unfinished > "$chunk.plans" &
  worker=$!
  until [ -s "$chunk.plans" ]; do sleep 0.05; done
  kill -KILL "$worker"
  wait "$worker"
  exit
fi
"$NODE" "$NEXTLINE" plan --batch "$chunk" > "$chunk.plans"
`

function job() {
  const folder = mkdtempSync(join(tmpdir(), 'nextline-parallel-'))
  for (let at = 0; at < people.length; at += CHUNK) {
    const lines = people.slice(at, at + CHUNK)
    writeFileSync(join(folder, `chunk-${at / CHUNK}.ndjson`), `${lines.join('\n')}\n`)
  }
  writeFileSync(join(folder, 'worker'), WORKER, { mode: 0o755 })
  const env = { ...process.env, NODE: process.execPath, NEXTLINE: join(process.cwd(), 'bin/nextline.js') }
  const chunks = readdirSync(folder).filter((name) => name.startsWith('chunk-'))
  return {
    chunks,
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    parallel: (...flags: readonly string[]) =>
      spawnSync('parallel', ['--jobs', '2', '--joblog', 'jobs.log', ...flags, './worker', ':::', ...chunks], {
        cwd: folder,
        env,
        encoding: 'utf8',
      }),
  }
}

const batch = (input: string, ...flags: readonly string[]) =>
  execFileSync(process.execPath, ['bin/nextline.js', 'plan', '--batch', ...flags], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })

describe('a register over several workers', () => {
  it.skipIf(!hasParallel && mayBeSkipped)(
    'with a worker killed and the job resumed, GNU parallel (Debian package "parallel") has every record exactly once',
    () => {
      expect(hasParallel, 'GNU parallel is not installed: apt-get install parallel').toBe(true)
      const { chunks, read, parallel } = job()
      expect(parallel().status).toBe(1)
      expect(read('chunk-2.ndjson.plans').split('\n').length).toBeLessThan(CHUNK)
      expect(parallel('--resume-failed').status).toBe(0)

      const runs = read('jobs.log').match(/chunk-\d\.ndjson$/gm) ?? []
      expect(runs.toSorted()).toEqual([...chunks, 'chunk-2.ndjson'].toSorted())
      const bodies = (text: string) => text.replace(/^\{"schema":"[^"]+","line":\d+,/gm, '')
      const found = chunks.map((chunk) => read(`${chunk}.plans`)).join('')
      expect(bodies(found)).toBe(bodies(batch(people.join('\n'))))
    },
    60_000,
  )

  it('a worker that is given the guide’s folder and one that has it built in agree to the byte', () => {
    const input = people.join('\n')
    for (const flags of [[], ['--full']]) {
      expect(batch(input, '--guide', 'data/facet-joint', ...flags)).toBe(batch(input, ...flags))
    }
  }, 60_000)
})
