import type { Guide } from '../../core/model.ts'
import { balance } from './balance.ts'
import { certaintyWords } from './certainty-words.ts'
import { denominator } from './denominator.ts'
import { faultsIn, type LintFinding, type TextFault, type TextRule } from './finding.ts'
import { frames } from './frames.ts'
import { numberContext } from './number-context.ts'
import { oneInX } from './one-in-x.ts'
import { hardText } from './reading-grade.ts'
import { relativeRisk } from './relative-risk.ts'
import { reviewDate } from './review-date.ts'
import { stopMedicine } from './stop-medicine.ts'
import { textsOf } from './texts.ts'

/** Rules over texts that a guide's properties may name: the codes of their findings. */
export const TEXT_LINTS: readonly string[] = ['stop-medicine']

const TEXT_RULES: readonly TextRule[] = [stopMedicine, oneInX, denominator, relativeRisk, frames, hardText]

/** Codes in the order in which they are reported. */
const ORDER: readonly string[] = [
  'stop-medicine',
  'review-date',
  'one-in-x',
  'denominator',
  'relative-risk',
  'one-sided',
  'number-context',
  'balance',
  'certainty-words',
  'reading-grade',
]

/**
 * Returns a function that finds faults in a guide's numbers, words and balance, as of `today` (YYYY-MM-DD). Texts that
 * the call before has read are not read again.
 */
export function createLinter(): (guide: Guide, today: string) => readonly LintFinding[] {
  let before: ReadonlyMap<string, readonly TextFault[]> = new Map()
  return (guide, today) => {
    const read = new Map<string, readonly TextFault[]>()
    const allRules: TextRule = (text, voice) => {
      const key = voice + text
      const faults = read.get(key) ?? before.get(key) ?? TEXT_RULES.flatMap((rule) => rule(text, voice))
      read.set(key, faults)
      return faults
    }
    const findings = [
      ...faultsIn(textsOf(guide), allRules),
      ...reviewDate(guide, today),
      ...numberContext(guide),
      ...balance(guide),
      ...certaintyWords(guide),
    ]
    before = read
    return findings.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))
  }
}
