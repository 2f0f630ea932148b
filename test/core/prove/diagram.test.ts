import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDiagrams, type Diagram, type Diagrams } from '../../../src/core/prove/diagram.ts'
import { cheapestPaths } from '../../../src/core/prove/diagram-path.ts'

/** Three variables with 2, 3 and 2 values: small enough to write a function down as a table. */
const SIZES = [2, 3, 2] as const
const POINTS = SIZES.reduce<readonly (readonly number[])[]>(
  (points, size) => points.flatMap((point) => Array.from({ length: size }, (_, value) => [...point, value])),
  [[]],
)
const table = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: POINTS.length, maxLength: POINTS.length })

function build({ node }: Diagrams, values: readonly number[]): Diagram {
  const below = (point: readonly number[]): Diagram => {
    const size = SIZES[point.length]
    if (size === undefined) return values[POINTS.findIndex((other) => other.join() === point.join())] ?? 0
    return node(
      point.length,
      Array.from({ length: size }, (_, value) => below([...point, value])),
    )
  }
  return below([])
}

function read({ variableOf, childrenOf }: Diagrams, diagram: Diagram): readonly number[] {
  return POINTS.map((point) => {
    let at = diagram
    while (variableOf(at) < SIZES.length) at = childrenOf(at)[point[variableOf(at)] ?? 0] ?? 0
    return at
  })
}

describe('a diagram stands for a function', () => {
  it('that has one id, however it was made', () => {
    fc.assert(
      fc.property(table, (values) => {
        const diagrams = createDiagrams()
        const built = build(diagrams, values)
        expect(read(diagrams, built)).toEqual(values)
        expect(
          diagrams.map(
            diagrams.map(built, (value) => 4 - value),
            (value) => 4 - value,
          ),
        ).toBe(built)
      }),
    )
  })

  it('and combines with another value by value', () => {
    fc.assert(
      fc.property(table, table, (left, right) => {
        const diagrams = createDiagrams()
        const minus = diagrams.binary((a, b) => Math.abs(a - b))
        const result = minus(build(diagrams, left), build(diagrams, right))
        expect(read(diagrams, result)).toEqual(left.map((value, at) => Math.abs(value - (right[at] ?? 0))))
      }),
    )
  })

  it('whose variables can be fixed one by one', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1), (values, variable, branch) => {
        const diagrams = createDiagrams()
        const fixed = diagrams.fix(build(diagrams, values), variable, branch)
        const expected = POINTS.map((point) => {
          const moved = point.map((value, at) => (at === variable ? branch : value))
          return values[POINTS.findIndex((other) => other.join() === moved.join())]
        })
        expect(read(diagrams, fixed)).toEqual(expected)
      }),
    )
  })

  it('and knows its values and the variables that make a difference', () => {
    fc.assert(
      fc.property(table, (values) => {
        const diagrams = createDiagrams()
        const built = build(diagrams, values)
        const differs = (variable: number) =>
          [0, 1, 2].some((branch) =>
            SIZES[variable] !== 2 || branch < 2 ? diagrams.fix(built, variable, branch) !== built : false,
          )
        expect([...diagrams.values(built)].sort()).toEqual([...new Set(values)].sort())
        expect([...diagrams.support([built])].sort()).toEqual([0, 1, 2].filter(differs))
      }),
    )
  })
})

describe('the cheapest ways to a value', () => {
  const costs = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 })

  it('cost what the cheapest point costs, and every cheapest point lies on just one of them', () => {
    fc.assert(
      fc.property(table, costs, fc.integer({ min: 0, max: 4 }), (values, prices, goal) => {
        const diagrams = createDiagrams()
        const first = [0, 2, 5]
        const price = (variable: number, branch: number) => prices[(first[variable] ?? 0) + branch] ?? 0
        // A variable that is skipped costs nothing, so its first value has to be free.
        const fair = (variable: number, branch: number) => (branch === 0 ? 0 : price(variable, branch))
        const { cost, paths } = cheapestPaths(
          diagrams,
          build(diagrams, values),
          goal,
          (variable, branch) => ({ cost: fair(variable, branch), state: 0 }),
          (variable) => variable,
        )
        const reached = POINTS.filter((_, at) => values[at] === goal)
        const total = (point: readonly number[]) =>
          point.reduce((sum, branch, variable) => sum + fair(variable, branch), 0)
        expect(cost).toBe(Math.min(...reached.map(total)))
        const found = [...paths()]
        expect(found.every((path) => [...path].reduce((sum, [v, b]) => sum + fair(v, b), 0) === cost)).toBe(
          true,
        )
        for (const point of reached.filter((candidate) => total(candidate) === cost)) {
          const through = found.filter((path) =>
            [...path].every(([variable, branch]) => point[variable] === branch),
          )
          expect(through).toHaveLength(1)
        }
      }),
    )
  })

  it('do not exist where the value is never taken', () => {
    const diagrams = createDiagrams()
    const { cost, paths } = cheapestPaths(
      diagrams,
      diagrams.node(0, [1, 2]),
      3,
      () => ({ cost: 0, state: 0 }),
      (variable) => variable,
    )
    expect(cost).toBe(Number.POSITIVE_INFINITY)
    expect([...paths()]).toEqual([])
  })

  it('leave out branches that are not allowed', () => {
    const diagrams = createDiagrams()
    const { paths } = cheapestPaths(
      diagrams,
      diagrams.node(0, [1, 2, 1]),
      1,
      (_, branch) => (branch === 0 ? undefined : { cost: branch, state: 0 }),
      (variable) => variable,
    )
    expect([...paths()]).toEqual([new Map([[0, 2]])])
  })
})
