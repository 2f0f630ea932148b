/** With a capital at the start. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** 100000 as "100,000". Larger numbers than can be exact are rounded. */
export function withCommas(count: number): string {
  if (!Number.isSafeInteger(count)) return `about ${count.toExponential(1)}`
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A list of at most `most` names, with the number of the others: "a, b and 3 more". */
export function firstNames(
  names: readonly string[],
  most = Number.POSITIVE_INFINITY,
  separator = ', ',
): string {
  const more = names.length - most
  return more <= 0 ? names.join(separator) : `${names.slice(0, most).join(separator)} and ${more} more`
}

/** A number with its noun: `1 option`, `3 options`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
