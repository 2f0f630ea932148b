import {
  CERTAINTIES,
  INVASIVENESS,
  NOTICED,
  type PlannedOption,
  type Recommendation,
  STATUSES,
  type TreatmentOption,
} from '../model.ts'
import { CHECK_FIRST, severity } from './status.ts'

/** The keys that order a plan's options; the first that differs decides (contract section 4). */
const ORDER_KEYS = [
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

/** Best backed first. `mixed`: for and against, or for under conditions. `silent`: no guideline takes a position. */
const BACKINGS = ['for', 'mixed', 'silent', 'against'] as const
export type Backing = (typeof BACKINGS)[number]

/** The combined direction of the guidelines on an option. Those without a position do not count. */
export function guidelineBacking(recommendations: readonly Recommendation[]): Backing {
  const directions = new Set(recommendations.map(({ direction }) => direction))
  directions.delete('no-position')
  if (directions.size === 0) return 'silent'
  if (directions.size > 1 || directions.has('only-if')) return 'mixed'
  return directions.has('for') ? 'for' : 'against'
}

/** Key 1: an indication applies, nothing puts the option off, and it goes against no wish. */
export function isNextStep({
  status,
  fits,
  conflicts,
}: Pick<PlannedOption, 'status' | 'fits' | 'conflicts'>): boolean {
  return fits.length > 0 && conflicts.length === 0 && severity(status) <= CHECK_FIRST
}

/** The inputs of the first four keys, which depend on the answers. */
export type Standing = {
  readonly isNextStep: boolean
  readonly severity: number
  readonly findsOut: boolean
  /** The number of preferences that it meets. */
  readonly met: number
}

type SortKey<T> = readonly [OrderKey, (item: T) => number]

/** The lower value comes first. */
const BY_ANSWERS: readonly SortKey<Standing>[] = [
  ['next-step', (standing) => (standing.isNextStep ? 0 : 1)],
  ['status', (standing) => standing.severity],
  ['find-out', ({ findsOut }) => (findsOut ? 0 : 1)],
  ['wishes', ({ met }) => -met],
]

/** Keys that are the same for everyone. The lower value comes first. */
const FOR_EVERYONE: readonly SortKey<TreatmentOption>[] = [
  ['guidelines', ({ recommendations }) => BACKINGS.indexOf(guidelineBacking(recommendations))],
  ['benefit-noticed', ({ benefitNoticed }) => NOTICED.indexOf(benefitNoticed ?? 'not-known')],
  ['certainty', ({ certainty }) => CERTAINTIES.indexOf(certainty)],
  ['invasiveness', ({ invasiveness }) => INVASIVENESS.indexOf(invasiveness)],
]

/** A guide's options sorted by the keys that are the same for everyone, then as the guide has them. */
export function inOrderForEveryone(options: readonly TreatmentOption[]): readonly TreatmentOption[] {
  const keyed = options.map((option) => ({
    option,
    keys: FOR_EVERYONE.map(([, keyOf]) => keyOf(option)),
  }))
  keyed.sort((a, b) => {
    const keyIndex = a.keys.findIndex((key, index) => key !== b.keys[index])
    return keyIndex < 0 ? 0 : (a.keys[keyIndex] ?? 0) - (b.keys[keyIndex] ?? 0)
  })
  return keyed.map(({ option }) => option)
}

/** The keys that depend on the answers as one number, for a fast sort. */
export function rankNumber(standing: Standing, preferenceCount: number): number {
  const { isNextStep, severity, findsOut, met } = standing
  const firstThree = ((isNextStep ? 0 : 1) * STATUSES.length + severity) * 2 + (findsOut ? 0 : 1)
  return firstThree * (preferenceCount + 1) + preferenceCount - met
}

/** The first key by which one option of a plan precedes another. */
export function decidingKey(above: PlannedOption, below: PlannedOption): OrderKey {
  const byAnswers = firstDifference(BY_ANSWERS, standingOf(above), standingOf(below))
  return byAnswers ?? firstDifference(FOR_EVERYONE, above.option, below.option) ?? 'guide-order'
}

function standingOf(planned: PlannedOption): Standing {
  return {
    isNextStep: isNextStep(planned),
    severity: severity(planned.status),
    findsOut: planned.option.purpose === 'find-out',
    met: planned.meets.length,
  }
}

function firstDifference<T>(keys: readonly SortKey<T>[], a: T, b: T): OrderKey | undefined {
  return keys.find(([, keyOf]) => keyOf(a) !== keyOf(b))?.[0]
}
