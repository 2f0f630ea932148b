import type { Plan, PlannedOption, QuestionId } from '../../core/model.ts'
import { capitalized } from '../../text/words.ts'
import type { Fact } from '../document/document.ts'
import { findQuestion, questionLabel } from '../text/condition-text.ts'
import { ruleName, rulesToCheck, settleWords } from '../text/plan-text.ts'
import { planNames } from '../text/rest-text.ts'

const MOST_NAMES = 2

type FindOut = {
  readonly label: string
  readonly action: string
  /** From a rule that applies, not from an open question. */
  readonly isRule: boolean
  readonly opens: PlannedOption[]
}

/**
 * What to find out or do first, and which options that may open: open questions, and rules that hold an option at
 * "find out first". What opens options that fit comes first, then what opens most.
 */
export function findOutRows(plan: Plan): readonly Fact[] {
  const rows = new Map<string, FindOut>()
  const add = (key: string, planned: PlannedOption, make: () => Omit<FindOut, 'opens'>) => {
    const entry = rows.get(key) ?? { ...make(), opens: [] }
    if (!entry.opens.includes(planned)) entry.opens.push(planned)
    rows.set(key, entry)
  }
  for (const planned of plan.options) {
    if (planned.status !== 'check-first') continue
    for (const rule of rulesToCheck(planned)) {
      const label = capitalized(ruleName(rule))
      add(label, planned, () => ({ label, action: rule.do ?? rule.because, isRule: true }))
    }
    for (const id of questionsOfRules(plan, planned)) {
      const label = capitalized(shortLabel(plan, id))
      add(label, planned, () => ({ label, action: settleWords(plan.guide, id), isRule: false }))
    }
  }
  return [...rows.values()]
    .sort(
      (a, b) =>
        fitCount(b) - fitCount(a) || b.opens.length - a.opens.length || Number(b.isRule) - Number(a.isRule),
    )
    .map(({ label, action, opens }) => ({
      label,
      value: [action, { faint: ` (for: ${planNames(opens, MOST_NAMES)})` }],
    }))
}

/** The number of options it may open that have an indication. */
function fitCount({ opens }: FindOut): number {
  return opens.filter(({ fits }) => fits.length > 0).length
}

/** The open questions of the option's rules; open gates are shown above all options. */
function questionsOfRules(plan: Plan, { ask }: PlannedOption): readonly QuestionId[] {
  return ask.filter((id) => findQuestion(plan.guide, id)?.role !== 'gate')
}

function shortLabel(plan: Plan, id: QuestionId): string {
  return findQuestion(plan.guide, id)?.shortLabel ?? questionLabel(plan.guide, id)
}
