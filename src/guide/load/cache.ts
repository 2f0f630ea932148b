import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { BUILD } from '../../version.ts'
import type { Path } from '../parse/diagnostic.ts'
import type { ReadFile } from '../parse/read-file.ts'
import { fromParts, toParts } from './split.ts'

/**
 * What came of a folder of YAML at an earlier start. Two files for each folder: the whole guide, good while no file of
 * it has changed, and what came of each YAML file, good for each file that has not. Both are believed only when they
 * belong to this user, nobody else can write them, and they are whole; anything else costs reading them, and no more.
 */
export type GuideCache = {
  readonly guide: () => Guide | undefined
  readonly files: () => (file: string) => ReadFile | undefined
  readonly keep: (guide: Guide, files: ReadonlyMap<string, ReadFile>) => void
}

const NO_CACHE: GuideCache = {
  guide: () => undefined,
  files: () => () => undefined,
  keep: () => undefined,
}

/** @param texts the YAML files of the folder, by name */
export function guideCache(io: Io, folder: string, texts: ReadonlyMap<string, string>): GuideCache {
  const real = io.realPath(folder)
  if (io.cacheFolder === undefined || real === undefined) return NO_CACHE
  const place = `${io.cacheFolder}/guides/${io.hash(real).slice(0, 32)}`
  // With lengths, so that no name and no text can look like a border between two of them.
  const key = io.hash([BUILD, ...[...texts].flat()].map((part) => `${part.length}:${part}`).join(''))
  const hashes = () => new Map([...texts].map(([file, text]) => [file, io.hash(text)]))
  return {
    guide: () => readGuide(io, `${place}.guide`, key),
    files: () => readFiles(io, `${place}.files`, hashes()),
    keep: (guide, files) => {
      const parts = toParts(guide)
      const heading = { key, parts: [...parts].map(([file, text]) => [file, text.length]) }
      write(io, `${place}.guide`, [JSON.stringify(heading), ...parts.values()].join('\n'))
      write(io, `${place}.files`, JSON.stringify({ build: BUILD, files: cachedFiles(files, hashes()) }))
    },
  }
}

// ---------------------------------------------------------------- the whole guide

/** Then each part has a line. */
type Heading = { readonly key: string; readonly parts: readonly (readonly [file: string, length: number])[] }

function readGuide(io: Io, place: string, key: string): Guide | undefined {
  const [first = '', ...texts] = read(io, place)?.split('\n') ?? []
  const heading = fromJson<Heading>(first)
  if (heading?.key !== key) return undefined
  const parts = new Map(heading.parts.map(([file], at) => [file, texts[at] ?? '']))
  return fromParts((file) => parts.get(file) ?? '')
}

// ---------------------------------------------------------------- each file

type CachedFile = Pick<ReadFile, 'ids' | 'topics'> & {
  readonly hash: string
  readonly pieces: readonly { readonly base: Path; readonly value: object }[]
}

type CachedFiles = { readonly build: string; readonly files: Readonly<Record<string, CachedFile>> }

/** Caches only files without problems: diagnostics need the places in the file. */
function cachedFiles(
  files: ReadonlyMap<string, ReadFile>,
  hashes: ReadonlyMap<string, string>,
): Record<string, CachedFile> {
  const sound = [...files].filter(([, { problems }]) => problems.length === 0)
  return Object.fromEntries(
    sound.map(([file, { pieces, ids, topics }]) => [
      file,
      { hash: hashes.get(file) ?? '', pieces, ids, topics },
    ]),
  )
}

function readFiles(io: Io, place: string, hashes: ReadonlyMap<string, string>) {
  const data = fromJson<CachedFiles>(read(io, place) ?? '')
  const known = new Map(data?.build === BUILD ? Object.entries(data.files) : [])
  return (file: string): ReadFile | undefined => {
    const cached = known.get(file)
    if (cached === undefined || cached.hash !== hashes.get(file)) return undefined
    return { pieces: cached.pieces, ids: cached.ids, topics: cached.topics, faulty: [], problems: [] }
  }
}

// ---------------------------------------------------------------- files on disk

/** The first line is a hash of the rest, so that a damaged file is ignored. */
function read(io: Io, place: string): string | undefined {
  const text = io.readPrivateFile(place)
  if (text === undefined) return undefined
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  return end > 0 && text.slice(0, end) === io.hash(body) ? body : undefined
}

function fromJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function write(io: Io, place: string, body: string): void {
  try {
    io.writeFileAtomic(place, `${io.hash(body)}\n${body}`, { ownerOnly: true })
  } catch {
    // Without the cache the next start is only slower.
  }
}
