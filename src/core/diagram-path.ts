import type { Diagram, Diagrams } from './diagram.ts'

/** The branches that a path takes, by variable. A variable that is not in it makes no difference on that path. */
export type Path = ReadonlyMap<number, number>

/**
 * The price of taking a branch. `state` is what an earlier variable of the same question handed on, 0 at its first;
 * undefined: the branch is not allowed.
 */
export type Walk = (
  variable: number,
  branch: number,
  state: number,
) => { readonly cost: number; readonly state: number } | undefined

type Onward = {
  readonly branch: number
  readonly next: Diagram
  readonly cost: number
  readonly state: number
}

/** A walk's states are small numbers, below this. */
const STATES = 4

/**
 * The cheapest ways through a diagram to a value that `isGoal` takes. Variables of one `group` (a question) follow
 * each other. `paths` gives the ways that cost least, one by one and always in the same order: those that pay for a
 * branch early come first. `cost` is Infinity when there is no way.
 */
export function cheapestPaths(
  { variableOf, childrenOf }: Diagrams,
  diagram: Diagram,
  isGoal: (value: number) => boolean,
  walk: Walk,
  group: (variable: number) => number,
): { readonly cost: number; readonly paths: () => Iterable<Path> } {
  const memo = new Map<number, number>()

  function onward(at: Diagram, state: number): readonly Onward[] {
    const variable = variableOf(at)
    const ways = childrenOf(at).flatMap((next, branch) => {
      const step = walk(variable, branch, state)
      return step === undefined ? [] : [{ branch, next, ...step }]
    })
    return [...ways.filter(({ cost }) => cost > 0), ...ways.filter(({ cost }) => cost === 0)]
  }

  /** A state means nothing to another question's variables. */
  function stateAt(from: Diagram, { next, state }: Onward): number {
    const variable = variableOf(next)
    return variable !== Number.POSITIVE_INFINITY && group(variable) === group(variableOf(from)) ? state : 0
  }

  function distance(at: Diagram, state: number): number {
    if (variableOf(at) === Number.POSITIVE_INFINITY) return isGoal(at) ? 0 : Number.POSITIVE_INFINITY
    const key = at * STATES + state
    const known = memo.get(key)
    if (known !== undefined) return known
    const result = onward(at, state).reduce(
      (least, way) => Math.min(least, way.cost + distance(way.next, stateAt(at, way))),
      Number.POSITIVE_INFINITY,
    )
    memo.set(key, result)
    return result
  }

  function* paths(at: Diagram, state: number): Generator<Path> {
    const least = distance(at, state)
    if (least === Number.POSITIVE_INFINITY) return
    if (variableOf(at) === Number.POSITIVE_INFINITY) yield new Map()
    for (const way of onward(at, state)) {
      const after = stateAt(at, way)
      if (way.cost + distance(way.next, after) > least) continue
      for (const rest of paths(way.next, after)) yield new Map([[variableOf(at), way.branch], ...rest])
    }
  }

  return { cost: distance(diagram, 0), paths: () => paths(diagram, 0) }
}
