import { type Backing, decidingKey, guidelineBacking } from '../../core/engine/order.ts'
import type { Guide, PlannedOption, TreatmentOption } from '../../core/model.ts'
import { CERTAINTY_NAME, STATUS_HEADING } from './labels.ts'
import { wishLabels } from './plan-text.ts'

const BACKING_WORDS: Readonly<Record<Backing, string>> = {
  for: 'guidelines are for it',
  mixed: 'guidelines are for it only in part',
  silent: 'guidelines take no position',
  against: 'guidelines are against it',
}

const NOTICED_WORDS: Readonly<Record<NonNullable<TreatmentOption['benefitNoticed']>, string>> = {
  yes: 'its benefit is large enough to notice',
  smaller: 'its benefit is smaller than people notice',
  'not-known': 'how large its benefit is, is not known',
}

/** Why one option ranks above another, as a clause about each. */
export function orderWords(
  guide: Guide,
  above: PlannedOption,
  below: PlannedOption,
): { readonly above: string; readonly below: string } {
  const both = (words: (planned: PlannedOption) => string) => ({ above: words(above), below: words(below) })
  switch (decidingKey(above, below)) {
    case 'next-step':
      return { above: 'your answers speak for it and nothing puts it off', below: notNext(below) }
    case 'status':
      return both(({ status }) => `it is "${STATUS_HEADING[status]}"`)
    case 'find-out':
      return { above: 'it finds out more before you treat', below: 'it treats' }
    case 'wishes':
      return both(({ meets }) => wishWords(guide, meets))
    case 'guidelines':
      return both(({ option }) => BACKING_WORDS[guidelineBacking(option.recommendations)])
    case 'benefit-noticed':
      return both(({ option }) => NOTICED_WORDS[option.benefitNoticed ?? 'not-known'])
    case 'certainty':
      return both(
        ({ option }) => `how sure the evidence is: ${CERTAINTY_NAME[option.certainty].toLowerCase()}`,
      )
    case 'invasiveness':
      return { above: 'less is done to the body', below: 'more is done to the body' }
    case 'guide-order':
      return {
        above: 'nothing tells them apart, and the guide lists it first',
        below: 'the guide lists it later',
      }
  }
}

function notNext({ fits, conflicts }: PlannedOption): string {
  if (fits.length === 0) return 'nothing in your answers speaks for it'
  return conflicts.length > 0 ? 'it goes against a wish' : 'something puts it off'
}

function wishWords(guide: Guide, meets: readonly string[]): string {
  if (meets.length === 0) return 'it meets none of your wishes'
  return `it meets ${meets.length === 1 ? 'a wish' : 'more wishes'}: ${wishLabels(guide, meets).join('; ')}`
}
