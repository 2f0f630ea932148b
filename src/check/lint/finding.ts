import type { TextPlace } from './texts.ts'

/** What a lint rule found, and how to mend it, in words. `path` is resolved to a line by whoever holds the YAML. */
export type LintFinding = TextPlace & {
  readonly code: string
  readonly problem: string
  readonly fix: string
}

/** The part of a text that was found, short enough to show. */
export function quote(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ')
  return `"${short.length > 60 ? `${short.slice(0, 57)}...` : short}"`
}
