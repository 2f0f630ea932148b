import { type Rule, STATUSES, type Status } from '../model.ts'

const ORDER: ReadonlyMap<Status, number> = new Map(STATUSES.map((status, index) => [status, index]))

/** How restrictive a status is: 0 for `suitable` up to 5 for `not-relevant`. */
export function severity(status: Status): number {
  return ORDER.get(status) ?? 0
}

/** The more restrictive of two. */
function worse(a: Status, b: Status): Status {
  return severity(a) >= severity(b) ? a : b
}

/** The most restrictive of a list; `suitable` when the list is empty. */
export function worst(statuses: readonly Status[]): Status {
  return statuses.reduce<Status>(worse, 'suitable')
}

/**
 * The status of a rule that may or may not apply: `check-first`, or the rule's own status when that is milder, because
 * an unknown is never worse than its worst answer (contract section 4).
 */
export function openStatus(rule: Rule): Status {
  return rule.whileOpen ?? (severity(rule.status) < severity('check-first') ? rule.status : 'check-first')
}
