import { givenValues, isOpen, questionsIn } from '../engine/condition.ts'
import { statusFor } from '../engine/judge.ts'
import { severity } from '../engine/status.ts'
import type { AnswerId, Answers, Guide, OptionId, QuestionId, Status, TreatmentOption } from '../model.ts'
import { NONE, STATUSES } from '../model.ts'
import { attempt } from './diagram.ts'
import { judgeAll, NO_OPTIONS } from './diagram-guide.ts'
import { type BranchPath, type BranchPrice, cheapestPaths } from './diagram-path.ts'
import {
  branchesByQuestion,
  CLOSED,
  canBeGiven,
  type Encoding,
  OPEN,
  openBranch,
  QUESTION,
  type Space,
} from './diagram-space.ts'
import { focusOn } from './variable-order.ts'

/** Answers that, replacing the given ones, move an option to a less restrictive status. */
export type Change = { readonly to: Status; readonly set: Answers }

/**
 * The smallest sets of answer changes that move an option to a less restrictive status than `from`: at most `limit`, all
 * of the least size, best status first, then in the guide's order. Size is the number of changed questions; among
 * equals, the number of members added to or removed from lists (the first of a list is free). An open list is closed
 * without a change of members when that is enough. Empty when no change would do; undefined past the limit on work.
 *
 * What may be changed:
 * - An open question can be found out, whatever it asks. Members of its list that are certain stay certain.
 * - An answer becomes only what the guide says that it can become: no diagnosis is undone.
 * - A list loses a member that can become `none`: a warning sign that has passed. It gains one that its `none` can
 *   become, and anything if it is a history: a list that a rule of kind `tried` asks for. What was tried stays tried.
 * - Nothing is ever changed to open.
 */
export function smallestChanges(
  guide: Guide,
  optionId: OptionId,
  answers: Answers,
  from: Status,
  { limit, steps = STEPS }: { readonly limit: number; readonly steps?: number },
): readonly Change[] | undefined {
  const option = guide.options.find(({ id }) => id === optionId)
  if (option === undefined) return []
  return attempt(() => changesOf(guide, option, answers, { from, limit, steps }))
}

/** The limit on work (Diagrams.allow): about a second. */
const STEPS = 500_000

function changesOf(
  guide: Guide,
  option: TreatmentOption,
  answers: Answers,
  { from, limit, steps }: { readonly from: Status; readonly limit: number; readonly steps: number },
): readonly Change[] {
  const { diagrams, space, statusOf, both } = judgeAll(guide, [focusOn(option)], steps)
  const priceOf = priceOfChange(space, answers, histories(guide))
  const status = diagrams.binary((valid, value) => (valid === 1 ? value : NO_OPTIONS))(
    space.encodings.map((encoding) => canBeGiven(diagrams, encoding)).reduce(both, 1),
    statusOf(option.rules),
  )
  const ways = STATUSES.slice(0, severity(from)).map((to) => {
    const group = (variable: number) => space.encodingOf(variable).first
    return { to, ...cheapestPaths(diagrams, status, severity(to), priceOf, group) }
  })
  const least = Math.min(...ways.map(({ cost }) => cost))
  if (least === Number.POSITIVE_INFINITY) return []
  const statusAfter = (set: Answers) => statusFor(guide, option.id, { ...answers, ...set })
  const changes: Change[] = []
  for (const { to, paths } of ways.filter(({ cost }) => cost === least)) {
    for (const path of paths()) {
      if (changes.length === limit) return changes
      const set = changedAnswers(space, path, answers)
      if (closedUnchanged(space, set, answers).every((unedited) => statusAfter(unedited) !== to))
        changes.push({ to, set })
    }
  }
  return changes
}

/** The same changes with an open list closed as it is, without the added or removed member. */
function closedUnchanged(space: Space, set: Answers, answers: Answers): readonly Answers[] {
  return Object.keys(set).flatMap((id) => {
    const encoding = space.find(id)
    if (encoding?.type !== 'many' || !isOpen(answers, id)) return []
    const certain = givenValues(answers, id).filter((value) => encoding.members.includes(value))
    const list = certain.length > 0 ? certain : encoding.hasNone ? [NONE] : undefined
    return list === undefined || list.join() === givenValues(set, id).join() ? [] : [{ ...set, [id]: list }]
  })
}

/** Lists of what has been tried: a rule of kind `tried` asks for one of their members. */
function histories(guide: Guide): ReadonlySet<QuestionId> {
  const rules = guide.options.flatMap((option) => option.rules.filter((rule) => rule.kind === 'tried'))
  return new Set(rules.flatMap((rule) => questionsIn(rule.when)))
}

/** States of a list along a path. */
const UNCHANGED = 0
const CLOSING = 1
const EDITED = 2
/** It stays open, so its members cannot change. */
const STILL_OPEN = 3

function priceOfChange(space: Space, answers: Answers, history: ReadonlySet<QuestionId>): BranchPrice {
  return (variable, branch, state) => {
    const encoding = space.encodingOf(variable)
    const wasOpen = isOpen(answers, encoding.question.id)
    if (encoding.type === 'one') {
      const given = wasOpen ? undefined : givenValues(answers, encoding.question.id)[0]
      if (branch === (given === undefined ? openBranch(encoding) : encoding.values.indexOf(given)))
        return { cost: 0, state: UNCHANGED }
      const value = encoding.values[branch]
      const mayBecome = value !== undefined && (given === undefined || canBecome(encoding, given, value))
      return mayBecome ? { cost: QUESTION, state: UNCHANGED } : undefined
    }
    if (variable === encoding.first) {
      if (wasOpen)
        return branch === OPEN ? { cost: 0, state: STILL_OPEN } : { cost: QUESTION, state: CLOSING }
      return branch === OPEN ? undefined : { cost: 0, state: UNCHANGED }
    }
    const member = encoding.members[variable - encoding.first - 1] ?? ''
    const isGiven = givenValues(answers, encoding.question.id).includes(member)
    if (branch === Number(isGiven)) return { cost: 0, state }
    if (state === STILL_OPEN) return undefined
    const isHistory = history.has(encoding.question.id)
    const mayBecome = isGiven
      ? !isHistory && canBecome(encoding, member, NONE)
      : wasOpen || isHistory || canBecome(encoding, NONE, member)
    if (!mayBecome) return undefined
    return { cost: state === UNCHANGED ? QUESTION : state === CLOSING ? 0 : 1, state: EDITED }
  }
}

function canBecome({ question }: Encoding, from: AnswerId, to: AnswerId): boolean {
  return question.answers.some(({ id, canBecome = [] }) => id === from && canBecome.includes(to))
}

/** Only the questions whose answer differs, in the guide's order. */
function changedAnswers(space: Space, path: BranchPath, answers: Answers): Answers {
  const set: Record<QuestionId, AnswerId | readonly AnswerId[]> = {}
  for (const { encoding, branches } of branchesByQuestion(space, path)) {
    const id = encoding.question.id
    const given = givenValues(answers, id)
    if (encoding.type === 'one') {
      const value = encoding.values[branches.get(encoding.first) ?? encoding.values.length]
      if (value !== undefined && !given.includes(value)) set[id] = value
      continue
    }
    const members = encoding.members.filter((member, index) => {
      const branch = branches.get(encoding.first + 1 + index)
      return branch === undefined ? given.includes(member) : branch === 1
    })
    const same =
      members.every((member) => given.includes(member)) && members.length === countIn(encoding, given)
    const closes = isOpen(answers, id) && branches.get(encoding.first) === CLOSED
    if (!same || closes) set[id] = members.length === 0 ? [NONE] : members
  }
  return set
}

function countIn(encoding: Encoding & { readonly type: 'many' }, given: readonly AnswerId[]): number {
  return given.filter((value) => encoding.members.includes(value)).length
}
