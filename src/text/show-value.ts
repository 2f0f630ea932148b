/** A value for an error message, as its author wrote it, in at most about 60 characters. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a set of fields'
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 100)) : String(value)
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text
}
