/** Fields are kebab-case in YAML and camelCase in the program. */

const CAPITAL = /[A-Z]/

export function camel(key: string): string {
  return !key.includes('-') ? key : key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function kebab(key: string): string {
  return isWritten(key) ? key : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Whether a key is as authors write it. */
export function isWritten(key: string): boolean {
  return !CAPITAL.test(key)
}
