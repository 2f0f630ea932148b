import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createProcessIo } from '../../src/io/node-io.ts'

const io = createProcessIo()
const folder = () => mkdtempSync(join(tmpdir(), 'nextline-io-'))

describe('writing a file', () => {
  it('keeps a record readable by its owner alone', () => {
    const file = join(folder(), 'record.json')
    io.writeFileAtomic(file, '{}', { ownerOnly: true })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('narrows a file that others could read before', () => {
    const file = join(folder(), 'record.json')
    writeFileSync(file, 'old')
    chmodSync(file, 0o644)
    io.writeFileAtomic(file, 'new', { ownerOnly: true })
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o600])
  })

  it('leaves the old file and no remains when it cannot be written', () => {
    const target = folder()
    mkdirSync(join(target, 'taken'))
    expect(() => io.writeFileAtomic(join(target, 'taken'), 'text')).toThrow('cannot write')
    expect(readdirSync(target)).toEqual(['taken'])
  })
})

describe('reading lines', () => {
  it('keeps lines and letters whole across the pieces in which a file arrives', async () => {
    const file = join(folder(), 'lines')
    const lines = Array.from({ length: 5000 }, (_, at) => `${at} ${'ä€😀'.repeat(at % 50)}`)
    writeFileSync(file, lines.join('\n'))
    const read: string[] = []
    for await (const some of io.readLines(file)) read.push(...some)
    expect(read).toEqual(lines)
  })

  it('says what is wrong with a file that is not there', () => {
    expect(() => io.readFile('/nowhere/at/all')).toThrow('there is no such file')
  })
})

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
