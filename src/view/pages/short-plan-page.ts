import type { Plan, PlannedOption, QuestionId, Status } from '../../core/model.ts'
import { STATUSES } from '../../core/model.ts'
import { heading, list, notice, paragraph } from '../document/blocks.ts'
import type { Block, Document, Text } from '../document/document.ts'
import { questionLabel, reasonWords } from '../text/condition-text.ts'
import { counted, inSentence, type Reader, STATUS_HEADING } from '../text/labels.ts'
import { planView } from './plan-page.ts'

/** How many open questions are named: those that could move most options. */
const TO_SETTLE = 3

/**
 * A plan as short as it can be said: every option with the reason that weighs most, in a sentence where it is not
 * near. A plan that a gate has closed is shown whole.
 */
export function shortPlanView(plan: Plan, reader: Reader): Document {
  if (plan.outcome !== 'options') return planView(plan, { detail: 'full', reader })
  const title = reader === 'patient' ? 'Your options to talk about' : 'Options to talk about'
  return {
    title,
    blocks: [
      heading(1, title),
      ...STATUSES.filter((status) => status !== 'not-relevant').flatMap((status) => group(plan, status)),
      ...toSettle(plan),
      notice(plan.guide),
    ],
  }
}

function group(plan: Plan, status: Status): readonly Block[] {
  const options = plan.options.filter((planned) => planned.status === status)
  if (options.length === 0) return []
  const label = `${STATUS_HEADING[status]} (${options.length}):`
  const isNear = status === 'suitable' || status === 'caution'
  return [
    paragraph({ strong: label }),
    ...list(options.map((planned) => withReason(plan, planned, isNear ? (words) => words : firstSentence))),
  ]
}

function firstSentence(words: string): string {
  return words.split(/(?<=[.!?])\s/)[0] ?? words
}

function withReason(
  { guide }: Plan,
  { option, reasons, conflicts }: PlannedOption,
  cut: (words: string) => string,
): Text {
  const [reason] = reasons
  const wishes = guide.questions
    .flatMap(({ role, answers }) => (role === 'preference' ? answers : []))
    .filter(({ id }) => conflicts.includes(id))
    .map(({ label }) => label)
  const words = [
    ...(reason === undefined ? [] : [cut(reasonWords(guide, reason))]),
    ...(wishes.length === 0 ? [] : [`It goes against a wish: ${wishes.join('; ')}.`]),
  ]
  return words.length === 0 ? option.title : `${option.title}: ${words.join(' ')}`
}

function toSettle(plan: Plan): readonly Block[] {
  const counts = new Map<QuestionId, number>()
  for (const { ask, status } of plan.options) {
    if (status !== 'not-relevant') for (const id of ask) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, TO_SETTLE)
  if (most.length === 0) return []
  const words = most.map(
    ([id, count]) => `${inSentence(questionLabel(plan.guide, id))} (for ${counted(count, 'option')})`,
  )
  return [paragraph({ strong: 'To find out first:' }, ` ${words.join('; ')}.`)]
}
