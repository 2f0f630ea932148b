import { CERTAINTIES, INVASIVENESS, type PlannedOption } from '../model.ts'
import { severity } from './status.ts'

type Unranked = Omit<PlannedOption, 'rank'>

/**
 * The order of a plan's options, by keys that a person can check, without weights: status, then more of the person's
 * preferences met, then less invasive, then more certain evidence, then the guide's own order (contract section 4).
 * `guideOrder` gives each option's position in the guide.
 */
export function compareOptions(guideOrder: (id: string) => number) {
  return (a: Unranked, b: Unranked): number =>
    severity(a.status) - severity(b.status) ||
    b.meets.length - a.meets.length ||
    INVASIVENESS.indexOf(a.option.invasiveness) - INVASIVENESS.indexOf(b.option.invasiveness) ||
    CERTAINTIES.indexOf(a.option.certainty) - CERTAINTIES.indexOf(b.option.certainty) ||
    guideOrder(a.option.id) - guideOrder(b.option.id)
}
