import { type Diagnostic, type Path, type Position, type Problem, placed } from './diagnostic.ts'
import type { ReadFile } from './read-file.ts'
import type { SourceTree } from './source-tree.ts'

/** The read files of a guide, and the origin of each piece. */
export type GuideReader = {
  readonly files: ReadonlyMap<string, ReadFile>
  /** Names of the files whose pieces are known to be valid, in themselves and in what they name elsewhere. */
  readonly settled: ReadonlySet<string>
  /** Names of the files of options/, readable or not, in order. */
  readonly optionFiles: readonly string[]
  readonly origins: Map<object, Origin>
  readonly diagnostics: Diagnostic[]
  readonly treeOf: (file: string) => SourceTree | undefined
}

type Origin = { readonly file: string; readonly base: Path }

export function isOptionFile(file: string): boolean {
  return /^options\/[^/]+\.yaml$/.test(file)
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
  reader.diagnostics.push(placed({ ...problem, path }, file, reader.treeOf(file)?.spotOf))
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
