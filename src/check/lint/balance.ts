import type { Claim, Guide } from '../../core/model.ts'
import type { LintFinding } from './finding.ts'

/** The largest ratio of lengths. */
const MOST = 2

/** Good and bad points in the same form and of like length (IPDAS C1). */
export function balance(guide: Guide): readonly LintFinding[] {
  return guide.options.flatMap((option) => {
    const good = length(option.benefits)
    const bad = length(option.harms)
    if (Math.max(good, bad) <= MOST * Math.min(good, bad)) return []
    return [
      {
        code: 'balance',
        file: `options/${option.id}.yaml`,
        path: [good > bad ? 'harms' : 'benefits'],
        problem: `benefits have ${good} letters and harms ${bad}`,
        fix: 'Give both the same form and like length.',
      },
    ]
  })
}

function length(claims: readonly Claim[]): number {
  return claims.reduce((sum, { text }) => sum + text.length, 0)
}
