/** Kleene's three-valued logic: what is not known stays not known unless the rest settles it. */
export type Truth = true | false | 'unknown'

export function not(a: Truth): Truth {
  return a === 'unknown' ? 'unknown' : !a
}

/** False if any is false; true if all are true; otherwise unknown. Of nothing: true. */
export function all(of: readonly Truth[]): Truth {
  if (of.includes(false)) return false
  return of.includes('unknown') ? 'unknown' : true
}

/** True if any is true; false if all are false; otherwise unknown. Of nothing: false. */
export function any(of: readonly Truth[]): Truth {
  if (of.includes(true)) return true
  return of.includes('unknown') ? 'unknown' : false
}
