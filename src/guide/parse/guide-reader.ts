import { nearest } from '../../text/nearest.ts'
import { atTop, type Diagnostic, type Path, type Position, type Problem } from './diagnostic.ts'
import { fileKind, GUIDE_FILES, isOptionFile } from './guide-files.ts'
import { placed, type ReadFile, readGuideFile } from './read-file.ts'
import type { SourceTree } from './read-json.ts'
import { readYaml } from './yaml-tree.ts'

/** The read files of a guide, and the origin of each piece. */
export type GuideReader = {
  readonly files: ReadonlyMap<string, ReadFile>
  /** Names of the files that came from an earlier start. */
  readonly unchanged: ReadonlySet<string>
  /** Names of the files of options/, readable or not, in order. */
  readonly optionFiles: readonly string[]
  readonly origins: Map<object, Origin>
  readonly diagnostics: Diagnostic[]
  readonly treeOf: (file: string) => SourceTree | undefined
}

type Origin = { readonly file: string; readonly base: Path }

/** The earlier result of a file whose text is the same; undefined otherwise. */
export type FindReadFile = (file: string) => ReadFile | undefined

/** Reading stops after this many problems. */
const MOST_PROBLEMS = 500

/** Reads every file and reports what is missing, misnamed, not YAML or of the wrong shape. */
export function readGuideFiles(texts: ReadonlyMap<string, string>, findReadFile: FindReadFile): GuideReader {
  const diagnostics: Diagnostic[] = []
  const files = new Map<string, ReadFile>()
  const unchanged = new Set<string>()
  for (const [file, text] of texts) {
    const kind = fileKind(file)
    if (kind === undefined) diagnostics.push(unknownFile(file))
    else if (diagnostics.length < MOST_PROBLEMS) {
      const earlier = findReadFile(file)
      if (earlier !== undefined) unchanged.add(file)
      const read = earlier ?? readGuideFile(file, text, kind)
      files.set(file, read)
      diagnostics.push(...read.problems)
    }
  }
  const optionFiles = [...texts.keys()].filter(isOptionFile).sort()
  diagnostics.push(...missingFiles(texts, optionFiles))
  const trees = new Map<string, SourceTree | undefined>()
  const treeOf = (file: string) => {
    if (!trees.has(file)) trees.set(file, files.get(file)?.tree ?? readYaml(texts.get(file) ?? '').tree)
    return trees.get(file)
  }
  return { files, unchanged, optionFiles, origins: new Map(), diagnostics, treeOf }
}

function unknownFile(file: string): Diagnostic {
  const isYml = /\.yml$/i.test(file)
  const near = nearest(file, Object.keys(GUIDE_FILES), 1)[0] ?? ''
  return isYml ? atTop('file-yml', file) : atTop('file-unknown', file, { nearest: near })
}

function missingFiles(
  texts: ReadonlyMap<string, string>,
  optionFiles: readonly string[],
): readonly Diagnostic[] {
  const missing = Object.entries(GUIDE_FILES).filter(([file, { needed }]) => needed && !texts.has(file))
  return [
    ...missing.map(([file]) => atTop('file-missing', file, { file })),
    ...(optionFiles.length === 0 ? [atTop('no-options', 'options/')] : []),
  ]
}

/** The valid pieces of a file, with their paths. */
export function piecesOf<T extends object>(
  reader: GuideReader,
  file: string,
): readonly { readonly value: T; readonly base: Path }[] {
  // The file's shape was checked when it was read.
  return (reader.files.get(file)?.pieces ?? []) as readonly { readonly value: T; readonly base: Path }[]
}

/** The faulty pieces of all files, as data with the keys of YAML. */
export function faultyPieces(reader: GuideReader): readonly object[] {
  return [...reader.files].flatMap(([file, { faulty }]) =>
    faulty.map(({ base, value }) => register(reader, value, file, base)),
  )
}

export function reportProblem(reader: GuideReader, file: string, base: Path, problem: Problem): void {
  const path = [...base, ...problem.path]
  reader.diagnostics.push(placed({ ...problem, path }, file, reader.treeOf(file)))
}

/** Registers the origin of a piece and returns it. */
export function register<T extends object>(reader: GuideReader, piece: T, file: string, base: Path): T {
  reader.origins.set(piece, { file, base })
  return piece
}

/** Registers the origin of each piece of a list. */
export function registerAll<T extends object>(
  reader: GuideReader,
  pieces: readonly T[],
  file: string,
  base: Path,
): readonly T[] {
  for (const [index, piece] of pieces.entries()) register(reader, piece, file, [...base, index])
  return pieces
}

/** The place of a registered piece, or of a path inside it. */
export function placeOf(
  reader: GuideReader,
  piece: object,
  path: Path,
  part?: 'key',
): Position & { readonly file: string } {
  const origin = reader.origins.get(piece)
  if (origin === undefined) throw new Error('a piece of the guide was not registered')
  const { file, base } = origin
  return { file, ...(reader.treeOf(file)?.spotOf([...base, ...path], part) ?? { line: 1, column: 1 }) }
}
