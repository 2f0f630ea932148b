import type { Condition, Place, Rule } from '../model.ts'
import { isSame } from './diff-texts.ts'

export type ChangeKind = 'added' | 'removed' | 'changed'

export type PieceChange = { readonly how: ChangeKind; readonly place: Place }

type Identified = { readonly id: string }

/** Ids of the second list that the first lacks. */
export function addedIds(from: readonly Identified[], to: readonly Identified[]): readonly string[] {
  return to.filter(({ id }) => !from.some((piece) => piece.id === id)).map(({ id }) => id)
}

/** Pairs of pieces with the same id, in the order of the second list. */
export function inBoth<T extends Identified>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T, T])[] {
  return after.flatMap((now) => {
    const old = before.find(({ id }) => id === now.id)
    return old === undefined ? [] : [[old, now] as const]
  })
}

type Placed = Identified & { readonly place: Place }

/** Pieces of the second list that were added or changed, then pieces of the first that were removed. */
export function diffPieces<T extends Placed>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly (PieceChange & Identified)[] {
  const entries = (list: readonly T[], ids: readonly string[], how: ChangeKind) =>
    list.filter(({ id }) => ids.includes(id)).map(({ id, place }) => ({ id, how, place }))
  const changed = inBoth(before, after).filter(([old, now]) => !same(old, now))
  return [
    ...entries(after, addedIds(before, after), 'added'),
    ...entries(
      after,
      changed.map(([, now]) => now.id),
      'changed',
    ),
    ...entries(before, addedIds(after, before), 'removed'),
  ]
}

type WithCondition = { readonly when: Condition }

/** True when both have the same condition. */
export function sameWhen(a: WithCondition, b: WithCondition): boolean {
  return isSame(a.when, b.when)
}

/** True when both have the same condition and statuses. */
export function sameRule(a: Rule, b: Rule): boolean {
  return isSame(a.when, b.when) && a.status === b.status && a.whileOpen === b.whileOpen
}
