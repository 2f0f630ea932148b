import {
  type AnswerId,
  CERTAINTIES,
  INVASIVENESS,
  type Indication,
  NOTICED,
  type PlannedOption,
  type Recommendation,
  type Status,
  type TreatmentOption,
} from '../model.ts'
import { severity } from './status.ts'

/** The keys that order a plan's options, the first that differs decides (contract section 4). No weights. */
export const ORDER_KEYS = [
  'next-step',
  'status',
  'find-out',
  'wishes',
  'guidelines',
  'benefit-noticed',
  'certainty',
  'invasiveness',
  'guide-order',
] as const
export type OrderKey = (typeof ORDER_KEYS)[number]

/** What the order looks at. */
type Unranked = {
  readonly option: TreatmentOption
  readonly status: Status
  readonly fits: readonly { readonly indication: Indication }[]
  readonly meets: readonly AnswerId[]
  readonly conflicts: readonly AnswerId[]
}

/** Best backed first. `mixed`: for and against, or for under conditions. `silent`: no guideline takes a position. */
export const BACKINGS = ['for', 'mixed', 'silent', 'against'] as const
export type Backing = (typeof BACKINGS)[number]

/** What guidelines say of an option, taken together. Those without a position do not count. */
export function guidelineBacking(recommendations: readonly Recommendation[]): Backing {
  const directions = new Set(recommendations.map(({ direction }) => direction))
  directions.delete('no-position')
  if (directions.size === 0) return 'silent'
  if (directions.size > 1 || directions.has('only-if')) return 'mixed'
  return directions.has('for') ? 'for' : 'against'
}

/** Key 1: an indication applies, nothing puts the option off, and it goes against no wish. */
export function isNextStep({ status, fits, conflicts }: Omit<Unranked, 'option'>): boolean {
  return fits.length > 0 && conflicts.length === 0 && severity(status) <= severity('check-first')
}

type KeyOfPlanned = (planned: Unranked) => number
type KeyOfOption = (option: TreatmentOption) => number

/** Keys that depend on the answers. The lower value comes first. */
const BY_ANSWERS: readonly (readonly [OrderKey, KeyOfPlanned])[] = [
  ['next-step', (planned) => (isNextStep(planned) ? 0 : 1)],
  ['status', ({ status }) => severity(status)],
  ['find-out', ({ option }) => (option.purpose === 'find-out' ? 0 : 1)],
  ['wishes', ({ meets }) => -meets.length],
]

/** Keys that are the same for everyone. The lower value comes first. */
const BY_OPTION: readonly (readonly [OrderKey, KeyOfOption])[] = [
  ['guidelines', ({ recommendations }) => BACKINGS.indexOf(guidelineBacking(recommendations))],
  ['benefit-noticed', ({ benefitNoticed }) => NOTICED.indexOf(benefitNoticed ?? 'not-known')],
  ['certainty', ({ certainty }) => CERTAINTIES.indexOf(certainty)],
  ['invasiveness', ({ invasiveness }) => INVASIVENESS.indexOf(invasiveness)],
]

/** The order of two options for everyone whose answers do not tell them apart. 0 leaves them in the guide's order. */
export function compareForEveryone(a: TreatmentOption, b: TreatmentOption): number {
  return firstDifference(BY_OPTION, a, b)?.difference ?? 0
}

/** The order of two options of one plan. 0 leaves them in the guide's order. */
export function comparePlanned(a: Unranked, b: Unranked): number {
  return firstDifference(BY_ANSWERS, a, b)?.difference ?? compareForEveryone(a.option, b.option)
}

/** The key that puts one option of a plan above the other. */
export function decidingKey(above: PlannedOption, below: PlannedOption): OrderKey {
  const byAnswers = firstDifference(BY_ANSWERS, above, below)
  return (byAnswers ?? firstDifference(BY_OPTION, above.option, below.option))?.key ?? 'guide-order'
}

function firstDifference<T>(keys: readonly (readonly [OrderKey, (of: T) => number])[], a: T, b: T) {
  for (const [key, of] of keys) {
    const difference = of(a) - of(b)
    if (difference !== 0) return { key, difference }
  }
  return undefined
}
