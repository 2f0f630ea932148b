import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../src/guide/load/cache.ts'
import { GuideFailure, UsageFailure } from '../../../src/io/failure.ts'
import type { Io } from '../../../src/io/io.ts'
import { folderWith, validFolder } from '../fixture-folder.ts'
import { inFolder, ioOver, validGuide } from '../fixture-io.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A folder of YAML and a place to keep things, and every YAML file that is read whole to be parsed. */
function deskWith(folder: ReadonlyMap<string, string>, own: Partial<Io> = {}) {
  const kept = new Map<string, string>()
  const files = ioOver(inFolder('knee', folder))
  const io: Io = {
    ...files,
    cwd: '/home/me',
    cacheFolder: '/cache',
    hash,
    fileExists: (path) => kept.has(path) || files.fileExists(path),
    readFile: (path) => kept.get(path) ?? files.readFile(path),
    writeFileAtomic: (path, text) => void kept.set(path, text),
    ...own,
  }
  return { io, kept }
}

const whole = async (io: Io) => JSON.stringify(await readFolder(io, 'knee'))
const guide = JSON.stringify(validGuide())

describe('keeping what came of a folder of YAML', () => {
  it('gives the same guide to the letter, whether it was kept or not', async () => {
    const { io, kept } = deskWith(validFolder())
    expect([await whole(io), kept.size, await whole(io), kept.size]).toEqual([guide, 1, guide, 1])
  })

  it('reads what was kept, and does not parse the folder again', async () => {
    const { io, kept } = deskWith(validFolder())
    await whole(io)
    for (const [path, text] of kept) kept.set(path, text.replaceAll('"version":"1.0.0"', '"version":"9.9.9"'))
    expect((await readFolder(io, 'knee')).version).toBe('9.9.9')
  })

  it('sees every change of a file at once, and keeps one guide for each folder', async () => {
    const { io, kept } = deskWith(validFolder())
    await whole(io)
    const changed = deskWith(folderWith('guide.yaml', '1.0.0', '2.0.0'))
    for (const [path, text] of kept) changed.kept.set(path, text)
    expect((await readFolder(changed.io, 'knee')).version).toBe('2.0.0')
    expect(changed.kept.size).toBe(1)
  })

  it('never trusts a file that was cut off or spoiled', async () => {
    const { io, kept } = deskWith(validFolder())
    await whole(io)
    const [[path, text] = ['', '']] = kept
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        kept.set(path, text.slice(0, length))
        expect(await whole(io)).toBe(guide)
      }),
      { numRuns: 40 },
    )
  })

  it('works where nothing can be written', async () => {
    const { io } = deskWith(validFolder(), {
      writeFileAtomic: () => {
        throw new UsageFailure('cannot write')
      },
    })
    expect(await whole(io)).toBe(guide)
  })

  it('keeps nothing of a guide that is not valid, and nothing where that is turned off', async () => {
    const spoiled = deskWith(folderWith('options/tablets.yaml', 'certainty: low', 'certainty: good'))
    await expect(readFolder(spoiled.io, 'knee')).rejects.toThrow(GuideFailure)
    const off = deskWith(validFolder(), { cacheFolder: undefined })
    expect(await whole(off.io)).toBe(guide)
    expect([spoiled.kept.size, off.kept.size]).toEqual([0, 0])
  })
})
