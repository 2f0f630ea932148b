import type { Claim, EvidenceCertainty, Guide } from '../../core/model.ts'
import { type LintFinding, quote } from './finding.ts'

/** Words by certainty: high states it, moderate "probably", low "may", very low "very uncertain" (GRADE 26, 2020). */
const FITS: Readonly<Record<EvidenceCertainty, (text: string) => boolean>> = {
  high: (text) => !/\b(?:may|might|probably|likely|uncertain)\b/i.test(text),
  moderate: (text) => /\b(?:probably|likely)\b/i.test(text),
  low: (text) => /\b(?:may|might)\b/i.test(text),
  'very-low': (text) => /\b(?:uncertain|unsure|not sure|not certain|cannot tell|not clear)\b/i.test(text),
}

const SAY: Readonly<Record<EvidenceCertainty, string>> = {
  high: 'State it plainly, without "may" or "probably".',
  moderate: 'Say "probably".',
  low: 'Say "may".',
  'very-low': 'Say that it is very uncertain.',
}

/** Claims about effects whose words promise more, or less, than their certainty. */
export function certaintyWords(guide: Guide): readonly LintFinding[] {
  return guide.options.flatMap((option) => {
    const claims: readonly (readonly [LintFinding['path'], Claim])[] = [
      ...option.benefits.map((claim, index) => [['benefits', index], claim] as const),
      ...option.harms.map((claim, index) => [['harms', index], claim] as const),
      [['if-nothing'], option.ifNothing],
    ]
    return claims.flatMap(([path, { text, certainty }]) =>
      certainty === undefined || FITS[certainty](text)
        ? []
        : [
            {
              code: 'certainty-words',
              file: `options/${option.id}.yaml`,
              path: [...path, 'text'],
              problem: `the words do not match certainty ${certainty}: ${quote(text)}`,
              fix: SAY[certainty],
            },
          ],
    )
  })
}
