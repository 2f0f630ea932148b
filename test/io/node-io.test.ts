import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

describe('writing results', () => {
  const shell = (script: string) => {
    const { stdout, stderr, status } = spawnSync('bash', ['-c', `set -o pipefail; ${script}`], {
      encoding: 'utf8',
    })
    return { out: stdout.trim(), err: stderr, status }
  }
  const all = 'node bin/nextline.js export --format json'
  const unblocked = `perl -e 'use Fcntl; fcntl(STDOUT, F_SETFL, O_NONBLOCK|O_WRONLY); exec @ARGV'`

  it('loses nothing when the reader is slower than we are', () => {
    const whole = shell(`${all} | wc -c`).out
    expect(Number(whole)).toBeGreaterThan(500_000)
    expect(shell(`${all} | { sleep 0.3; wc -c; }`).out).toBe(whole)
    expect(shell(`${unblocked} ${all} | { sleep 0.3; wc -c; }`).out).toBe(whole)
  })

  it('ends quietly when the reader has enough', () => {
    const { out, err, status } = shell(`${all} | head -c 1`)
    expect([out, err, status]).toEqual(['{', '', 0])
  })

  it('says that the results cannot be written, and what is wrong', () => {
    const { err, status } = shell('node bin/nextline.js risks > /dev/full')
    expect(status).toBe(2)
    expect(err).toBe('nextline: cannot write the results: the disk is full\nSend them to another place.\n')
  })
})
