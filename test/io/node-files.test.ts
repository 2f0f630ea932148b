import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTextFile } from '../../src/io/node-files.ts'
import { LONGEST_LINE, readLines } from '../../src/io/node-lines.ts'
import { writeFileAtomic } from '../../src/io/node-write.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'nextline-files-'))
const fifo = (path: string) => execFileSync('mkfifo', [path])

describe('reading a file', () => {
  it.each([
    ['a folder', (path: string) => mkdirSync(path), 'it is a folder'],
    ['a named pipe', fifo, 'it is a pipe or a device'],
    [
      'a file that is not UTF-8',
      (path: string) => writeFileSync(path, Buffer.from([0x61, 0xff])),
      'not UTF-8',
    ],
    [
      'a file in UTF-16',
      (path: string) => writeFileSync(path, Buffer.from('\uFEFFage: 18-64', 'utf16le')),
      'UTF-16',
    ],
    ['a chain of links to itself', (path: string) => symlinkSync(path, path), 'chain of links'],
  ])('%s is refused at once, and named', (_title, make, reason) => {
    const path = join(folder(), 'answers')
    make(path)
    expect(() => readTextFile(path)).toThrow(reason)
  })

  it.each([
    ['a device is refused instead of filling the memory', '/dev/zero', 'it is a pipe or a device'],
    [
      'a file that is not there is named',
      '/nowhere/at/all',
      'cannot read /nowhere/at/all: there is no such file',
    ],
  ])('%s', (_title, path, reason) => {
    expect(() => readTextFile(path)).toThrow(reason)
  })

  it('a byte order mark is no part of the text', () => {
    const path = join(folder(), 'answers.yaml')
    writeFileSync(path, '\uFEFFage: 18-64')
    expect(readTextFile(path)).toBe('age: 18-64')
  })

  it('a standard input that does not block is waited for', () => {
    const script = `(sleep 0.3; echo '{"age":"18-64"}') | perl -e 'use Fcntl; fcntl(STDIN, F_SETFL, O_NONBLOCK); exec @ARGV' node bin/nextline.js plan --answers - --json`
    const { stdout, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    expect([status, JSON.parse(stdout).answers]).toEqual([0, { age: '18-64' }])
  })

  it('a folder as standard input is refused', () => {
    const { stderr, status } = spawnSync('bash', ['-c', 'node bin/nextline.js plan --batch - < /tmp'], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([2, expect.stringContaining('standard input: it is a folder')])
  })
})

describe('reading lines', () => {
  const lines = async (path: string) => {
    const all: string[] = []
    for await (const some of readLines(path)) all.push(...some)
    return all
  }

  it('a byte order mark is no part of the first line', async () => {
    const path = join(folder(), 'people.ndjson')
    writeFileSync(path, '\uFEFF{}\n{}\n')
    expect(await lines(path)).toEqual(['{}', '{}'])
  })

  it('lines and letters stay whole across the pieces in which a file arrives', async () => {
    const path = join(folder(), 'lines')
    const written = Array.from({ length: 5000 }, (_, index) => `${index} ${'ä€😀'.repeat(index % 50)}`)
    writeFileSync(path, written.join('\n'))
    expect(await lines(path)).toEqual(written)
  })

  it('a line without an end is cut, and the lines after it are read', async () => {
    const path = join(folder(), 'people.ndjson')
    writeFileSync(path, `a\n${'x'.repeat(3 * LONGEST_LINE)}\nb\n`)
    expect((await lines(path)).map(({ length }) => length)).toEqual([1, LONGEST_LINE + 1, 1])
  })
})

describe('writing a file', () => {
  it('a link keeps pointing, and what it points to is replaced', () => {
    const place = folder()
    writeFileSync(join(place, 'real'), 'old')
    symlinkSync('real', join(place, 'link'))
    writeFileAtomic(join(place, 'link'), 'new')
    expect(lstatSync(join(place, 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(place, 'real'), 'utf8')).toBe('new')
  })

  it.each([
    ['a named pipe', (path: string) => fifo(path)],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('%s is never replaced, and nothing is left behind', (_title, make) => {
    const place = folder()
    make(join(place, 'there'))
    expect(() => writeFileAtomic(join(place, 'there'), 'text')).toThrow('cannot write')
    expect(statSync(join(place, 'there')).isFile()).toBe(false)
    expect(readdirSync(place)).toEqual(['there'])
  })

  it.each([
    ['below a file', (place: string) => join(place, 'file', 'x.json'), 'not a folder'],
    ['under a name that is too long', (place: string) => join(place, 'n'.repeat(256)), 'too long'],
    ['under /proc, where making a folder gives odd errors', () => '/proc/none/x.json', 'cannot write'],
  ])('%s it fails in words, and leaves nothing behind', (_title, path, reason) => {
    const place = folder()
    writeFileSync(join(place, 'file'), '')
    expect(() => writeFileAtomic(path(place), 'text')).toThrow(reason)
    expect(readdirSync(place)).toEqual(['file'])
  })

  it('takes a name of 255 bytes', () => {
    const path = join(folder(), 'n'.repeat(255))
    writeFileAtomic(path, 'text')
    expect(readFileSync(path, 'utf8')).toBe('text')
  })

  it('a record, and the folders made for it, can be read by their owner alone', () => {
    const place = folder()
    writeFileAtomic(join(place, 'a/b/record.json'), '{}', { ownerOnly: true })
    expect(statSync(join(place, 'a')).mode & 0o077).toBe(0)
    expect(statSync(join(place, 'a/b/record.json')).mode & 0o777).toBe(0o600)
  })

  it('a record that replaces a file which others could read cannot be read by them', () => {
    const path = join(folder(), 'record.json')
    writeFileSync(path, 'old')
    chmodSync(path, 0o644)
    writeFileAtomic(path, 'new', { ownerOnly: true })
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o600])
  })

  it('what a killed process left behind is removed by the next one, and a running one is left alone', () => {
    const place = folder()
    const { pid: dead } = spawnSync('true')
    writeFileSync(join(place, `.nextline-${dead}-0123456789ab`), 'answers')
    writeFileSync(join(place, `.nextline-${process.ppid}-0123456789ab`), 'answers')
    writeFileAtomic(join(place, 'record.json'), '{}')
    expect(existsSync(join(place, `.nextline-${dead}-0123456789ab`))).toBe(false)
    expect(existsSync(join(place, `.nextline-${process.ppid}-0123456789ab`))).toBe(true)
  })
})

describe('a folder that is gone', () => {
  it('a look-up still answers', () => {
    const script = `d=$(mktemp -d); n=$PWD/bin/nextline.js; cd $d; rmdir $d; node $n topics`
    const { stdout, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    expect([status, stdout.length > 100]).toEqual([0, true])
  })
})

describe('standard error', () => {
  it.each(['2>&-', '2>/dev/full'])('with %s the exit status still says how it went', (redirect) => {
    const { status } = spawnSync('bash', ['-c', `node bin/nextline.js show nothing-like-it ${redirect}`])
    expect(status).toBe(2)
  })
})
