import { givenValues } from '../../core/engine/condition.ts'
import { NONE, type Plan, type PlannedOption, type Question } from '../../core/model.ts'
import { heading, list, paragraph } from '../document/blocks.ts'
import type { Block, Text } from '../document/document.ts'
import { shortTitle } from '../text/short-names.ts'

type WriteInParts = {
  /** Options whose questions are proposed. */
  readonly steps: readonly PlannedOption[]
  /** Lines to write on, for questions and for the next step. */
  readonly lines: number
}

/** The person's preferences, questions for the visit, and room for what was agreed. */
export function writeInBlocks(plan: Plan, { steps, lines }: WriteInParts): readonly Block[] {
  const wishes = plan.guide.questions
    .filter(({ role }) => role === 'preference')
    .flatMap((question) => chosenWishes(question, plan))
  return [
    heading(2, 'What matters to me'),
    ...(wishes.length === 0 ? [] : [paragraph(`${wishes.join('; ')}.`)]),
    { kind: 'write-in', label: 'Also', lines: 1 },
    heading(2, 'Questions for the visit'),
    ...list(
      steps.flatMap(({ option }): readonly Text[] =>
        option.card?.ask === undefined
          ? []
          : [[{ strong: `${shortTitle(option)}:` }, ` ${option.card.ask.patient}`]],
      ),
    ),
    { kind: 'write-in', label: 'My own questions', lines },
    heading(2, 'What we agreed'),
    { kind: 'write-in', label: 'Next step', lines },
    { kind: 'write-in', label: 'We look at it again on', lines: 1 },
    { kind: 'write-in', label: 'Date of this visit', lines: 1 },
  ]
}

function chosenWishes({ id, answers }: Question, plan: Plan): readonly string[] {
  const values = givenValues(plan.answers, id)
  return answers
    .filter((choice) => values.includes(choice.id) && choice.id !== NONE)
    .map(({ label }) => label)
}
