import type { TextPlace } from './texts.ts'

/** What a lint rule found and how to fix it. check-guide.ts resolves `path` to a line. */
export type LintFinding = TextPlace & {
  readonly code: string
  readonly problem: string
  readonly fix: string
}

/** A text in quotes, shortened to 60 characters. */
export function quote(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ')
  return `"${short.length > 60 ? `${short.slice(0, 57)}...` : short}"`
}
