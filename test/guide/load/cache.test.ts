import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum } from '../../../src/guide/load/checksum.ts'
import { loadGuide } from '../../../src/guide/load/load-guide.ts'
import { GuideFailure, UsageFailure } from '../../../src/io/failure.ts'
import type { Io } from '../../../src/io/io.ts'
import { BUILD } from '../../../src/version.ts'
import { folderWith, validFolder } from '../fixture-folder.ts'
import { inFolder, ioOver, validGuide } from '../fixture-io.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A folder of YAML, the files of a cache, and what was read of them. */
function cachedFolder(
  folder: ReadonlyMap<string, string>,
  cache = new Map<string, Buffer>(),
  own: Partial<Io> = {},
) {
  const files = ioOver(inFolder('knee', folder))
  const io: Io = {
    ...files,
    cwd: '/home/me',
    cacheFolder: '/cache',
    hash,
    realPath: (path) => path.replace('./', '').replace(/\/$/, ''),
    readPrivateFile: (path) => cache.get(path),
    writeFileAtomic: (path, content) =>
      void cache.set(path, typeof content === 'string' ? Buffer.from(content) : Buffer.concat(content)),
    ...own,
  }
  return { io, cache }
}

const whole = async (io: Io, name = 'knee') => JSON.stringify(await loadGuide(io, name))
const guide = JSON.stringify(validGuide())

/** A text with one of its words replaced. */
function withWord(text: string, at: number, word: string): string {
  const found = [...text.matchAll(/[\w-]{2,}/g)]
  const { index = 0, 0: old = '' } = found[at % found.length] ?? {}
  return text.slice(0, index) + word + text.slice(index + old.length)
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof GuideFailure) return error.lines
  throw error
}

/** The cache of this folder, which says that its texts are those of the valid guide. */
async function cacheOf(folder: ReadonlyMap<string, string>): Promise<Map<string, Buffer>> {
  const { io, cache } = cachedFolder(folder)
  await whole(io)
  for (const [path, bytes] of cache) {
    const text = [...folder].reduce(
      (all, [file, own]) => all.replace(own, validFolder().get(file) ?? ''),
      bytes.toString(),
    )
    cache.set(path, Buffer.from(text))
  }
  return cache
}

/** The same cache with another build in its heading. */
function byAnotherBuild(bytes: Buffer): Buffer {
  const first = bytes.indexOf('\n') + 1
  const length = Number.parseInt(bytes.toString('latin1', 0, first), 10)
  const heading = Buffer.from(bytes.toString('utf8', first, first + length).replace(BUILD, 'another build'))
  const start = Buffer.from(`${heading.length} ${checksum(heading)}\n`)
  return Buffer.concat([start, heading, bytes.subarray(first + length)])
}

describe('the cache of a folder of YAML', () => {
  it('gives the same guide to the letter, whether it was in the cache or not', async () => {
    const { io, cache } = cachedFolder(validFolder())
    expect([await whole(io), cache.size, await whole(io), cache.size]).toEqual([guide, 1, guide, 1])
  })

  it('is read in place of the YAML while nothing has changed', async () => {
    const cache = await cacheOf(folderWith('guide.yaml', 'version: 1.0.0', 'version: 9.9.9'))
    const { io } = cachedFolder(validFolder(), cache)
    expect((await loadGuide(io, 'knee')).version).toBe('9.9.9')
  })

  it('is read for each file that has not changed, when another has', async () => {
    const cache = await cacheOf(folderWith('guide.yaml', 'version: 1.0.0', 'version: 9.9.9'))
    const { io } = cachedFolder(folderWith('options/tablets.yaml', 'Pain tablets', 'Tablets'), cache)
    const read = await loadGuide(io, 'knee')
    expect([read.version, read.options[1]?.title]).toEqual(['9.9.9', 'Tablets'])
  })

  it('gives what the YAML says after every change of any file', async () => {
    const changes = fc.constantFrom<readonly [string, string, string]>(
      ['guide.yaml', '1.0.0', '2.0.0'],
      ['options/tablets.yaml', 'Pain tablets', 'Tablets for pain'],
      ['options/surgery.yaml', 'status: avoid', 'status: caution'],
      ['questions.yaml', 'label: Adult', 'label: Grown up'],
      ['glossary.yaml', 'Chronic', 'Lasting'],
      ['properties.yaml', 'Fever is urgent.', 'Urgent.'],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { maxLength: 6 }), async (edits) => {
        const cache = new Map<string, Buffer>()
        for (const [file, from, to] of edits) {
          const { io } = cachedFolder(folderWith(file, from, to), cache)
          const fresh = cachedFolder(folderWith(file, from, to)).io
          expect(await whole(io)).toBe(await whole(fresh))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('says what a fresh reading says, whatever words change: the guide, or its faults with their places', async () => {
    const names = [...validFolder().keys()]
    const words = [...new Set([...validFolder().values()].flatMap((text) => text.match(/[\w-]{3,}/g) ?? []))]
    const edit = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom(...words, 'x', ''))
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const cache = new Map<string, Buffer>()
        let folder = validFolder()
        await whole(cachedFolder(folder, cache).io)
        for (const [name, at, word] of edits) {
          const edited = new Map(folder).set(name, withWord(folder.get(name) ?? '', at, word))
          const cached = await whole(cachedFolder(edited, cache).io).catch(linesOf)
          expect(cached).toEqual(await whole(cachedFolder(edited).io).catch(linesOf))
          if (typeof cached === 'string') folder = edited
        }
      }),
      { numRuns: 20 },
    )
  })

  it('finds what an edit of one file breaks in another', async () => {
    const { io, cache } = cachedFolder(validFolder())
    await whole(io)
    // Tablets wait for surgery, and surgery changes its name.
    const waiting = folderWith('options/tablets.yaml', '{ tried: tablets }', '{ tried: surgery }')
    const other = new Map<string, Buffer>()
    await whole(cachedFolder(waiting, other).io)
    const renamed = new Map(waiting)
    for (const file of ['guide.yaml', 'options/surgery.yaml'])
      renamed.set(
        file,
        (waiting.get(file) ?? '').replaceAll(/(^id: |tried: |options: \[)surgery/gm, '$1operation'),
      )
    expect(await whole(cachedFolder(renamed, other).io).catch(linesOf)).toContain(
      'knee/options/tablets.yaml:70:20  "surgery" is not an answer to tried: none, operation, tablets',
    )
    for (const [file, from, to] of [
      ['options/surgery.yaml', 'id: surgery', 'id: operation'],
      ['sources.yaml', 'id: trial-2020', 'id: trial-2021'],
      ['questions.yaml', 'id: under-18', 'id: below-18'],
      ['guide.yaml', 'id: medicines', 'id: drugs'],
    ] as const) {
      const broken = folderWith(file, from, to)
      const cached = await whole(cachedFolder(broken, cache).io).catch(linesOf)
      expect(cached).toEqual(await whole(cachedFolder(broken).io).catch(linesOf))
      expect(Array.isArray(cached) && cached.some((line) => !line.startsWith(`knee/${file}`))).toBe(true)
    }
  })

  it('is not believed when it was cut off or spoiled', async () => {
    const { io, cache } = cachedFolder(validFolder())
    await whole(io)
    const whole2 = new Map(cache)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cache.keys()),
        fc.nat(),
        fc.constantFrom('', 'x', '\n', '\0'),
        async (path, at, put) => {
          const bytes = whole2.get(path) ?? Buffer.from('')
          const place = at % bytes.length
          const rest = bytes.subarray(put === '' ? bytes.length : place + 1)
          cache.clear()
          cache.set(path, Buffer.concat([bytes.subarray(0, place), Buffer.from(put), rest]))
          expect(await whole(io)).toBe(guide)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('does not mix up files whose names and texts run together', async () => {
    const cache = new Map<string, Buffer>()
    const glossary = validFolder().get('glossary.yaml') ?? ''
    const apart = validFolder()
    const joined = validFolder()
    joined.delete('glossary.yaml')
    joined.set('faqs.yaml', `${apart.get('faqs.yaml')}# glossary.yaml ${glossary.replaceAll('\n', ' ')}\n`)
    await whole(cachedFolder(apart, cache).io)
    expect((await loadGuide(cachedFolder(joined, cache).io, 'knee')).glossary).toEqual([])
  })

  it('is one for a folder, however its name is written', async () => {
    const { io, cache } = cachedFolder(validFolder(), new Map(), {})
    const spelled: Io = {
      ...io,
      listFolder: (path) => io.listFolder(path.replace('./', '').replace(/\/$/, '')),
      readFile: (path) => io.readFile(path.replace('./', '').replace('//', '/')),
    }
    for (const name of ['knee', './knee', 'knee/', './knee/']) expect(await whole(spelled, name)).toBe(guide)
    expect(cache.size).toBe(1)
  })

  it.each([
    ['loses a file', (folder: Map<string, string>) => void folder.delete('sources.yaml')],
    ['gets a file', (folder: Map<string, string>) => void folder.set('options/new.yaml', 'id: new\n')],
  ])('does not hide that the folder %s', async (_, change) => {
    const { io, cache } = cachedFolder(validFolder())
    await whole(io)
    const folder = new Map(validFolder())
    change(folder)
    const lines = await whole(cachedFolder(folder, cache).io).catch(linesOf)
    expect(lines).toEqual(await whole(cachedFolder(folder).io).catch(linesOf))
    expect(lines).not.toBe(guide)
  })

  it('is not read when another build of the program wrote it', async () => {
    const cache = await cacheOf(folderWith('guide.yaml', 'version: 1.0.0', 'version: 9.9.9'))
    for (const [path, bytes] of cache) cache.set(path, byAnotherBuild(bytes))
    expect(await whole(cachedFolder(validFolder(), cache).io)).toBe(guide)
  })

  it.each(['{a}', 'null', ''])(
    'is not read when its heading is %j with the right checksum',
    async (heading) => {
      const { io, cache } = cachedFolder(validFolder())
      await whole(io)
      const bytes = Buffer.from(heading)
      for (const path of cache.keys())
        cache.set(path, Buffer.from(`${bytes.length} ${checksum(bytes)}\n${heading}`))
      expect(await whole(io)).toBe(guide)
    },
  )

  it('may be out of reach: then the guide is read each time', async () => {
    const { io } = cachedFolder(validFolder(), new Map(), {
      writeFileAtomic: () => {
        throw new UsageFailure('cannot write')
      },
    })
    expect(await whole(io)).toBe(guide)
  })

  it('holds nothing of a guide that is not valid, and nothing where it is turned off', async () => {
    const spoiled = cachedFolder(folderWith('options/tablets.yaml', 'certainty: low', 'certainty: good'))
    await expect(loadGuide(spoiled.io, 'knee')).rejects.toThrow(GuideFailure)
    const off = cachedFolder(validFolder(), new Map(), { cacheFolder: undefined })
    expect(await whole(off.io)).toBe(guide)
    expect([spoiled.cache.size, off.cache.size]).toEqual([0, 0])
  })
})
