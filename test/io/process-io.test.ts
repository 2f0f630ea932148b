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
import { createProcessIo } from '../../src/io/process-io.ts'

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
