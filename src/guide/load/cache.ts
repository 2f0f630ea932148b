import type { Io } from '../../io/io.ts'
import { BUILD } from '../../version.ts'
import { onFirstRead } from '../on-first-read.ts'
import type { Earlier } from '../parse/read-changed.ts'
import type { Declared, ReadFile } from '../parse/read-file.ts'
import { checksum } from './checksum.ts'
import { fromLines, toLines } from './split.ts'

/**
 * Cache of a folder of YAML: the text and the result of each of its files when the guide was last valid. Results are
 * used for the files, and for the entries of a file, whose text is still the same. The cache is used only when this
 * user owns it, nobody else can write it, the same build wrote it, and its checksums are right.
 */
export type CachedFiles = ReadonlyMap<string, CachedFile>

type CachedFile = Declared & {
  readonly file: string
  readonly text: Buffer
  /** The pieces as JSON: one line of all of them, or the lines of the piece that the file is. */
  readonly lines: Buffer
  readonly isList: boolean
  /** In bytes. */
  readonly lengths: readonly number[]
  readonly linesSum: number
  readonly textSum: number
}

type WrittenFile = Omit<CachedFile, 'lines'> & { readonly lines: Uint8Array }
type FileHeading = Omit<CachedFile, 'text' | 'lines'> & { readonly textLength: number }
type Heading = { readonly build: string; readonly headings: readonly FileHeading[] }

/** The files in the cache; none when there is no cache that can be used. */
export function readCache(io: Io, folder: string): CachedFiles {
  const path = pathOf(io, folder)
  const bytes = path === undefined ? undefined : io.readPrivateFile(path)
  try {
    return (bytes && cachedFilesIn(bytes)) ?? new Map()
  } catch {
    // Right checksums around a heading that is none: somebody wrote it by hand.
    return new Map()
  }
}

/** First `<length of the heading> <its checksum>`, and the heading with the build; then the text and the lines of each file. */
function cachedFilesIn(bytes: Buffer): CachedFiles | undefined {
  let end = bytes.indexOf('\n') + 1
  const take = (length: number) => {
    end += length
    return bytes.subarray(end - length, end)
  }
  const [length, sum] = bytes.toString('latin1', 0, end).trimEnd().split(' ')
  const heading = take(Number(length))
  if (String(checksum(heading)) !== sum) return undefined
  const { build, headings }: Heading = JSON.parse(heading.toString())
  if (build !== BUILD) return undefined
  const files = new Map<string, CachedFile>()
  for (const { textLength, ...heading } of headings) {
    const cached = { ...heading, text: take(textLength), lines: take(total(heading.lengths)) }
    if (checksum(cached.lines) !== heading.linesSum) return undefined
    files.set(heading.file, cached)
  }
  return files
}

/** The cached result of a file; its pieces are parsed on first use. */
export function toReadFile({ ids, topics, features, lines, isList, lengths }: CachedFile): ReadFile {
  const lineAt = (index: number) => {
    const begin = total(lengths.slice(0, index))
    return lines.toString('utf8', begin, begin + (lengths[index] ?? 0))
  }
  const pieces = (): ReadFile['pieces'] => {
    if (!isList) return [{ base: [], value: fromLines(lineAt) }]
    const values: readonly object[] = JSON.parse(lineAt(0))
    return values.map((value, index) => ({ base: [index], value }))
  }
  const read: ReadFile = { ids, topics, features, pieces: [], faulty: [], problems: [] }
  return Object.defineProperties(read, onFirstRead(['pieces'], pieces))
}

/** The cached text of a file that has changed since, and its result; undefined when the text is damaged. */
export function toEarlier({ decode }: Pick<Io, 'decode'>, cached: CachedFile): Earlier | undefined {
  if (checksum(cached.text) !== cached.textSum) return undefined
  return { text: decode(cached.text, cached.file), read: toReadFile(cached) }
}

export function writeCache(io: Io, folder: string, files: readonly WrittenFile[]): void {
  const path = pathOf(io, folder)
  if (path === undefined) return
  const headings = files.map(
    ({ text, lines: _, ...heading }): FileHeading => ({ ...heading, textLength: text.length }),
  )
  const heading = encode(JSON.stringify({ build: BUILD, headings }))
  const first = encode(`${heading.length} ${checksum(heading)}\n`)
  const content = [first, heading, ...files.flatMap(({ text, lines }) => [text, lines])]
  try {
    io.writeFileAtomic(path, content, { ownerOnly: true, replaceable: true })
  } catch {
    // Without the cache the next start is only slower.
  }
}

export function toCachedFile(
  file: string,
  text: Buffer,
  results: ReadonlyMap<string, ReadFile>,
): WrittenFile {
  const { pieces = [], ids, topics, features } = results.get(file) ?? {}
  const [first] = pieces
  const isList = first?.base.length !== 0
  const texts = isList ? [JSON.stringify(pieces.map(({ value }) => value))] : toLines(first.value)
  const encoded = texts.map(encode)
  const lengths = encoded.map(({ length }) => length)
  const lines = encode(texts.join(''))
  return {
    file,
    ids,
    topics,
    features,
    text,
    lines,
    isList,
    lengths,
    linesSum: checksum(lines),
    textSum: checksum(text),
  }
}

/** Two folders that share a name only take turns: the texts are compared. */
function pathOf({ cacheFolder, realPath }: Io, folder: string): string | undefined {
  const real = realPath(folder)
  if (cacheFolder === undefined || real === undefined) return undefined
  return `${cacheFolder}/guides/${checksum(encode(real)).toString(16)}.guide`
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0)
}
