import type { LintFinding } from './finding.ts'
import type { GuideText, TextPlace } from './texts.ts'

/** What is wrong with a text, wherever it stands. */
export type TextFault = Omit<LintFinding, keyof TextPlace>

/** A rule that looks at one text and at nothing else. */
export type TextRule = (text: string, voice: GuideText['voice']) => readonly TextFault[]

/** What these rules find in texts, each text in turn. */
export function faultsIn(texts: readonly GuideText[], ...rules: readonly TextRule[]): readonly LintFinding[] {
  return texts.flatMap(({ text, voice, file, path }) =>
    rules.flatMap((rule) => rule(text, voice)).map((fault) => ({ ...fault, file, path })),
  )
}
