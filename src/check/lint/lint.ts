import type { Guide } from '../../core/model.ts'
import { balance } from './balance.ts'
import { certaintyWords } from './certainty-words.ts'
import { denominator } from './denominator.ts'
import type { LintFinding } from './finding.ts'
import { frames } from './frames.ts'
import { numberContext } from './number-context.ts'
import { oneInX } from './one-in-x.ts'
import { reading } from './reading-grade.ts'
import { relativeRisk } from './relative-risk.ts'
import { reviewDate } from './review-date.ts'
import { stopMedicine } from './stop-medicine.ts'

/** Rules over texts that a guide's properties may name. */
export const TEXT_LINTS: Readonly<Record<string, (guide: Guide) => readonly LintFinding[]>> = {
  'stop-medicine': stopMedicine,
}

/** Every finding about a guide's numbers, words and balance, as of `today` (YYYY-MM-DD). */
export function lint(guide: Guide, today: string): readonly LintFinding[] {
  return [
    ...stopMedicine(guide),
    ...reviewDate(guide, today),
    ...oneInX(guide),
    ...denominator(guide),
    ...relativeRisk(guide),
    ...frames(guide),
    ...numberContext(guide),
    ...balance(guide),
    ...certaintyWords(guide),
    ...reading(guide),
  ]
}
