import { STATUSES, type Status } from '../model.ts'

const ORDER: ReadonlyMap<Status, number> = new Map(STATUSES.map((status, index) => [status, index]))

/** How restrictive a status is: 0 for `suitable` up to 5 for `not-relevant`. */
export function severity(status: Status): number {
  return ORDER.get(status) ?? 0
}

/** The more restrictive of two. */
export function worse(a: Status, b: Status): Status {
  return severity(a) >= severity(b) ? a : b
}

/** The most restrictive of a list; `suitable` when nothing speaks against it. */
export function worst(statuses: readonly Status[]): Status {
  return statuses.reduce<Status>(worse, 'suitable')
}
