import type {
  Alert,
  Answers,
  Guide,
  Plan,
  PlannedOption,
  QuestionId,
  Reason,
  Rule,
  Status,
} from '../model.ts'
import { STATUSES } from '../model.ts'
import { markedAnswers, markedQuestions } from './answer-sheet.ts'
import { type CompiledGuide, type CompiledRule, compile, type PreferenceAnswer } from './compile.ts'
import { type CompiledCondition, type Conditional, FALSE, TRUE, UNKNOWN } from './compiled-condition.ts'
import { givenValues } from './condition.ts'
import { isGiven, judge, markAsked } from './judge.ts'
import { CHECK_FIRST, openStatus, worst } from './status.ts'

/**
 * The plan for these answers: gates first (warning signs, then scope), then every option's status with its reasons in
 * order (contract section 4). The same guide and answers give the same plan. guide/answers validates answers; an
 * unknown question or value is ignored here.
 */
export function plan(guide: Guide, given: Answers): Plan {
  const compiled = compile(guide)
  const answers = sortAnswers(guide, given)
  compiled.layout.read(answers, compiled.sheet)
  const outcome = judge(compiled)
  return {
    guide,
    answers,
    outcome,
    urgent: whereTrue(compiled, compiled.signs, answers),
    outOfScope: outcome === 'out-of-scope' ? whereTrue(compiled, compiled.scopes, answers) : [],
    options: outcome === 'options' ? planOptions(compiled, answers) : [],
    unanswered: unansweredQuestions(compiled, answers),
  }
}

/** The alerts that apply to these answers, in the guide's order. */
export function activeAlerts(guide: Guide, answers: Answers): readonly Alert[] {
  const { layout, sheet, conditions } = compile(guide)
  layout.read(answers, sheet)
  return (guide.alerts ?? []).filter(({ when }) => conditions.condition(when).truth(sheet) === TRUE)
}

/** Sorts answers by the guide's order, so that the order of input does not matter. */
function sortAnswers(guide: Guide, answers: Answers): Answers {
  const ordered: Record<QuestionId, Answers[string]> = {}
  for (const question of guide.questions) {
    const answer = answers[question.id]
    if (answer === undefined) continue
    const rank = (value: string) => question.answers.findIndex((choice) => choice.id === value)
    // `unsure` is in no question's list, so it sorts first.
    ordered[question.id] = typeof answer === 'string' ? answer : [...answer].sort((a, b) => rank(a) - rank(b))
  }
  return ordered
}

/** The conditions that are true, with the answers that decided them. */
function whereTrue<T extends Conditional>(
  compiled: CompiledGuide,
  conditions: readonly T[],
  answers: Answers,
): readonly (Omit<T, 'when'> & { readonly answers: Answers })[] {
  return conditions
    .filter(({ when }) => when.truth(compiled.sheet) === TRUE)
    .map(({ when, ...named }) => ({ ...named, answers: decidingAnswers(compiled, when, answers) }))
}

/** The answers that made a condition true or false. */
export function decidingAnswers(
  { layout, sheet }: CompiledGuide,
  when: CompiledCondition,
  answers: Answers,
): Answers {
  sheet.mark += 1
  when.markDeciding(sheet)
  return markedAnswers(layout, sheet, answers)
}

function unansweredQuestions(
  { guide, conditions, sheet }: CompiledGuide,
  answers: Answers,
): readonly QuestionId[] {
  return guide.questions
    .filter(
      ({ id }, index) =>
        givenValues(answers, id).length === 0 && conditions.askWhen(index).truth(sheet) !== FALSE,
    )
    .map(({ id }) => id)
}

function planOptions(compiled: CompiledGuide, answers: Answers): readonly PlannedOption[] {
  return [...compiled.verdict.order].map((index, rank) => ({
    ...planOption(compiled, index, answers),
    rank: rank + 1,
  }))
}

function planOption(compiled: CompiledGuide, index: number, answers: Answers): Omit<PlannedOption, 'rank'> {
  const { guide, options, sheet, verdict } = compiled
  const compiledOption = options[index]
  if (compiledOption === undefined) throw new RangeError(`There is no option ${index}.`)
  const idsOfGiven = (preferences: readonly PreferenceAnswer[]) =>
    preferences.filter((preference) => isGiven(preference, sheet)).map(({ choice }) => choice.id)
  const ask = markAsked(compiled, index) ? markedQuestions(guide.questions, sheet) : []
  return {
    option: compiledOption.option,
    status: STATUSES[verdict.severities[index] as number] as Status,
    reasons: [
      ...applyingReasons(compiled, compiledOption.rules, answers),
      ...gateReasons(compiled, index),
      ...openReasons(compiled, compiledOption.rules, verdict.known[index] as number),
    ],
    ask,
    fits: whereTrue(compiled, compiledOption.indications, answers),
    meets: idsOfGiven(compiledOption.meets),
    conflicts: idsOfGiven(compiledOption.conflicts),
  }
}

function applyingReasons(
  compiled: CompiledGuide,
  rules: readonly CompiledRule[],
  answers: Answers,
): readonly Reason[] {
  return rules
    .filter(({ index }) => compiled.verdict.truths[index] === TRUE)
    .map(({ rule, when }) => ({
      code: 'rule',
      rule,
      status: rule.status,
      answers: decidingAnswers(compiled, when, answers),
    }))
}

/** Open questions of warning signs and scope. While there are any, no status is better than check-first. */
function gateReasons({ guide, gates, sheet, verdict }: CompiledGuide, index: number): readonly Reason[] {
  if (!verdict.gateOpen || (verdict.known[index] as number) >= CHECK_FIRST) return []
  sheet.mark += 1
  for (const gate of gates) gate.markOpen(sheet)
  return [{ code: 'gate', status: 'check-first', questions: markedQuestions(guide.questions, sheet) }]
}

/** Open rules that are more restrictive than the known status; others could not change it. */
function openReasons(
  { guide, sheet, verdict }: CompiledGuide,
  rules: readonly CompiledRule[],
  known: number,
): readonly Reason[] {
  const open = rules.filter((rule) => verdict.truths[rule.index] === UNKNOWN && rule.severity > known)
  if (open.length === 0) return []
  sheet.mark += 1
  for (const { when } of open) when.markOpen(sheet)
  const openRules: readonly Rule[] = open.map(({ rule }) => rule)
  return [
    {
      code: 'open',
      status: worst(openRules.map(openStatus)),
      rules: openRules,
      questions: markedQuestions(guide.questions, sheet),
    },
  ]
}
