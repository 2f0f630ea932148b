import type { PlannedOption, Status } from '../../core/model.ts'
import type { Block } from '../document/document.ts'
import { shortName, whyOut } from '../text/plan-text.ts'

const NEAR: readonly Status[] = ['suitable', 'caution']

/** The options that are no next step, by name: what is possible, and what is out or for later with the reason in a word. */
export function restRows(rest: readonly PlannedOption[]): readonly Block[] {
  const against = ({ conflicts, status }: PlannedOption) =>
    conflicts.length > 0 && [...NEAR, 'check-first'].includes(status)
  const wished = rest.filter((planned) => !against(planned))
  const rows = [
    { label: 'Not for me', value: byReason(rest.filter(({ status }) => status === 'avoid')) },
    { label: 'Later or tried', value: byReason(rest.filter(({ status }) => status === 'not-now')) },
    { label: 'Against my wishes', value: names(rest.filter(against)) },
    { label: 'Also possible', value: names(wished.filter(({ status }) => NEAR.includes(status))) },
    { label: 'After finding out', value: names(wished.filter(({ status }) => status === 'check-first')) },
  ].filter(({ value }) => value !== '')
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }]
}

function names(options: readonly PlannedOption[]): string {
  return options.length === 0 ? '' : `${options.map(({ option }) => shortName(option)).join(', ')}.`
}

/** Options with the same reason stand together. */
function byReason(options: readonly PlannedOption[]): string {
  const groups = new Map<string, string[]>()
  for (const planned of options) {
    const reason = whyOut(planned)
    groups.set(reason, [...(groups.get(reason) ?? []), shortName(planned.option)])
  }
  const parts = [...groups].map(([reason, options]) =>
    reason === '' ? options.join(', ') : `${options.join(', ')} (${reason})`,
  )
  return parts.length === 0 ? '' : `${parts.join('; ')}.`
}
