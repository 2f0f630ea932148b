import { givenValues, isOpen } from '../../core/engine/condition.ts'
import type { Answers, Guide, QuestionId } from '../../core/model.ts'
import { NONE, UNSURE } from '../../core/model.ts'
import type { Change } from '../../core/prove/smallest-changes.ts'
import { findQuestion, questionLabel, valueWords } from './condition-text.ts'

/**
 * A change as clauses: `kidney disease turned out to be "No"`. What can be changed is worded with "were", so that it
 * does not read as advice.
 */
export function changeClauses(guide: Guide, answers: Answers, { set }: Change): readonly string[] {
  return Object.keys(set).map((id) => clause(guide, answers, set, id))
}

function clause(guide: Guide, answers: Answers, set: Answers, id: QuestionId): string {
  const question = findQuestion(guide, id)
  const label = questionLabel(guide, id)
  const open = isOpen(answers, id)
  if (question?.type === 'many' && !open) {
    const before = members(answers, id)
    const after = members(set, id)
    const added = after.filter((value) => !before.includes(value))
    const dropped = before.filter((value) => !after.includes(value))
    return [
      ...(added.length === 0 ? [] : [`${label} also included ${quotedValues(guide, id, added)}`]),
      ...(dropped.length === 0 ? [] : [`${label} no longer included ${quotedValues(guide, id, dropped)}`]),
    ].join(' and ')
  }
  const verb = open || question?.change === 'discoverable' ? 'turned out to be' : 'were'
  return `${label} ${verb} ${quotedValues(guide, id, givenValues(set, id))}`
}

function members(answers: Answers, id: QuestionId): readonly string[] {
  return givenValues(answers, id).filter((value) => value !== NONE && value !== UNSURE)
}

function quotedValues(guide: Guide, id: QuestionId, values: readonly string[]): string {
  return `"${valueWords(guide, { [id]: values }, id)}"`
}
