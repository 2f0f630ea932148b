import { describe, expect, it } from 'vitest'
import { job, missing, skips, WAIT_FOR_HOLDER } from './job.ts'

const DASK = '/usr/bin/python3 -c "import distributed"'
const why = missing(['/usr/bin/python3', 'dask-scheduler', 'dask-worker', 'ip'])

/** A scheduler and two workers, each with what it starts in a group of processes that is killed as one. */
const CLUSTER = `
set -eu
ip link set lo up
${DASK}
dask-scheduler --host 127.0.0.1 --port 17100 --no-dashboard > scheduler.log 2>&1 &
worker() {
  WORKER=worker$1 setsid dask-worker tcp://127.0.0.1:17100 --name worker$1 --nthreads 1 --no-nanny --no-dashboard \\
    --local-directory $PWD/worker$1 > worker$1.log 2>&1 &
}
worker 1; worker1=$!
worker 2; worker2=$!
`

describe('dask.distributed', () => {
  it.skipIf(skips(why))(
    'with one of two workers killed in the middle of a piece, has every person exactly once',
    () => {
      expect(why).toBeUndefined()
      const { run, results } = job(['judge.py'])
      const { status, log } = run(
        `${CLUSTER}
/usr/bin/python3 judge.py tcp://127.0.0.1:17100 &
judging=$!
${WAIT_FOR_HOLDER}
kill -KILL -- -\${!holder}
wait $judging
`,
        90,
      )
      expect(status, log).toBe(0)
      expect(log).toMatch(/killing worker[12]/)
      const { found, whole } = results('joined')
      expect(found).toBe(whole)
    },
    120_000,
  )
})
