import {
  type Guide,
  TIME_FRAMES,
  type TimeFrame,
  type UrgentAction,
  type WarningSign,
} from '../../core/model.ts'
import { WITHIN_WORDS } from './labels.ts'

/** The warning signs of one urgency, and what to do about them. */
export type Urgency = {
  readonly within: TimeFrame
  readonly signs: readonly WarningSign[]
  readonly action: UrgentAction | undefined
  readonly heading: string
}

/** The urgencies of the guide's warning signs, the soonest first. */
export function urgencies(guide: Guide): readonly Urgency[] {
  return TIME_FRAMES.map((within) => urgency(guide, within)).filter(({ signs }) => signs.length > 0)
}

export function urgency(guide: Guide, within: TimeFrame): Urgency {
  const action = guide.urgentActions?.find((candidate) => candidate.within === within)
  return {
    within,
    signs: guide.warningSigns.filter((sign) => sign.within === within),
    action,
    heading: action?.heading ?? careHeading(within),
  }
}

export function careHeading(within: TimeFrame): string {
  return `Get care ${WITHIN_WORDS[within]}`
}
