import type { Voice } from '../../core/guide-pieces.ts'
import type { GuideText, TextPlace } from './texts.ts'

/** What a lint rule found and how to fix it. check-guide.ts resolves `path` to a line. */
export type LintFinding = TextPlace & {
  readonly code: string
  readonly problem: string
  readonly fix: string
}

/** A fault of a text, without its place. */
export type TextFault = Omit<LintFinding, keyof TextPlace>

/** A rule that looks at one text alone. */
export type TextRule = (text: string, voice: Voice) => readonly TextFault[]

/** The faults that a rule finds in each text. */
export function faultsIn(texts: readonly GuideText[], rule: TextRule): readonly LintFinding[] {
  return texts.flatMap(({ text, voice, file, path }) =>
    rule(text, voice).map((fault) => ({ ...fault, file, path })),
  )
}

/** A text in quotes, shortened to 60 characters. */
export function quote(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ')
  return `"${short.length > 60 ? `${short.slice(0, 57)}...` : short}"`
}
