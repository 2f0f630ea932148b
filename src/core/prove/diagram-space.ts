import type { AnswerId, Answers, Question, QuestionId } from '../model.ts'
import { NONE, UNSURE } from '../model.ts'
import type { Diagram, Diagrams } from './diagram.ts'
import { cheapestPaths, type Path, type Walk } from './diagram-path.ts'

/**
 * How a question's answers are told apart by variables. One answer: one variable, a branch for each value and a last
 * one for open. Several answers: first whether the list is open (0) or closed (1), then whether it holds each member.
 * A closed list without members is `none`. Unanswered and `unsure` are one thing: nothing tells them apart.
 */
export type Coded = { readonly question: Question; readonly first: number } & (
  | { readonly type: 'one'; readonly values: readonly AnswerId[] }
  | { readonly type: 'many'; readonly members: readonly AnswerId[]; readonly hasNone: boolean }
)

export type Space = {
  /** In the guide's order. */
  readonly coded: readonly Coded[]
  readonly find: (id: QuestionId) => Coded | undefined
  /** The question that a variable belongs to. */
  readonly owner: (variable: number) => Coded
  /** The order of size of the number of different sets of answers: 12 for 10^12. */
  readonly magnitude: number
}

/** A path's cost: questions answered first, then what is in the answers. */
export const QUESTION = 1_000_000

export const OPEN = 0
export const CLOSED = 1

/**
 * Variables for every question in the order of `questions`, which is also the order of the diagrams. Answers that are
 * read from a diagram come in `guideOrder`.
 */
export function codeAnswers(
  questions: readonly Question[],
  guideOrder: readonly Question[] = questions,
): Space {
  const owners: Coded[] = []
  const coded = questions.map((question): Coded => {
    const ids = question.answers.map((choice) => choice.id)
    const first = owners.length
    const members = ids.filter((id) => id !== NONE)
    const own: Coded =
      question.type === 'one'
        ? { question, first, type: 'one', values: ids }
        : { question, first, type: 'many', members, hasNone: ids.includes(NONE) }
    for (let count = own.type === 'one' ? 1 : members.length + 1; count > 0; count -= 1) owners.push(own)
    return own
  })
  const byId = new Map(coded.map((own) => [own.question.id, own]))
  return {
    coded: guideOrder.flatMap(({ id }) => byId.get(id) ?? []),
    find: (id) => byId.get(id),
    owner: (variable) => owners[variable] as Coded,
    magnitude: Math.floor(coded.reduce((sum, own) => sum + logStates(own), 0)),
  }
}

function logStates(own: Coded): number {
  return own.type === 'one' ? Math.log10(own.values.length + 1) : (own.members.length + 1) * Math.log10(2)
}

/** The branch of a one-answer question's variable that means open. */
export function openBranch(own: Coded & { readonly type: 'one' }): number {
  return own.values.length
}

/** Branches by question, for those that a path says something about, in the guide's order. */
export function byQuestion(
  space: Space,
  path: Path,
): readonly { readonly own: Coded; readonly path: Path }[] {
  const found = new Map<Coded, Map<number, number>>()
  for (const [variable, branch] of path) {
    const own = space.owner(variable)
    found.set(own, (found.get(own) ?? new Map()).set(variable, branch))
  }
  return space.coded.flatMap((own) => {
    const branches = found.get(own)
    return branches === undefined ? [] : [{ own, path: branches }]
  })
}

/** For how many of all combinations of the answers that it hangs on a diagram is 1. Past 2^53 both are rounded. */
export function countAnswers(
  diagrams: Diagrams,
  space: Space,
  diagram: Diagram,
): { readonly combinations: number; readonly of: number } {
  const support = diagrams.support([diagram])
  const questions = space.coded.filter((own) => variablesOf(own).some((variable) => support.has(variable)))
  const variables = questions
    // Whether a list without `none` may be empty hangs on every member.
    .flatMap((own) => variablesOf(own).filter((variable) => isWholeList(own) || support.has(variable)))
    .sort((a, b) => a - b)
  const both = diagrams.binary(Math.min)
  const givable = questions
    .filter(isWholeList)
    .map((own) => canBeGiven(diagrams, own))
    .reduce(both, 1)
  const count = counter(diagrams, space, variables)
  return { combinations: count(both(diagram, givable)), of: count(givable) }
}

function isWholeList(own: Coded): boolean {
  return own.type === 'many' && !own.hasNone
}

function variablesOf(own: Coded): readonly number[] {
  if (own.type === 'one') return [own.first]
  return [own.first, ...own.members.map((_, at) => own.first + 1 + at)]
}

/** How many combinations of the variables' branches lead to 1. The diagram looks at no other variables. */
function counter(diagrams: Diagrams, space: Space, variables: readonly number[]) {
  const memo = new Map<string, number>()
  const count = (at: Diagram, depth: number): number => {
    const variable = variables[depth]
    if (at === 0 || variable === undefined) return at === 1 ? 1 : 0
    const key = `${at} ${depth}`
    const known = memo.get(key)
    if (known !== undefined) return known
    const children =
      diagrams.variableOf(at) === variable
        ? diagrams.childrenOf(at)
        : new Array<Diagram>(branchesOf(space.owner(variable))).fill(at)
    const result = children.reduce((sum, child) => sum + count(child, depth + 1), 0)
    memo.set(key, result)
    return result
  }
  return (diagram: Diagram) => count(diagram, 0)
}

function branchesOf(own: Coded): number {
  return own.type === 'one' ? own.values.length + 1 : 2
}

/**
 * The answers with the fewest questions answered for which `diagram` has the value `goal`; undefined when it never
 * has. Always the same ones. Of equal ones, those with fewer members in their lists.
 */
export function fewestAnswers(
  diagrams: Diagrams,
  space: Space,
  diagram: Diagram,
  goal: number,
): Answers | undefined {
  const { paths } = cheapestPaths(
    diagrams,
    diagram,
    (value) => value === goal,
    priceOfAnswering(space),
    (variable) => space.owner(variable).first,
  )
  for (const path of paths()) return answersOn(space, path)
  return undefined
}

function priceOfAnswering(space: Space): Walk {
  return (variable, branch, paid) => {
    const own = space.owner(variable)
    if (own.type === 'one') return { cost: branch === openBranch(own) ? 0 : QUESTION, state: 0 }
    if (branch === 0) return { cost: 0, state: paid }
    return { cost: (paid === 1 ? 0 : QUESTION) + (variable === own.first ? 0 : 1), state: 1 }
  }
}

function answersOn(space: Space, path: Path): Answers {
  const answers: Record<QuestionId, AnswerId | readonly AnswerId[]> = {}
  for (const { own, path: branches } of byQuestion(space, path)) {
    const given =
      own.type === 'one' ? own.values[branches.get(own.first) ?? own.values.length] : listOn(own, branches)
    if (given !== undefined) answers[own.question.id] = given
  }
  return answers
}

function listOn(own: Coded & { readonly type: 'many' }, path: Path): readonly AnswerId[] | undefined {
  const members = own.members.filter((_, at) => path.get(own.first + 1 + at) === 1)
  if (members.length > 0) return path.get(own.first) === OPEN ? [...members, UNSURE] : members
  return path.get(own.first) === CLOSED && own.hasNone ? [NONE] : undefined
}

/** 1 except for a closed list without members of a question that has no `none`: an answer that nobody can give. */
export function canBeGiven({ node }: Diagrams, own: Coded): Diagram {
  if (own.type === 'one' || own.hasNone) return 1
  const some = own.members.reduceRight<Diagram>((rest, _, at) => node(own.first + 1 + at, [rest, 1]), 0)
  return node(own.first, [1, some])
}
