/** Lazy getters for these fields: the first read replaces a getter by its value. */
export function onFirstRead(
  fields: readonly string[],
  worked: (owner: object, field: string) => unknown,
): PropertyDescriptorMap {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      {
        configurable: true,
        enumerable: true,
        get(this: object) {
          const value = worked(this, field)
          Object.defineProperty(this, field, { value, enumerable: true })
          return value
        },
      },
    ]),
  )
}

/** The object with these fields, each worked out when it is first read. */
export function withLazy<T extends object, L extends object>(
  owner: T,
  fields: { readonly [F in keyof L]: () => L[F] },
): T & L {
  const work = (_: object, field: string) => fields[field as keyof L]()
  return Object.defineProperties(owner, onFirstRead(Object.keys(fields), work)) as T & L
}
