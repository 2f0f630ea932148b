import { DIRECTIONS, type Direction, type TreatmentOption } from '../../core/model.ts'
import { commaSeparated, guidelinesSaying } from '../text/guideline-text.ts'
import { DIRECTION_WORDS, type Reader } from '../text/labels.ts'
import type { CardRow } from './option-card.ts'

const CLINICIAN_LABELS: Readonly<Record<Direction, string>> = {
  for: 'FOR',
  'only-if': 'ONLY IF',
  against: 'AGAINST',
  'no-position': 'SILENT',
}

/** Guidelines on a card: for clinicians a row for each direction, for patients one row. */
export function guidelineRows(option: TreatmentOption, reader: Reader): readonly CardRow[] {
  const sides = DIRECTIONS.flatMap((direction) => {
    const names = guidelinesSaying(option, direction)
    return names.length === 0 ? [] : [{ direction, names: commaSeparated(names) }]
  })
  if (sides.length === 0) {
    const label = reader === 'patient' ? 'Guidelines' : 'GUIDES'
    return [{ label, value: 'None that we read takes a position.' }]
  }
  if (reader === 'clinician') {
    return sides.map(({ direction, names }) => ({
      label: CLINICIAN_LABELS[direction],
      value: names,
      ...(direction === 'no-position' && sides.length > 1 && { spare: 6 }),
    }))
  }
  const value = sides.flatMap(({ direction, names }, index) => [
    `${index === 0 ? '' : ' '}${DIRECTION_WORDS[direction]}: `,
    ...names,
    '.',
  ])
  return [{ label: 'Guidelines', value }]
}
