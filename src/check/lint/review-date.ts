import type { Guide } from '../../core/model.ts'
import type { LintFinding } from './finding.ts'

/** True after the guide's review-by date. Dates are YYYY-MM-DD, which sort as text. */
export function isStale(guide: Pick<Guide, 'reviewBy'>, today: string): boolean {
  return guide.reviewBy < today
}

/** Finds a review-by date that has passed. The parser checks that it is after the last review. */
export function reviewDate(guide: Guide, today: string): readonly LintFinding[] {
  if (!isStale(guide, today)) return []
  return [
    {
      code: 'review-date',
      file: 'guide.yaml',
      path: ['review-by'],
      problem: `was to be reviewed by ${guide.reviewBy}`,
      fix: 'Review the guide against its sources, then move both dates.',
    },
  ]
}
