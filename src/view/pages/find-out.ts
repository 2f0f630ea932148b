import type { Plan, PlannedOption, QuestionId } from '../../core/model.ts'
import type { Text } from '../document/document.ts'
import { findQuestion, questionLabel } from '../text/condition-text.ts'
import { capitalized } from '../text/labels.ts'
import { ruleName, settleWords, shortName } from '../text/plan-text.ts'

type FindOut = {
  readonly label: string
  readonly action: string
  /** From a rule that applies, rather than from an open question. */
  readonly isKnown: boolean
  readonly opens: PlannedOption[]
}

/**
 * What to find out or do first, and which options that may open: open questions, and rules that hold an option at
 * "find out first". First what opens options that
 * fit, then what opens most.
 */
export function findOutRows(plan: Plan): readonly { readonly label: string; readonly value: Text }[] {
  const held = plan.options.filter(({ status }) => status === 'check-first')
  const found = new Map<string, FindOut>()
  const add = (key: string, planned: PlannedOption, make: () => Omit<FindOut, 'opens'>) => {
    const entry = found.get(key) ?? { ...make(), opens: [] }
    if (!entry.opens.includes(planned)) entry.opens.push(planned)
    found.set(key, entry)
  }
  for (const planned of held) {
    for (const reason of planned.reasons) {
      if (reason.code !== 'rule' || reason.status !== 'check-first') continue
      const label = capitalized(ruleName(reason.rule))
      add(label, planned, () => ({ label, action: reason.rule.do ?? reason.rule.because, isKnown: true }))
    }
    for (const id of ownQuestions(plan, planned)) {
      const label = capitalized(shortLabel(plan, id))
      add(label, planned, () => ({ label, action: settleWords(plan.guide, id), isKnown: false }))
    }
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        fitting(b) - fitting(a) || b.opens.length - a.opens.length || Number(b.isKnown) - Number(a.isKnown),
    )
    .map(({ label, action, opens }) => ({ label, value: [action, { faint: ` (${namesOf(opens)})` }] }))
}

/** How many of the options that it may open the answers speak for. */
function fitting({ opens }: FindOut): number {
  return opens.filter(({ fits }) => fits.length > 0).length
}

/** Open questions of the option's own; an open warning sign is said above all options. */
function ownQuestions(plan: Plan, { ask }: PlannedOption): readonly QuestionId[] {
  return ask.filter((id) => findQuestion(plan.guide, id)?.role !== 'gate')
}

function shortLabel(plan: Plan, id: QuestionId): string {
  return findQuestion(plan.guide, id)?.shortLabel ?? questionLabel(plan.guide, id)
}

const MOST_NAMES = 2

function namesOf(options: readonly PlannedOption[]): string {
  const names = options.slice(0, MOST_NAMES).map(({ option }) => shortName(option))
  const more = options.length - names.length
  return `for: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
