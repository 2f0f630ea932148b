import type { Guide } from '../../core/model.ts'
import { type Diagnostic, inReadingOrder } from './diagnostic.ts'
import { openDesk, placeOf } from './guide-reader.ts'
import { assemble, knownIds } from './pieces.ts'
import { checkParts } from './rules/check-rules.ts'

/**
 * What reading a guide comes to. With a guide, the diagnostics are warnings alone; without one, they say
 * everything that is wrong, in the order of reading.
 */
export type ParsedGuide = { readonly guide?: Guide; readonly diagnostics: readonly Diagnostic[] }

/**
 * Reads the YAML files of a guide.
 * @param files text by name inside the guide's folder: `guide.yaml`, `options/nsaids.yaml`
 * @param lints names of the lint rules that text properties may call on; unchecked when left out
 */
export function parseGuide(files: ReadonlyMap<string, string>, lints?: readonly string[]): ParsedGuide {
  const desk = openDesk(files)
  const known = knownIds(desk)
  const parts = assemble(desk, known)
  const whole = !desk.diagnostics.some(isError)
  const found = checkParts(parts, {
    known,
    lints,
    whole,
    placeOf: (piece, path, part) => placeOf(desk, piece, path, part),
  })
  const diagnostics = inReadingOrder([...desk.diagnostics, ...found])
  const { header, faulty: _, ...lists } = parts
  if (header === undefined || diagnostics.some(isError)) return { diagnostics }
  return { guide: { ...header, ...lists }, diagnostics }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}
