import type {
  Answers,
  Guide,
  OptionId,
  Plan,
  PlannedOption,
  QuestionId,
  Rule,
  TreatmentOption,
} from '../model.ts'
import { type Change, smallestChanges } from '../prove/smallest-changes.ts'
import { markedQuestions } from './answer-sheet.ts'
import { compile } from './compile.ts'
import { TRUE, UNKNOWN } from './compiled-condition.ts'
import { decidingKey, type OrderKey } from './order.ts'
import { decidingAnswers, plan } from './plan.ts'

/** A rule of the option and its truth for the answers. */
export type RuleVerdict = {
  readonly rule: Rule
  /** True: it applies. False: it does not. Unknown: it still could. */
  readonly truth: true | false | 'unknown'
  /** The answers that made it true or false; empty while it is unknown. */
  readonly answers: Answers
  /** The open questions that an unknown rule depends on. */
  readonly questions: readonly QuestionId[]
}

export type Neighbour = { readonly planned: PlannedOption; readonly key: OrderKey }

export type Explanation = {
  readonly plan: Plan
  readonly option: TreatmentOption
  /** The option in the plan; undefined when the plan has no options (`plan.outcome` says why). */
  readonly planned: PlannedOption | undefined
  /** Every rule of the option, in the guide's order. */
  readonly rules: readonly RuleVerdict[]
  /** The options above and below it in the plan, and the key of the order that decides; absent at either end. */
  readonly after?: Neighbour
  readonly before?: Neighbour
  /** The smallest sets of changes that would move it to a less restrictive status (prove/smallest-changes.ts). */
  readonly changes: readonly Change[] | undefined
}

/** At most so many sets of changes are returned. */
const CHANGES_SHOWN = 5

/**
 * Explains the status and rank of an option, and which changes would move it. Without options in the plan it proposes
 * no change: a warning sign comes first.
 * @throws RangeError when the guide has no option of that id
 */
export function explain(guide: Guide, optionId: OptionId, answers: Answers): Explanation {
  const option = guide.options.find((candidate) => candidate.id === optionId)
  if (option === undefined) throw new RangeError(`The guide has no option ${optionId}.`)
  const whole = plan(guide, answers)
  const planned = whole.options.find((candidate) => candidate.option.id === optionId)
  return {
    plan: whole,
    option,
    planned,
    rules: option.rules.map((rule) => ruleVerdict(guide, rule, answers)),
    ...(planned === undefined ? {} : neighbours(whole, planned)),
    changes:
      planned === undefined
        ? []
        : smallestChanges(guide, option.id, answers, planned.status, { limit: CHANGES_SHOWN }),
  }
}

function ruleVerdict(guide: Guide, rule: Rule, answers: Answers): RuleVerdict {
  const compiled = compile(guide)
  const { layout, sheet, conditions } = compiled
  layout.read(answers, sheet)
  const when = conditions.condition(rule.when)
  const truth = when.truth(sheet)
  const decided = decidingAnswers(compiled, when, answers)
  sheet.mark += 1
  when.markOpen(sheet)
  return {
    rule,
    truth: truth === UNKNOWN ? 'unknown' : truth === TRUE,
    answers: decided,
    questions: markedQuestions(guide.questions, sheet),
  }
}

function neighbours({ options }: Plan, planned: PlannedOption): Pick<Explanation, 'after' | 'before'> {
  const above = options[planned.rank - 2]
  const below = options[planned.rank]
  return {
    ...(above === undefined ? {} : { after: { planned: above, key: decidingKey(above, planned) } }),
    ...(below === undefined ? {} : { before: { planned: below, key: decidingKey(planned, below) } }),
  }
}
