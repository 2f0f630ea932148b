import { groupBy } from '../../core/group-by.ts'
import type { PlannedOption } from '../../core/model.ts'
import { firstNames } from '../../text/words.ts'
import { whyOut } from './plan-text.ts'
import { shortTitle } from './short-names.ts'

type RestGroup = 'out' | 'later' | 'against' | 'possible' | 'after'

/** Groups of the options that are not a next step, by reason; without those that are not relevant. */
export function groupRest(rest: readonly PlannedOption[]): (group: RestGroup) => readonly PlannedOption[] {
  const groups = groupBy(rest, restGroup)
  return (group) => groups.get(group) ?? []
}

function restGroup({ status, conflicts }: PlannedOption): RestGroup | undefined {
  if (status === 'not-relevant') return undefined
  if (status === 'avoid') return 'out'
  if (status === 'not-now') return 'later'
  if (conflicts.length > 0) return 'against'
  return status === 'check-first' ? 'after' : 'possible'
}

/** Names with the reason in a few words; options with the same reason are listed together. */
export function namesByReason(options: readonly PlannedOption[]): string {
  return [...groupBy(options, whyOut)]
    .map(([reason, group]) => `${planNames(group)}${reason === '' ? '' : ` (${reason})`}`)
    .join('; ')
}

/** Names, at most so many; the others are counted. */
export function planNames(options: readonly PlannedOption[], most?: number): string {
  return firstNames(
    options.map(({ option }) => shortTitle(option)),
    most,
  )
}
