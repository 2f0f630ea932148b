import type {
  AnswerChoice,
  Answers,
  Guide,
  Plan,
  PlannedOption,
  QuestionId,
  Reason,
  Rule,
  Status,
  TreatmentOption,
} from '../model.ts'
import {
  applies,
  decidingAnswers,
  evaluate,
  givenValues,
  indexQuestions,
  openQuestionsIn,
  type QuestionIndex,
} from './condition.ts'
import { comparePlanned } from './order.ts'
import { severity, worse, worst } from './status.ts'

/** What one judgement needs beside the option: made once for a set of answers. */
type Case = {
  readonly answers: Answers
  readonly index: QuestionIndex
  /** Questions of warning signs and scope that are still open: while there are any, nothing is more than check-first. */
  readonly openGates: readonly QuestionId[]
  readonly inGuideOrder: (questions: readonly QuestionId[]) => readonly QuestionId[]
  readonly preferences: readonly AnswerChoice[]
}

/**
 * The plan for these answers: gates first (warning signs, then scope), then every option's status with its reasons,
 * in order (contract section 4). Pure: the same guide and answers give the same plan. Answers are trusted to be the
 * guide's own (guide/answers.ts checks them); an unknown question or value decides nothing.
 */
export function plan(guide: Guide, answers: Answers): Plan {
  const index = indexQuestions(guide.questions)
  const urgent = guide.warningSigns
    .filter((sign) => evaluate(sign.when, answers, index) === true)
    .map((sign) => ({ sign, answers: decidingAnswers(sign.when, answers, index) }))
  const outOfScope = guide.outOfScope
    .filter((gate) => evaluate(gate.when, answers, index) === true)
    .map((gate) => ({ gate, answers: decidingAnswers(gate.when, answers, index) }))
  const outcome = urgent.length > 0 ? 'urgent' : outOfScope.length > 0 ? 'out-of-scope' : 'options'
  return {
    guide,
    answers: inOrder(guide, answers),
    outcome,
    urgent,
    outOfScope: outcome === 'out-of-scope' ? outOfScope : [],
    options: outcome === 'options' ? planOptions(guide, answers, index) : [],
    unanswered: guide.questions
      .filter(
        (question) => givenValues(answers, question.id).length === 0 && applies(question, answers, index),
      )
      .map((question) => question.id),
  }
}

/** Answers in the guide's order of questions, so that the order in which they were given never shows. */
function inOrder(guide: Guide, answers: Answers): Answers {
  const ordered: Record<QuestionId, Answers[string]> = {}
  for (const question of guide.questions) {
    const answer = answers[question.id]
    if (answer === undefined) continue
    const rank = (value: string) => question.answers.findIndex((choice) => choice.id === value)
    // `unsure` is in no question's list, so it sorts first: harmless, and always the same.
    ordered[question.id] = typeof answer === 'string' ? answer : [...answer].sort((a, b) => rank(a) - rank(b))
  }
  return ordered
}

function planOptions(guide: Guide, answers: Answers, index: QuestionIndex): readonly PlannedOption[] {
  const position = new Map(guide.questions.map((question, at) => [question.id, at]))
  const gates = [...guide.warningSigns, ...guide.outOfScope]
  const inGuideOrder = (questions: readonly QuestionId[]) =>
    questions.length < 2
      ? questions
      : [...new Set(questions)].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0))
  const found: Case = {
    answers,
    index,
    inGuideOrder,
    openGates: inGuideOrder(gates.flatMap((gate) => openQuestionsIn(gate.when, answers, index))),
    preferences: givenPreferences(guide, answers),
  }
  return guide.options
    .map((option) => judge(option, found))
    .sort(comparePlanned)
    .map((planned, at) => ({ ...planned, rank: at + 1 }))
}

function givenPreferences(guide: Guide, answers: Answers): readonly AnswerChoice[] {
  return guide.questions
    .filter((question) => question.role === 'preference')
    .flatMap((question) => {
      const given = givenValues(answers, question.id)
      return question.answers.filter((choice) => given.includes(choice.id))
    })
}

function judge(option: TreatmentOption, found: Case): Omit<PlannedOption, 'rank'> {
  const { answers, index, openGates } = found
  const truths = option.rules.map((rule) => ({ rule, truth: evaluate(rule.when, answers, index) }))
  const applying = truths.filter(({ truth }) => truth === true).map(({ rule }) => rule)
  const open = truths.filter(({ truth }) => truth === 'unknown').map(({ rule }) => rule)
  const known = worst(applying.map((rule) => rule.status))
  const whileOpen = worst([...open.map(openStatus), ...openGates.map(() => 'check-first' as const)])
  const undecided = open.filter((rule) => couldChange(known, rule))
  const openGatesMatter = severity(known) < severity('check-first')
  const openQuestions = undecided.flatMap((rule) => openQuestionsIn(rule.when, answers, index))
  return {
    option,
    status: worse(known, whileOpen),
    reasons: [
      ...applyingReasons(applying, found),
      ...(openGatesMatter && openGates.length > 0
        ? [{ code: 'gate', status: 'check-first', questions: openGates } as const]
        : []),
      ...(undecided.length > 0 ? [openReason(undecided, found.inGuideOrder(openQuestions))] : []),
    ],
    ask: found.inGuideOrder([...(openGatesMatter ? openGates : []), ...openQuestions]),
    fits: (option.indications ?? [])
      .filter(({ when }) => evaluate(when, answers, index) === true)
      .map((indication) => ({ indication, answers: decidingAnswers(indication.when, answers, index) })),
    ...wishes(option, found.preferences),
  }
}

/** Whether settling an open rule could change the status: only a rule more restrictive than what is known can. */
function couldChange(known: Status, rule: Rule): boolean {
  return severity(rule.status) > severity(known)
}

/**
 * What a rule gives while it is unknown whether it applies. Unknown is not no, so that is `check-first`, or the rule's
 * own status where that is milder: an unknown is never worse than its worst answer.
 */
export function openStatus(rule: Rule): Status {
  return rule.whileOpen ?? (severity(rule.status) < severity('check-first') ? rule.status : 'check-first')
}

function openReason(rules: readonly Rule[], questions: readonly QuestionId[]): Reason {
  return { code: 'open', status: worst(rules.map(openStatus)), rules, questions }
}

function applyingReasons(rules: readonly Rule[], { answers, index }: Case): readonly Reason[] {
  return [...rules]
    .sort((a, b) => severity(b.status) - severity(a.status))
    .map((rule) => ({
      code: 'rule',
      rule,
      status: rule.status,
      answers: decidingAnswers(rule.when, answers, index),
    }))
}

/** Wishes order options; they never touch a status. */
function wishes(
  { features }: TreatmentOption,
  preferences: readonly AnswerChoice[],
): Pick<PlannedOption, 'meets' | 'conflicts'> {
  const has = (feature: string | undefined) => feature !== undefined && features.includes(feature)
  return {
    meets: preferences.filter(({ seeks }) => has(seeks)).map(({ id }) => id),
    conflicts: preferences.filter(({ avoids }) => has(avoids)).map(({ id }) => id),
  }
}
