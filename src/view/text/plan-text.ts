import { givenValues, questionsIn } from '../../core/engine/condition.ts'
import { activeAlerts } from '../../core/engine/plan.ts'
import type {
  AnswerChoice,
  AnswerId,
  Guide,
  Plan,
  PlannedOption,
  QuestionId,
  Rule,
} from '../../core/model.ts'
import { capitalized } from '../../text/words.ts'
import type { Block, Text } from '../document/document.ts'
import { findQuestion, questionLabel } from './condition-text.ts'

/** What decides a rule, in a word. */
export function ruleName(rule: Rule): string {
  return rule.short ?? rule.id.replaceAll('-', ' ')
}

/** Answers that a summary leaves out, because most people give them. */
const USUAL_ANSWERS = ['no', 'none']

/** The main answers in a line of at most `longest` characters: "65 or over, low back". */
export function answersInBrief({ guide, answers }: Plan, longest: number): string {
  const phrases = guide.questions.flatMap((question) => {
    const values = givenValues(answers, question.id)
    return question.answers
      .filter(({ id }) => values.includes(id) && !USUAL_ANSWERS.includes(id))
      .flatMap((choice: AnswerChoice) => choice.short ?? [])
  })
  let line = ''
  for (const phrase of phrases) {
    const longer = line === '' ? phrase : `${line}, ${phrase}`
    if (longer.length <= longest) line = longer
  }
  return line
}

/** The rules that apply and give "find out first". */
export function rulesToCheck({ reasons }: PlannedOption): readonly Rule[] {
  return reasons.flatMap((reason) =>
    reason.code === 'rule' && reason.status === 'check-first' ? [reason.rule] : [],
  )
}

/** The labels of answers to preference questions. */
export function wishLabels(guide: Guide, ids: readonly AnswerId[]): readonly string[] {
  const choices = guide.questions.flatMap(({ role, answers }) => (role === 'preference' ? answers : []))
  return ids.map((id) => choices.find((choice) => choice.id === id)?.label ?? id)
}

/** The alerts that apply, as callouts. */
export function alertBlocks({ guide, answers }: Plan): readonly Block[] {
  return activeAlerts(guide, answers).map(({ text }) => ({
    kind: 'callout',
    tone: 'caution',
    label: 'Say this at once',
    body: [text],
  }))
}

const MOST_REASONS = 3

/** Why an option is out, in a few words for each rule. */
export function whyOut({ reasons, status }: PlannedOption): string {
  const names = reasons.flatMap((reason) =>
    reason.code === 'rule' && reason.status === status ? [ruleName(reason.rule)] : [],
  )
  return [...new Set(names)].slice(0, MOST_REASONS).join(', ')
}

/** The open warning signs and limits, which concern all options. */
export function openGateBlocks(plan: Plan, target: 'terminal' | 'page' = 'terminal'): readonly Block[] {
  const reasons = plan.options.flatMap((planned) => planned.reasons)
  const open = new Set(reasons.flatMap((reason) => (reason.code === 'gate' ? reason.questions : [])))
  if (open.size === 0) return []
  return [
    {
      kind: 'callout',
      tone: 'caution',
      label: 'Check this first',
      body: [...open].map((id) => openGateWords(plan.guide, id, target)),
    },
  ]
}

/** An open gate: where the signs are listed, and how to settle it. */
function openGateWords(guide: Guide, id: QuestionId, target: 'terminal' | 'page'): Text {
  const isSigns = guide.warningSigns.some(({ when }) => questionsIn(when).includes(id))
  const listed =
    isSigns && target === 'terminal' ? [' See them: ', { code: 'nextline warning-signs' }, '.'] : []
  return [`${capitalized(questionLabel(guide, id))}: not known.`, ...listed, ` ${settleWords(guide, id)}`]
}

/** How an open answer can be settled. */
export function settleWords(guide: Guide, id: QuestionId): string {
  return findQuestion(guide, id)?.settle ?? ''
}
