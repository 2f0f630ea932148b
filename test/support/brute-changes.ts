import { givenValues, isOpen, questionsIn } from '../../src/core/engine/condition.ts'
import { plan } from '../../src/core/engine/plan.ts'
import { severity } from '../../src/core/engine/status.ts'
import type { Answer, Answers, Guide, OptionId, Question, Status } from '../../src/core/model.ts'
import { NONE, UNSURE } from '../../src/core/model.ts'
import { answersTo } from './answer-sets.ts'

export type FoundChange = { readonly to: Status; readonly set: Answers }

type Edit = { readonly question: string; readonly answer: Answer; readonly members: number }

/**
 * Every smallest set of changes that makes an option's status less restrictive, by trying all that are allowed, those
 * of one question first. Written from the words in smallest-changes.ts alone.
 */
export function bruteChanges(guide: Guide, option: OptionId, answers: Answers): readonly FoundChange[] {
  const only = { ...guide, options: guide.options.filter(({ id }) => id === option) }
  const before = plan(only, answers).options[0]
  if (before === undefined) return []
  const history = new Set(
    guide.options.flatMap(({ rules }) =>
      rules.filter(({ kind }) => kind === 'tried').flatMap(({ when }) => questionsIn(when)),
    ),
  )
  const edits = guide.questions.map((question) => allowedEdits(question, answers, history.has(question.id)))
  for (let size = 1; size <= guide.questions.length; size += 1) {
    const better = choose(edits, size).flatMap((chosen) => {
      const set = Object.fromEntries(chosen.map(({ question, answer }) => [question, answer]))
      const after = plan(only, { ...answers, ...set }).options[0]
      if (after === undefined || severity(after.status) >= severity(before.status)) return []
      return [{ to: after.status, set, members: chosen.reduce((sum, { members }) => sum + members, 0) }]
    })
    const fewest = Math.min(...better.map(({ members }) => members))
    if (better.length > 0) {
      const smallest = better.filter(({ members }) => members === fewest)
      return smallest
        .filter((change) => !smallest.some((other) => isPlainer(other, change, guide, answers)))
        .map(({ to, set }) => ({ to, set }))
    }
  }
  return []
}

/** The same changes to the same status, but that one open list is closed with the members it has. */
function isPlainer(other: FoundChange, change: FoundChange, guide: Guide, answers: Answers): boolean {
  const differing = guide.questions.filter(
    ({ id }) => JSON.stringify(other.set[id]) !== JSON.stringify(change.set[id]),
  )
  const [question] = differing
  if (question === undefined || differing.length > 1 || other.to !== change.to) return false
  if (question.type === 'one' || !isOpen(answers, question.id)) return false
  const members = (given: Answers) =>
    givenValues(given, question.id).filter((value) => value !== NONE && value !== UNSURE)
  return question.id in other.set && members(other.set).join() === members(answers).join()
}

function allowedEdits(question: Question, answers: Answers, history: boolean): readonly Edit[] {
  const given = givenValues(answers, question.id).filter((value) => value !== UNSURE && value !== NONE)
  const open = isOpen(answers, question.id)
  const canBecome = (from: string, to: string) =>
    question.answers.find(({ id }) => id === from)?.canBecome?.includes(to) ?? false
  return answersTo(question).flatMap((answer): readonly Edit[] => {
    const values = typeof answer === 'string' ? [answer] : (answer ?? [UNSURE])
    if (values.includes(UNSURE)) return []
    if (question.type === 'one') {
      const [from] = given
      const [to = ''] = values
      if (from !== undefined && !open && !canBecome(from, to)) return []
      return [{ question: question.id, answer: to, members: 0 }]
    }
    const members = values.filter((value) => value !== NONE)
    const added = members.filter((value) => !given.includes(value))
    const dropped = given.filter((value) => !members.includes(value))
    const changed = added.length + dropped.length
    if (changed === 0 && !open) return []
    if (dropped.some((value) => history || !canBecome(value, NONE))) return []
    if (added.some((value) => !open && !history && !canBecome(NONE, value))) return []
    return [{ question: question.id, answer: values, members: Math.max(0, changed - 1) }]
  })
}

/** Every way to take one edit from each of `size` questions. */
function choose(edits: readonly (readonly Edit[])[], size: number): readonly (readonly Edit[])[] {
  if (size === 0) return [[]]
  const [first, ...rest] = edits
  if (first === undefined) return []
  const withFirst = choose(rest, size - 1)
  return [...first.flatMap((edit) => withFirst.map((others) => [edit, ...others])), ...choose(rest, size)]
}
