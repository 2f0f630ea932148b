import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { job, missing, skips, WAIT_FOR_HOLDER } from './job.ts'

const why = missing(['parallel'])

describe('GNU parallel on one machine', () => {
  it.skipIf(skips(why))(
    'with a worker killed in the middle of a piece, and the same line run again, has every person exactly once',
    () => {
      expect(why).toBeUndefined()
      const { run, results, read } = job(['parallel.sh'])
      const { status, log } = run(
        `sh parallel.sh & running=$!
${WAIT_FOR_HOLDER}
kill -KILL $(cat holder.pid)
wait $running && exit 3
[ ! -e pieces/0002.plans ] || exit 4
sh parallel.sh
`,
        60,
      )
      expect(status, log).toBe(0)
      const { found, whole } = results('join')
      expect(found).toBe(whole)
      // Nothing but the piece that was lost was done again.
      const runs = read('jobs.log').match(/\d{4}\.ndjson$/gm) ?? []
      expect(runs.toSorted()).toEqual(
        ['0000', '0001', '0002', '0002', '0003', '0004', '0005'].map((at) => `${at}.ndjson`),
      )
    },
    90_000,
  )
})

describe('a worker that is given the guide’s folder and one that has it built in', () => {
  it('agree to the byte', () => {
    const { read } = job([])
    const batch = (...flags: readonly string[]) =>
      execFileSync(process.execPath, ['bin/nextline.js', 'plan', '--batch', ...flags], {
        input: read('pieces/0001.ndjson'),
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      })
    for (const flags of [[], ['--full']]) {
      expect(batch('--guide', 'data/facet-joint', ...flags)).toBe(batch(...flags))
    }
  })
})
