import type { Diagram, Diagrams } from './diagram.ts'

/** The branches that a path takes, by variable. A variable that is not in it makes no difference on that path. */
export type BranchPath = ReadonlyMap<number, number>

/**
 * The price of taking a branch. `state` is what an earlier variable of the same question handed on, 0 at its first;
 * undefined: the branch is not allowed.
 */
export type BranchPrice = (
  variable: number,
  branch: number,
  state: number,
) => { readonly cost: number; readonly state: number } | undefined

type PricedBranch = {
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
  diagrams: Diagrams,
  diagram: Diagram,
  isGoal: (value: number) => boolean,
  priceOf: BranchPrice,
  group: (variable: number) => number,
): { readonly cost: number; readonly paths: () => Iterable<BranchPath> } {
  const { variableOf } = diagrams
  const onward = stepper(diagrams, priceOf, group)
  const memo = new Map<number, number>()

  function distance(current: Diagram, state: number): number {
    if (variableOf(current) === Number.POSITIVE_INFINITY)
      return isGoal(current) ? 0 : Number.POSITIVE_INFINITY
    const key = current * STATES + state
    const known = memo.get(key)
    if (known !== undefined) return known
    const result = onward(current, state).reduce(
      (least, way) => Math.min(least, way.cost + distance(way.next, way.state)),
      Number.POSITIVE_INFINITY,
    )
    memo.set(key, result)
    return result
  }

  function* paths(current: Diagram, state: number): Generator<BranchPath> {
    const least = distance(current, state)
    if (least === Number.POSITIVE_INFINITY) return
    if (variableOf(current) === Number.POSITIVE_INFINITY) yield new Map()
    for (const { branch, next, cost, state: after } of onward(current, state)) {
      if (cost + distance(next, after) > least) continue
      for (const rest of paths(next, after)) yield new Map([[variableOf(current), branch], ...rest])
    }
  }

  return { cost: distance(diagram, 0), paths: () => paths(diagram, 0) }
}

/** The allowed ways on from a node, those that cost something first; a state goes no further than its own question. */
function stepper(
  { variableOf, childrenOf }: Diagrams,
  priceOf: BranchPrice,
  group: (variable: number) => number,
) {
  return (current: Diagram, state: number): readonly PricedBranch[] => {
    if (variableOf(current) === Number.POSITIVE_INFINITY) return []
    const variable = variableOf(current)
    const ways = childrenOf(current).flatMap((next, branch): readonly PricedBranch[] => {
      const step = priceOf(variable, branch, state)
      if (step === undefined) return []
      const below = variableOf(next)
      const same = below !== Number.POSITIVE_INFINITY && group(below) === group(variable)
      return [{ branch, next, cost: step.cost, state: same ? step.state : 0 }]
    })
    return [...ways.filter(({ cost }) => cost > 0), ...ways.filter(({ cost }) => cost === 0)]
  }
}
