import { DIRECTIONS, type Direction, type TreatmentOption } from '../../core/model.ts'
import { guidelinesSaying } from '../text/guideline-text.ts'
import type { Reader } from '../text/labels.ts'

type Row = { readonly label: string; readonly value: string; readonly spare?: number }

const CLINICIAN_LABELS: Readonly<Record<Direction, string>> = {
  for: 'FOR',
  'only-if': 'ONLY IF',
  against: 'AGAINST',
  'no-position': 'SILENT',
}
const PATIENT_WORDS: Readonly<Record<Direction, string>> = {
  for: 'For',
  'only-if': 'Only if',
  against: 'Against',
  'no-position': 'No position',
}

/** Guidelines by the side that they take, each with its year: rows for a card. */
export function guidelinesInShort(option: TreatmentOption, reader: Reader): readonly Row[] {
  const sides = DIRECTIONS.flatMap((direction) => {
    const names = guidelinesSaying(option, direction)
    return names.length === 0 ? [] : [{ direction, names: names.join(', ') }]
  })
  if (sides.length === 0)
    return [
      { label: reader === 'patient' ? 'Guidelines' : 'GUIDES', value: 'None that we read takes a position.' },
    ]
  if (reader === 'clinician')
    return sides.map(({ direction, names }) => ({
      label: CLINICIAN_LABELS[direction],
      value: names,
      ...(direction === 'no-position' && sides.length > 1 && { spare: 6 }),
    }))
  const words = sides.map(({ direction, names }) => `${PATIENT_WORDS[direction]}: ${names}.`)
  return [{ label: 'Guidelines', value: words.join(' ') }]
}
