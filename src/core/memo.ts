/** A function whose results are cached for as long as their argument lives. */
export function cached<A extends object, R>(work: (argument: A) => R): (argument: A) => R {
  const results = new WeakMap<A, R>()
  return (argument) => {
    const known = results.get(argument)
    if (known !== undefined) return known
    const result = work(argument)
    results.set(argument, result)
    return result
  }
}

/** The last result under each name, used again while its key is the same. */
export function createMemo<R>(): (name: string, key: string, work: () => R) => R {
  const last = new Map<string, { readonly key: string; readonly result: R }>()
  return (name, key, work) => {
    const known = last.get(name)
    if (known?.key === key) return known.result
    const result = work()
    last.set(name, { key, result })
    return result
  }
}
