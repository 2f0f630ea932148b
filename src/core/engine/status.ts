import { type Rule, STATUSES, type Status } from '../model.ts'

/** How restrictive a status is: 0 for `suitable` up to 5 for `not-relevant`. */
export function severity(status: Status): number {
  return STATUSES.indexOf(status)
}

/** The severity of `check-first`: up to this, an option is still possible. */
export const CHECK_FIRST = severity('check-first')

/** The most restrictive of a list; `suitable` when the list is empty. */
export function worst(statuses: readonly Status[]): Status {
  return statuses.reduce<Status>((a, b) => (severity(a) >= severity(b) ? a : b), 'suitable')
}

/**
 * The status of a rule that may or may not apply: `check-first`, or the rule's own status when that is milder, because
 * an unknown is never worse than its worst answer (contract section 4).
 */
export function openStatus(rule: Rule): Status {
  return rule.whileOpen ?? (severity(rule.status) < CHECK_FIRST ? rule.status : 'check-first')
}
