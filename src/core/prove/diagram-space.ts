import type { AnswerId, Answers, Question, QuestionId } from '../model.ts'
import { NONE, UNSURE } from '../model.ts'
import type { Diagram, Diagrams } from './diagram.ts'
import { type BranchPath, type BranchPrice, cheapestPaths } from './diagram-path.ts'

/**
 * How a question's answers are encoded in variables. One answer: one variable with a branch for each value and a last
 * one for open. Several answers: one variable for open (0) or closed (1), then one for each member. A closed list
 * without members is `none`. Unanswered and `unsure` have the same encoding.
 */
export type Encoding = { readonly question: Question; readonly first: number } & (
  | { readonly type: 'one'; readonly values: readonly AnswerId[] }
  | { readonly type: 'many'; readonly members: readonly AnswerId[]; readonly hasNone: boolean }
)

export type Space = {
  /** In the guide's order. */
  readonly encodings: readonly Encoding[]
  readonly find: (id: QuestionId) => Encoding | undefined
  /** The encoding that a variable belongs to. */
  readonly encodingOf: (variable: number) => Encoding
  /** Order of magnitude of the number of answer sets: 12 for 10^12. */
  readonly magnitude: number
}

/** Cost of answering a question; a member of a list costs 1. */
export const QUESTION = 1_000_000

export const OPEN = 0
export const CLOSED = 1

/**
 * Assigns variables to questions in the order of `questions`, which is the variable order of the diagrams. Answers that
 * are read from a diagram come in `guideOrder`.
 */
export function encodeAnswers(
  questions: readonly Question[],
  guideOrder: readonly Question[] = questions,
): Space {
  const byVariable: Encoding[] = []
  const encodings = questions.map((question): Encoding => {
    const ids = question.answers.map((choice) => choice.id)
    const first = byVariable.length
    const members = ids.filter((id) => id !== NONE)
    const encoding: Encoding =
      question.type === 'one'
        ? { question, first, type: 'one', values: ids }
        : { question, first, type: 'many', members, hasNone: ids.includes(NONE) }
    for (let count = encoding.type === 'one' ? 1 : members.length + 1; count > 0; count -= 1)
      byVariable.push(encoding)
    return encoding
  })
  const byId = new Map(encodings.map((encoding) => [encoding.question.id, encoding]))
  return {
    encodings: guideOrder.flatMap(({ id }) => byId.get(id) ?? []),
    find: (id) => byId.get(id),
    encodingOf: (variable) => byVariable[variable] as Encoding,
    magnitude: Math.floor(encodings.reduce((sum, encoding) => sum + logStates(encoding), 0)),
  }
}

function logStates(encoding: Encoding): number {
  return encoding.type === 'one'
    ? Math.log10(encoding.values.length + 1)
    : (encoding.members.length + 1) * Math.log10(2)
}

/** The branch of a one-answer question's variable that means open. */
export function openBranch(encoding: Encoding & { readonly type: 'one' }): number {
  return encoding.values.length
}

/** The branches of a path by question, in the guide's order; questions without any are left out. */
export function branchesByQuestion(
  space: Space,
  path: BranchPath,
): readonly { readonly encoding: Encoding; readonly branches: BranchPath }[] {
  const branchesByEncoding = new Map<Encoding, Map<number, number>>()
  for (const [variable, branch] of path) {
    const encoding = space.encodingOf(variable)
    branchesByEncoding.set(encoding, (branchesByEncoding.get(encoding) ?? new Map()).set(variable, branch))
  }
  return space.encodings.flatMap((encoding) => {
    const branches = branchesByEncoding.get(encoding)
    return branches === undefined ? [] : [{ encoding, branches }]
  })
}

/** Of all combinations of the answers that a diagram depends on, the number where it is 1. Past 2^53 both are rounded. */
export function countAnswers(
  diagrams: Diagrams,
  space: Space,
  diagram: Diagram,
): { readonly combinations: number; readonly of: number } {
  const support = diagrams.support([diagram])
  const questions = space.encodings.filter((encoding) =>
    variablesOf(encoding).some((variable) => support.has(variable)),
  )
  const variables = questions
    // Whether a list without `none` may be empty depends on every member.
    .flatMap((encoding) =>
      variablesOf(encoding).filter((variable) => isWholeList(encoding) || support.has(variable)),
    )
    .sort((a, b) => a - b)
  const both = diagrams.binary(Math.min)
  const givable = questions
    .filter(isWholeList)
    .map((encoding) => canBeGiven(diagrams, encoding))
    .reduce(both, 1)
  const count = counter(diagrams, space, variables)
  return { combinations: count(both(diagram, givable)), of: count(givable) }
}

function isWholeList(encoding: Encoding): boolean {
  return encoding.type === 'many' && !encoding.hasNone
}

function variablesOf(encoding: Encoding): readonly number[] {
  if (encoding.type === 'one') return [encoding.first]
  return [encoding.first, ...encoding.members.map((_, index) => encoding.first + 1 + index)]
}

/** Counts the combinations of branches that lead to 1. The diagram depends on no other variables. */
function counter(diagrams: Diagrams, space: Space, variables: readonly number[]) {
  const memo = new Map<string, number>()
  const count = (current: Diagram, depth: number): number => {
    const variable = variables[depth]
    if (current === 0 || variable === undefined) return current === 1 ? 1 : 0
    const key = `${current} ${depth}`
    const known = memo.get(key)
    if (known !== undefined) return known
    const children =
      diagrams.variableOf(current) === variable
        ? diagrams.childrenOf(current)
        : new Array<Diagram>(branchesOf(space.encodingOf(variable))).fill(current)
    const result = children.reduce((sum, child) => sum + count(child, depth + 1), 0)
    memo.set(key, result)
    return result
  }
  return (diagram: Diagram) => count(diagram, 0)
}

function branchesOf(encoding: Encoding): number {
  return encoding.type === 'one' ? encoding.values.length + 1 : 2
}

/**
 * The answers to the fewest questions for which `diagram` is 1, with the fewest list members among equals; undefined when
 * there are none. Deterministic.
 */
export function fewestAnswers(diagrams: Diagrams, space: Space, diagram: Diagram): Answers | undefined {
  const { paths } = cheapestPaths(
    diagrams,
    diagram,
    1,
    priceOfAnswering(space),
    (variable) => space.encodingOf(variable).first,
  )
  for (const path of paths()) return answersOn(space, path)
  return undefined
}

function priceOfAnswering(space: Space): BranchPrice {
  return (variable, branch, paid) => {
    const encoding = space.encodingOf(variable)
    if (encoding.type === 'one') return { cost: branch === openBranch(encoding) ? 0 : QUESTION, state: 0 }
    if (branch === 0) return { cost: 0, state: paid }
    return { cost: (paid === 1 ? 0 : QUESTION) + (variable === encoding.first ? 0 : 1), state: 1 }
  }
}

function answersOn(space: Space, path: BranchPath): Answers {
  const answers: Record<QuestionId, AnswerId | readonly AnswerId[]> = {}
  for (const { encoding, branches } of branchesByQuestion(space, path)) {
    const values =
      encoding.type === 'one'
        ? encoding.values[branches.get(encoding.first) ?? encoding.values.length]
        : listOn(encoding, branches)
    if (values !== undefined) answers[encoding.question.id] = values
  }
  return answers
}

function listOn(
  encoding: Encoding & { readonly type: 'many' },
  branches: BranchPath,
): readonly AnswerId[] | undefined {
  const members = encoding.members.filter((_, index) => branches.get(encoding.first + 1 + index) === 1)
  if (members.length > 0) return branches.get(encoding.first) === OPEN ? [...members, UNSURE] : members
  return branches.get(encoding.first) === CLOSED && encoding.hasNone ? [NONE] : undefined
}

/** 0 for an answer that nobody can give: a closed list without members where the question has no `none`. Else 1. */
export function canBeGiven({ node }: Diagrams, encoding: Encoding): Diagram {
  if (encoding.type === 'one' || encoding.hasNone) return 1
  const some = encoding.members.reduceRight<Diagram>(
    (rest, _, index) => node(encoding.first + 1 + index, [rest, 1]),
    0,
  )
  return node(encoding.first, [1, some])
}
