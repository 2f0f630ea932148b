import type { Answer, Answers, Question } from '../../src/core/model.ts'
import { NONE, UNSURE } from '../../src/core/model.ts'

/** Every answer to a question: its values or lists, `unsure`, lists that are not sure of the rest, and none at all. */
export function answersTo({ type, answers }: Question): readonly (Answer | undefined)[] {
  const ids = answers.map(({ id }) => id)
  if (type === 'one') return [undefined, UNSURE, ...ids]
  const lists = subsets(ids.filter((id) => id !== NONE))
  return [
    undefined,
    ...(ids.includes(NONE) ? [NONE] : []),
    ...lists.filter((list) => list.length > 0),
    ...lists.map((list) => [...list, UNSURE]),
  ]
}

function subsets(members: readonly string[]): readonly (readonly string[])[] {
  return members.reduce<readonly (readonly string[])[]>(
    (lists, member) => lists.flatMap((list) => [list, [...list, member]]),
    [[]],
  )
}

/** Every set of answers that can be given. */
export function everyAnswers(questions: readonly Question[]): readonly Answers[] {
  return questions.reduce<readonly Answers[]>(
    (sets, question) =>
      sets.flatMap((answers) =>
        answersTo(question).map((answer) =>
          answer === undefined ? answers : { ...answers, [question.id]: answer },
        ),
      ),
    [{}],
  )
}
