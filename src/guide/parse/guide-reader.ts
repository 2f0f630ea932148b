import type { Place } from '../../core/model.ts'
import { nearest } from '../find/nearest.ts'
import { type Diagnostic, type Path, type Problem, subjectOf } from './diagnostic.ts'
import { isMapping } from './is-record.ts'
import type { SourceTree } from './read-json.ts'
import { check, type Shape } from './schema/values.ts'
import { readYaml } from './yaml-tree.ts'

/** The files of a guide while they are read: their trees, where each finished piece stands, and what is wrong. */
export type Desk = {
  /** Names of the files of options/, readable or not, in order. */
  readonly optionFiles: readonly string[]
  readonly trees: ReadonlyMap<string, SourceTree>
  readonly origins: Map<object, Origin>
  /** Pieces that do not have their shape, as data: what they refer to is still worth checking. */
  readonly faulty: object[]
  readonly diagnostics: Diagnostic[]
}

type Origin = { readonly file: string; readonly base: Path }

const NEEDED = ['guide.yaml', 'questions.yaml', 'warning-signs.yaml', 'sources.yaml', 'properties.yaml']
const FILES = [...NEEDED, 'faqs.yaml', 'glossary.yaml']

/** Reads every file to a tree. Says what is missing, misnamed or not YAML. */
export function openDesk(files: ReadonlyMap<string, string>): Desk {
  const trees = new Map<string, SourceTree>()
  const optionFiles = [...files.keys()].filter(isOptionFile).sort()
  const desk: Desk = { optionFiles, trees, origins: new Map(), faulty: [], diagnostics: [] }
  const top = { line: 1, column: 1 }
  for (const [file, text] of files) {
    if (!FILES.includes(file) && !isOptionFile(file)) {
      const near = nearest(file, FILES, 1)[0] ?? ''
      desk.diagnostics.push({
        code: 'file-unknown',
        args: { nearest: near },
        file,
        ...top,
        severity: 'error',
      })
      continue
    }
    const { tree, faults } = readYaml(text)
    for (const { code, message, line, column } of faults) {
      const args = code === 'duplicate-key' ? { key: message } : { message }
      desk.diagnostics.push({
        code,
        args,
        file,
        line,
        column,
        severity: 'error',
      })
    }
    if (tree !== undefined) trees.set(file, tree)
  }
  for (const file of NEEDED) {
    if (!files.has(file))
      desk.diagnostics.push({ code: 'file-missing', args: { file }, file, ...top, severity: 'error' })
  }
  if (optionFiles.length === 0) {
    desk.diagnostics.push({ code: 'no-options', args: {}, file: 'options/', ...top, severity: 'error' })
  }
  return desk
}

function isOptionFile(file: string): boolean {
  return /^options\/[^/]+\.yaml$/.test(file)
}

/** What a file holds at a path; undefined when the file could not be read. */
export function dataAt(desk: Desk, file: string, base: Path): unknown {
  let data = desk.trees.get(file)?.data
  for (const step of base) {
    if (typeof step === 'number') data = Array.isArray(data) ? data[step] : undefined
    else data = isMapping(data) && Object.hasOwn(data, step) ? data[step] : undefined
  }
  return data
}

/** Checks one piece of a file. Undefined, and reported, when it does not have its shape. */
export function readPiece<T>(desk: Desk, file: string, base: Path, shape: Shape<T>): T | undefined {
  if (!desk.trees.has(file)) return undefined
  const data = dataAt(desk, file, base)
  const result = check(shape, data)
  if ('value' in result) return result.value
  if (isMapping(data)) desk.faulty.push(register(desk, data, file, base))
  for (const problem of result.problems) reportProblem(desk, file, base, problem)
  return undefined
}

/** Checks each item of a list file on its own, so that one bad item does not hide the others. */
export function readItems<T>(
  desk: Desk,
  file: string,
  shape: Shape<T>,
): readonly { readonly value: T; readonly base: Path }[] {
  const data = desk.trees.get(file)?.data
  if (!Array.isArray(data)) {
    if (desk.trees.has(file))
      reportProblem(desk, file, [], { code: 'wrong-type', args: { expected: 'list' }, path: [] })
    return []
  }
  return data.flatMap((_, index) => {
    const value = readPiece(desk, file, [index], shape)
    return value === undefined ? [] : [{ value, base: [index] }]
  })
}

export function reportProblem(desk: Desk, file: string, base: Path, problem: Problem): void {
  const path = [...base, ...problem.path]
  const spot = desk.trees.get(file)?.spotOf(path, problem.part) ?? { line: 1, column: 1 }
  const args = { subject: subjectOf(path), ...problem.args }
  desk.diagnostics.push({ code: problem.code, args, file, ...spot, severity: 'error' })
}

/** Remembers where a finished piece stands, and hands it back. */
export function register<T extends object>(desk: Desk, piece: T, file: string, base: Path): T {
  desk.origins.set(piece, { file, base })
  return piece
}

export function placeAt(desk: Desk, file: string, path: Path, part?: 'key'): Place {
  return { file, ...(desk.trees.get(file)?.spotOf(path, part) ?? { line: 1, column: 1 }) }
}

/** The place of a registered piece, or of what stands at a path inside it. */
export function placeOf(desk: Desk, piece: object, path: Path, part?: 'key'): Place {
  const origin = desk.origins.get(piece)
  if (origin === undefined) throw new Error('a piece of the guide was not registered')
  return placeAt(desk, origin.file, [...origin.base, ...path], part)
}

/** The ids that the items of a list declare, sound or not; undefined when the list itself is out of reach. */
export function declaredIds(desk: Desk, file: string, path: Path = []): ReadonlySet<string> | undefined {
  const data = dataAt(desk, file, path)
  if (!Array.isArray(data)) return undefined
  return new Set(data.flatMap((item) => (isMapping(item) && typeof item.id === 'string' ? [item.id] : [])))
}
