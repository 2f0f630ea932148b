import { type Guide, type OptionId, OUTCOMES, type PlanOutcome, STATUSES, type Status } from '../model.ts'
import { type CompiledGuide, compile } from './compile.ts'
import { judge } from './judge.ts'

type PeopleShift<T> = { readonly from: T; readonly to: T; readonly people: number }

/** What another guide changes for the people of a register. */
export type RegisterDiff = {
  readonly people: number
  /** People with another outcome, or another status or next step of some option. */
  readonly changed: number
  /** People whose answers the other guide does not take: they are not compared. */
  readonly notTaken: number
  readonly outcomes: readonly PeopleShift<PlanOutcome>[]
  /** By option that both guides have: people by how its status changes, and who gains or loses it as a next step. */
  readonly options: Readonly<Record<OptionId, OptionShifts>>
}

type OptionShifts = {
  readonly statuses: readonly PeopleShift<Status>[]
  readonly gained: number
  readonly lost: number
}

export type DiffCounter = {
  /** False, and nothing is counted, when the answers are not well formed for the guide before. */
  readonly add: (answers: unknown) => boolean
  readonly result: () => RegisterDiff
}

/** Counts, in constant memory, what changes from one guide to another. */
export function createDiffCounter(before: Guide, after: Guide): DiffCounter {
  const [a, b] = [compile(before), compile(after)]
  const pairs = pairsOf(a, b)
  const outcomes = new Float64Array(OUTCOMES.length * OUTCOMES.length)
  const totals = { people: 0, changed: 0, notTaken: 0 }
  return {
    add: (answers) => {
      if (!a.layout.read(answers, a.sheet)) return false
      totals.people += 1
      if (!b.layout.read(answers, b.sheet)) {
        totals.notTaken += 1
        return true
      }
      const [from, to] = [judge(a), judge(b)]
      if (from !== to) increase(outcomes, OUTCOMES.indexOf(from) * OUTCOMES.length + OUTCOMES.indexOf(to))
      const isMoved = from === 'options' && to === 'options' && countShifts(pairs, a, b)
      if (from !== to || isMoved) totals.changed += 1
      return true
    },
    result: () => ({
      ...totals,
      outcomes: shiftsIn(outcomes, OUTCOMES),
      options: Object.fromEntries(
        pairs.flatMap(({ id, statuses, gained, lost }) => {
          const shifts = shiftsIn(statuses, STATUSES)
          return shifts.length + gained + lost === 0 ? [] : [[id, { statuses: shifts, gained, lost }]]
        }),
      ),
    }),
  }
}

/** An option of both guides: its index in each, and its counts. */
type OptionPair = {
  readonly id: OptionId
  readonly before: number
  readonly after: number
  readonly statuses: Float64Array
  gained: number
  lost: number
}

function pairsOf(a: CompiledGuide, b: CompiledGuide): readonly OptionPair[] {
  const placeIn = ({ options }: CompiledGuide, id: OptionId) =>
    options.findIndex(({ option }) => option.id === id)
  return a.guide.options
    .map(({ id }) => ({
      id,
      before: placeIn(a, id),
      after: placeIn(b, id),
      statuses: new Float64Array(STATUSES.length * STATUSES.length),
      gained: 0,
      lost: 0,
    }))
    .filter(({ after }) => after >= 0)
}

function countShifts(pairs: readonly OptionPair[], a: CompiledGuide, b: CompiledGuide): boolean {
  let isMoved = false
  for (const pair of pairs) {
    const [from, to] = [a.verdict.severities[pair.before] ?? 0, b.verdict.severities[pair.after] ?? 0]
    const step = (b.verdict.nextSteps[pair.after] ?? 0) - (a.verdict.nextSteps[pair.before] ?? 0)
    if (from !== to) increase(pair.statuses, from * STATUSES.length + to)
    if (step > 0) pair.gained += 1
    if (step < 0) pair.lost += 1
    if (from !== to || step !== 0) isMoved = true
  }
  return isMoved
}

function increase(counts: Float64Array, index: number): void {
  counts[index] = (counts[index] as number) + 1
}

function shiftsIn<T>(counts: Float64Array, names: readonly T[]): readonly PeopleShift<T>[] {
  return names.flatMap((from, row) =>
    names.flatMap((to, column) => {
      const people = counts[row * names.length + column] ?? 0
      return people === 0 ? [] : [{ from, to, people }]
    }),
  )
}
