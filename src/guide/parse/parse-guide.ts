import type { Guide } from '../../core/model.ts'
import { type Code, type Diagnostic, inReadingOrder, type Path, type Position } from './diagnostic.ts'
import { placeOf } from './guide-reader.ts'
import { withoutSettled } from './partial-guide.ts'
import { assemble, guideOf, knownIds } from './pieces.ts'
import type { ReadFile } from './read-file.ts'
import { type EarlierResults, readGuideFiles } from './read-files.ts'
import { checkParts } from './rules/check-rules.ts'

/**
 * The result of parsing. With a guide, all diagnostics are warnings; without one, they list every problem in reading
 * order.
 */
export type ParsedGuide = {
  readonly guide?: Guide
  readonly diagnostics: readonly Diagnostic[]
  /** The result of each file. */
  readonly files: ReadonlyMap<string, ReadFile>
  /** The position of a path in a file. */
  readonly spotOf: (file: string, path: Path) => Position
}

export type ParseOptions = EarlierResults & {
  /** Names of the lint rules that text properties may use; unchecked when absent. */
  readonly lints?: readonly string[]
  /** Whether warnings are wanted; absent means yes. */
  readonly warnings?: boolean
  /** Problems of the folder itself. */
  readonly problems?: readonly Diagnostic[]
  /** Errors that do not prevent a guide. */
  readonly tolerated?: readonly Code[]
}

/**
 * Reads the YAML files of a guide.
 * @param texts text by name inside the guide's folder: `guide.yaml`, `options/nsaids.yaml`
 */
export function parseGuide(
  texts: ReadonlyMap<string, string>,
  { lints, warnings = true, problems = [], tolerated = [], ...earlier }: ParseOptions = {},
): ParsedGuide {
  const unread = problems.map(({ file }) => file)
  const reader = readGuideFiles(texts, unread, earlier)
  const known = knownIds(reader)
  const parts = assemble(reader, known)
  // Reports what reading these lists finds.
  const open = withoutSettled(parts, reader.settled)
  const isError = ({ severity, code }: Diagnostic) => severity === 'error' && !tolerated.includes(code)
  const whole = ![...problems, ...reader.diagnostics].some(isError)
  const ruleDiagnostics = checkParts(parts, open, {
    known,
    lints,
    whole,
    warnings,
    placeOf: (piece, path, part) => placeOf(reader, piece, path, part),
  })
  const diagnostics = inReadingOrder([...problems, ...reader.diagnostics, ...ruleDiagnostics])
  const spotOf = (file: string, path: Path) => reader.treeOf(file)?.spotOf(path) ?? { line: 1, column: 1 }
  const guide = diagnostics.some(isError) ? undefined : guideOf(parts)
  return { ...(guide && { guide }), diagnostics, files: reader.files, spotOf }
}
