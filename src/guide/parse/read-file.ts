import { isRecord } from '../../core/is-record.ts'
import type { Place } from '../../core/model.ts'
import { type Diagnostic, type Path, type Problem, placed } from './diagnostic.ts'
import { kebab } from './field-names.ts'
import { type GuideFileKind, hasPlace } from './guide-files.ts'
import { check } from './schema/values.ts'
import type { SourceTree } from './source-tree.ts'
import { fromWritten } from './written-data.ts'
import { readYaml } from './yaml-tree.ts'

/** A valid piece of a file, with its path. */
type Piece = { readonly base: Path; readonly value: object }

/** The names that a file declares, faulty pieces included; undefined when it cannot be read. */
export type Declared = {
  readonly ids: readonly string[] | undefined
  readonly topics: readonly string[] | undefined
  /** Of an option. */
  readonly features?: readonly string[] | undefined
}

/** The result of reading one file, independent of the others. A file without problems can be cached as JSON. */
export type ReadFile = Declared & {
  readonly pieces: readonly Piece[]
  /** Invalid pieces as data: their references are still checked. */
  readonly faulty: readonly Piece[]
  readonly problems: readonly Diagnostic[]
}

/** Reading stops after this many problems. */
export const MOST_PROBLEMS = 500

/** Reads one file of a guide: its YAML, and the shape of each of its pieces. */
export function readGuideFile(file: string, text: string, kind: GuideFileKind): ReadFile {
  const { tree, faults } = readYaml(text)
  const problems: Diagnostic[] = faults.map(({ code, message, line, column }) => {
    const args = code === 'duplicate-key' ? { key: message } : { message }
    return { code, args, file, line, column, severity: 'error' }
  })
  if (tree === undefined) return { pieces: [], faulty: [], ids: undefined, topics: undefined, problems }
  const pieces: Piece[] = []
  const faulty: Piece[] = []
  for (const base of basesOf(tree.data, kind)) {
    if (problems.length >= MOST_PROBLEMS) break
    const value = readPiece(tree, file, base, kind, problems)
    const data = dataAt(tree.data, base)
    if (value !== undefined) pieces.push({ base, value })
    else if (isRecord(data)) faulty.push({ base, value: data })
  }
  if (kind.list && !Array.isArray(tree.data)) {
    problems.push(placed({ code: 'wrong-type', args: { expected: 'list' }, path: [] }, file, tree.spotOf))
  }
  return { pieces, faulty, ...declared(tree.data, kind), problems }
}

function basesOf(data: unknown, { list }: GuideFileKind): readonly Path[] {
  if (!list) return [[]]
  return Array.isArray(data) ? data.map((_, index) => [index]) : []
}

function dataAt(data: unknown, [index]: Path): unknown {
  return typeof index === 'number' && Array.isArray(data) ? data[index] : data
}

function readPiece(
  tree: SourceTree,
  file: string,
  base: Path,
  kind: GuideFileKind,
  problems: Diagnostic[],
): object | undefined {
  const before = problems.length
  const report = (problem: Problem) => void problems.push(placed(problem, file, tree.spotOf))
  const placeOf = (path: Path): Place | undefined =>
    hasPlace(kind, path) ? { file, ...tree.spotOf(path) } : undefined
  const data = fromWritten(
    dataAt(tree.data, base),
    { open: file === 'properties.yaml', report, placeOf },
    base,
  )
  const result = check(kind.shape, data)
  if ('value' in result) return problems.length === before ? result.value : undefined
  for (const { path, args, ...problem } of result.problems) {
    const { key, nearest } = args
    const written = { ...args, ...(key && { key: kebab(key) }), ...(nearest && { nearest: kebab(nearest) }) }
    report({ ...problem, args: written, path: [...base, ...path.map(stepAsWritten)] })
  }
  return undefined
}

function stepAsWritten(step: string | number): string | number {
  return typeof step === 'string' ? kebab(step) : step
}

export function declared(data: unknown, { list }: GuideFileKind): Declared {
  if (list) return { ids: idsIn(data), topics: undefined }
  if (!isRecord(data)) return { ids: undefined, topics: undefined }
  const { id, topics, features } = data
  const texts = Array.isArray(features) ? features.flatMap(trimmed) : undefined
  return { ids: typeof id === 'string' ? trimmed(id) : undefined, topics: idsIn(topics), features: texts }
}

function idsIn(data: unknown): readonly string[] | undefined {
  if (!Array.isArray(data)) return undefined
  return data.flatMap((item) => (isRecord(item) ? trimmed(item.id) : []))
}

/** As the shapes trim a text. */
function trimmed(name: unknown): readonly string[] {
  return typeof name === 'string' ? [name.trim()] : []
}
