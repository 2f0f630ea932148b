/**
 * The node id of a decision diagram: a function of several variables with a few values each. Equal functions have equal
 * ids. An id below `CONSTANTS` is the constant function with that value.
 */
export type Diagram = number

/** Constant functions are 0 up to this, exclusive. */
const CONSTANTS = 16
function isConstant(diagram: Diagram): boolean {
  return diagram < CONSTANTS
}

/** Packs two ids into one memo key; diagrams never have this many nodes. */
const SHIFT = 2 ** 26

/** Thrown when the limit on work is exceeded. */
class DiagramLimit extends Error {
  override readonly name = 'DiagramLimit'
}

/** The result of `work`; undefined when it exceeded the limit on work. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof DiagramLimit) return undefined
    throw error
  }
}

export type Diagrams = {
  /** Sets the limit on work from now on, counted in new nodes and combinations. Past it, `DiagramLimit` is thrown. */
  readonly allow: (steps: number) => void
  /** Work done so far; also a measure of memory in use. */
  readonly steps: () => number
  /** The function that selects a child by `variable`, whose number is lower than any in the children. */
  readonly node: (variable: number, children: readonly Diagram[]) => Diagram
  /** True for a constant function. */
  readonly isConstant: (diagram: Diagram) => boolean
  /** The first variable of a diagram; `Infinity` for a constant. */
  readonly variableOf: (diagram: Diagram) => number
  readonly childrenOf: (diagram: Diagram) => readonly Diagram[]
  /**
   * Combines two functions value by value. `shortcut` may return the result early, for a constant that decides alone;
   * it only saves time.
   */
  readonly binary: (
    combine: (a: number, b: number) => number,
    shortcut?: (a: Diagram, b: Diagram) => Diagram | undefined,
  ) => (a: Diagram, b: Diagram) => Diagram
  /** The same function with its values renamed. */
  readonly map: (diagram: Diagram, rename: (value: number) => number) => Diagram
  /** 1 where the function's value passes the test, 0 elsewhere. */
  readonly where: (diagram: Diagram, test: (value: number) => boolean) => Diagram
  /** The function with `variable` fixed to `branch`. */
  readonly fix: (diagram: Diagram, variable: number, branch: number) => Diagram
  /** Every value that the function takes somewhere. */
  readonly values: (diagram: Diagram) => ReadonlySet<number>
  /** Every variable that makes a difference to any of these functions. */
  readonly support: (diagrams: readonly Diagram[]) => ReadonlySet<number>
}

/**
 * Multi-valued decision diagrams, reduced (no node with equal children) and shared (no two equal nodes), so that a
 * function has one id, and a question about every combination of values becomes one about a few nodes (Bryant 1986;
 * Srinivasan et al. 1990).
 */
export function createDiagrams(): Diagrams {
  const { allow, steps, step } = createMeter()
  const store = createStore(step)
  const { node, variableOf, childrenOf } = store
  return {
    allow,
    steps,
    isConstant,
    node,
    variableOf,
    childrenOf,
    binary: combiner(store),
    ...readers(store),
  }
}

function createMeter() {
  let done = 0
  let allowed = Number.POSITIVE_INFINITY
  return {
    allow: (steps: number) => {
      allowed = done + steps
    },
    steps: () => done,
    step: () => {
      done += 1
      if (done > allowed) throw new DiagramLimit()
    },
  }
}

type Store = Pick<Diagrams, 'node' | 'variableOf' | 'childrenOf'> & { readonly step: () => void }

function createStore(step: () => void): Store {
  const variables: number[] = new Array(CONSTANTS).fill(Number.POSITIVE_INFINITY)
  const children: (readonly Diagram[])[] = new Array(CONSTANTS).fill([])
  const unique = new Map<number, Map<number | string, Diagram>>()
  return {
    step,
    variableOf: (diagram) => variables[diagram] as number,
    childrenOf: (diagram) => children[diagram] as readonly Diagram[],
    node: (variable, next) => {
      const [first, second = 0] = next as readonly [Diagram, Diagram?]
      if (next.every((child) => child === first)) return first
      const key = next.length === 2 ? first * SHIFT + second : next.join()
      let alike = unique.get(variable)
      if (alike === undefined) {
        alike = new Map()
        unique.set(variable, alike)
      }
      const known = alike.get(key)
      if (known !== undefined) return known
      step()
      const id = variables.push(variable) - 1
      children.push(next)
      alike.set(key, id)
      return id
    },
  }
}

/** Each combination memoizes its results. */
function combiner({ node, variableOf, childrenOf, step }: Store): Diagrams['binary'] {
  return (combine, shortcut) => {
    const memo = new Map<number, Diagram>()
    const go = (a: Diagram, b: Diagram): Diagram => {
      if (isConstant(a) && isConstant(b)) return combine(a, b)
      const early = shortcut?.(a, b)
      if (early !== undefined) return early
      const key = a * SHIFT + b
      const known = memo.get(key)
      if (known !== undefined) return known
      step()
      const top = Math.min(variableOf(a), variableOf(b))
      const left = variableOf(a) === top ? childrenOf(a) : undefined
      const right = variableOf(b) === top ? childrenOf(b) : undefined
      const branches = (left ?? right ?? []).map((_, current) =>
        go(left?.[current] ?? a, right?.[current] ?? b),
      )
      const result = node(top, branches)
      memo.set(key, result)
      return result
    }
    return go
  }
}

/** Operations that read diagrams or rebuild one from its own nodes. */
function readers(store: Store): Pick<Diagrams, 'map' | 'where' | 'fix' | 'values' | 'support'> {
  const { node, variableOf, childrenOf, step } = store
  const map: Diagrams['map'] = (diagram, rename) =>
    rebuild(diagram, step, (current, go) =>
      isConstant(current) ? rename(current) : node(variableOf(current), childrenOf(current).map(go)),
    )
  return {
    map,
    where: (diagram, test) => map(diagram, (value) => (test(value) ? 1 : 0)),
    fix: (diagram, variable, branch) =>
      rebuild(diagram, step, (current, go) => {
        if (variableOf(current) > variable) return current
        if (variableOf(current) === variable) return childrenOf(current)[branch] as Diagram
        return node(variableOf(current), childrenOf(current).map(go))
      }),
    values: (diagram) => new Set([...reachable(store, [diagram])].filter(isConstant)),
    support: (diagrams) =>
      new Set([...reachable(store, diagrams)].filter((current) => !isConstant(current)).map(variableOf)),
  }
}

/** Rebuilds a diagram bottom-up, visiting each node once, constants included. */
function rebuild(
  diagram: Diagram,
  step: () => void,
  change: (current: Diagram, go: (next: Diagram) => Diagram) => Diagram,
): Diagram {
  const memo = new Map<Diagram, Diagram>()
  const go = (current: Diagram): Diagram => {
    const known = memo.get(current)
    if (known !== undefined) return known
    step()
    const result = change(current, go)
    memo.set(current, result)
    return result
  }
  return go(diagram)
}

function reachable({ childrenOf }: Store, diagrams: readonly Diagram[]): ReadonlySet<Diagram> {
  const seen = new Set<Diagram>()
  const visit = (current: Diagram) => {
    if (seen.has(current)) return
    seen.add(current)
    childrenOf(current).forEach(visit)
  }
  diagrams.forEach(visit)
  return seen
}
