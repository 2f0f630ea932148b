/** One renaming: fields are kebab-case where authors write them, and camelCase in the program. */

export function camel(key: string): string {
  return !key.includes('-') ? key : key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Whether a key is as authors write it. */
export function isWritten(key: string): boolean {
  return !/[A-Z]/.test(key)
}
