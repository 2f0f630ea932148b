import type { PlannedOption } from '../../core/model.ts'
import { facts } from '../document/blocks.ts'
import type { Block } from '../document/document.ts'
import { groupRest, namesByReason, planNames } from '../text/rest-text.ts'

/** The options that are not a next step, by name, with reasons for those that are out or for later. */
export function restRows(rest: readonly PlannedOption[]): readonly Block[] {
  const group = groupRest(rest)
  const rows = [
    { label: 'Not for me', value: namesByReason(group('out')) },
    { label: 'Later or tried', value: namesByReason(group('later')) },
    { label: 'Against my wishes', value: planNames(group('against')) },
    { label: 'Also possible', value: planNames(group('possible')) },
    { label: 'After finding out', value: planNames(group('after')) },
  ]
  return facts(
    rows.filter(({ value }) => value !== '').map(({ label, value }) => ({ label, value: `${value}.` })),
  )
}
