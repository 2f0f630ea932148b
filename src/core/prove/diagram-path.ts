import type { Diagram, Diagrams } from './diagram.ts'

/** The branches of a path, by variable. A missing variable makes no difference on that path. */
export type BranchPath = ReadonlyMap<number, number>

/**
 * The price of a branch; undefined when the branch is not allowed. `state` comes from the previous variable of the same
 * question and is 0 at its first.
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

/** States are below this number. */
const STATES = 4

/**
 * The cheapest paths through a diagram to the value `goal`. Variables of one `group` (a question) are adjacent.
 * `paths` yields them in a fixed order: those that pay early come first. `cost` is Infinity when
 * there is no path.
 */
export function cheapestPaths(
  diagrams: Diagrams,
  diagram: Diagram,
  goal: number,
  priceOf: BranchPrice,
  group: (variable: number) => number,
): { readonly cost: number; readonly paths: () => Iterable<BranchPath> } {
  const { isConstant, variableOf } = diagrams
  const branchesFrom = branchPricer(diagrams, priceOf, group)
  const memo = new Map<number, number>()

  function distance(current: Diagram, state: number): number {
    if (isConstant(current)) return current === goal ? 0 : Number.POSITIVE_INFINITY
    const key = current * STATES + state
    const known = memo.get(key)
    if (known !== undefined) return known
    const result = branchesFrom(current, state).reduce(
      (least, { cost, next, state: after }) => Math.min(least, cost + distance(next, after)),
      Number.POSITIVE_INFINITY,
    )
    memo.set(key, result)
    return result
  }

  function* paths(current: Diagram, state: number): Generator<BranchPath> {
    const least = distance(current, state)
    if (least === Number.POSITIVE_INFINITY) return
    if (isConstant(current)) yield new Map()
    for (const { branch, next, cost, state: after } of branchesFrom(current, state)) {
      if (cost + distance(next, after) > least) continue
      for (const rest of paths(next, after)) yield new Map([[variableOf(current), branch], ...rest])
    }
  }

  return { cost: distance(diagram, 0), paths: () => paths(diagram, 0) }
}

/** Returns the allowed branches of a node, those that cost something first. The next question starts at state 0. */
function branchPricer(
  { isConstant, variableOf, childrenOf }: Diagrams,
  priceOf: BranchPrice,
  group: (variable: number) => number,
) {
  return (current: Diagram, state: number): readonly PricedBranch[] => {
    if (isConstant(current)) return []
    const variable = variableOf(current)
    const branches = childrenOf(current).flatMap((next, branch): readonly PricedBranch[] => {
      const step = priceOf(variable, branch, state)
      if (step === undefined) return []
      const staysInGroup = !isConstant(next) && group(variableOf(next)) === group(variable)
      return [{ branch, next, cost: step.cost, state: staysInGroup ? step.state : 0 }]
    })
    return [...branches.filter(({ cost }) => cost > 0), ...branches.filter(({ cost }) => cost === 0)]
  }
}
