import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { BUILD } from '../../version.ts'
import type { FindReadFile } from '../parse/guide-reader.ts'
import type { Declared, ReadFile } from '../parse/read-file.ts'
import { fromParts, toParts } from './split.ts'

/**
 * Cache of a folder of YAML, in two files: the whole guide, valid while no file changes, and the result of each YAML
 * file. A cache file is used only when this user owns it, nobody else can write it, and its hash is right.
 */
export type GuideCache = {
  readonly guide: () => Guide | undefined
  readonly files: () => CachedFiles
  readonly keep: (guide: Guide, files: ReadonlyMap<string, ReadFile>, earlier: CachedFiles) => void
}

type CachedFiles = {
  readonly findReadFile: FindReadFile
  readonly validBefore: ReadonlyMap<string, Declared>
  /** The cached result of an unchanged file, as JSON. */
  readonly lineOf: (file: string) => string | undefined
}

const NO_FILES: CachedFiles = {
  findReadFile: () => undefined,
  validBefore: new Map(),
  lineOf: () => undefined,
}

const NO_CACHE: GuideCache = { guide: () => undefined, files: () => NO_FILES, keep: () => undefined }

/** @param texts the YAML files of the folder, by name */
export function guideCache(io: Io, folder: string, texts: ReadonlyMap<string, string>): GuideCache {
  const real = io.realPath(folder)
  if (io.cacheFolder === undefined || real === undefined) return NO_CACHE
  const place = `${io.cacheFolder}/guides/${io.hash(real).slice(0, 32)}`
  const hashes = new Map([...texts].map(([file, text]) => [file, io.hash(text)]))
  const key = io.hash(JSON.stringify([BUILD, ...hashes]))
  return {
    guide: () => readGuide(io, `${place}.guide`, key),
    files: () => readFiles(io, `${place}.files`, hashes),
    keep: (guide, files, earlier) => {
      const parts = toParts(guide)
      const sizes = [...parts].map(([file, text]) => [file, text.length])
      write(io, `${place}.guide`, key, [JSON.stringify(sizes), ...parts.values()])
      write(io, `${place}.files`, BUILD, linesOfFiles(files, hashes, earlier))
    },
  }
}

// ---------------------------------------------------------------- the whole guide

/** The first line has the names of the parts; then each has a line. */
function readGuide(io: Io, place: string, key: string): Guide | undefined {
  const [first = '', ...texts] = read(io, place, key) ?? []
  const names = fromJson<readonly (readonly [file: string, length: number])[]>(first)
  if (names === undefined) return undefined
  const parts = new Map(names.map(([file], at) => [file, texts[at] ?? '']))
  return fromParts((file) => parts.get(file) ?? '')
}

// ---------------------------------------------------------------- each file

/** The first line has what each file declares; a line for each file follows. */
type FileHeading = Declared & { readonly file: string; readonly hash: string | undefined }

/** Caches only files without problems: diagnostics need the places in the file. */
function linesOfFiles(
  files: ReadonlyMap<string, ReadFile>,
  hashes: ReadonlyMap<string, string>,
  earlier: CachedFiles,
): readonly string[] {
  const sound = [...files].filter(([, { problems }]) => problems.length === 0)
  const headings = sound.map(
    ([file, { ids, topics }]): FileHeading => ({ file, hash: hashes.get(file), ids, topics }),
  )
  return [
    JSON.stringify(headings),
    ...sound.map(([file, { pieces }]) => earlier.lineOf(file) ?? JSON.stringify(pieces)),
  ]
}

function readFiles(io: Io, place: string, hashes: ReadonlyMap<string, string>): CachedFiles {
  const [first = '', ...lines] = read(io, place, BUILD) ?? []
  const headings = fromJson<readonly FileHeading[]>(first) ?? []
  const known = new Map(headings.map((heading, at) => [heading.file, { ...heading, line: lines[at] }]))
  const lineOf = (file: string) => {
    const cached = known.get(file)
    return cached !== undefined && cached.hash === hashes.get(file) ? cached.line : undefined
  }
  const findReadFile = (file: string): ReadFile | undefined => {
    const pieces = fromJson<ReadFile['pieces']>(lineOf(file) ?? '')
    const { ids, topics } = known.get(file) ?? {}
    return pieces && { pieces, ids, topics, faulty: [], problems: [] }
  }
  return { findReadFile, validBefore: known, lineOf }
}

// ---------------------------------------------------------------- files on disk

/** The header has the key and a hash of the lines, so that a damaged file is ignored. */
function read(io: Io, place: string, key: string): readonly string[] | undefined {
  const text = io.readPrivateFile(place)
  if (text?.startsWith(`${key}\n`) !== true) return undefined
  const begin = text.indexOf('\n', key.length + 1) + 1
  const body = text.slice(begin)
  const isWhole = begin > 0 && text.slice(key.length + 1, begin - 1) === io.hash(`${key}\n${body}`)
  return isWhole ? body.split('\n') : undefined
}

function fromJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function write(io: Io, place: string, key: string, lines: readonly string[]): void {
  const body = lines.join('\n')
  try {
    const text = `${key}\n${io.hash(`${key}\n${body}`)}\n${body}`
    io.writeFileAtomic(place, text, { ownerOnly: true, replaceable: true })
  } catch {
    // Without the cache the next start is only slower.
  }
}
