import { isStale } from '../check/lint/review-date.ts'
import type { Guide } from '../core/model.ts'
import type { Io } from '../io/io.ts'

/** Writes a note to stderr for a guide past its review date. */
export function noteIfStale(io: Io, guide: Pick<Guide, 'reviewBy'>): void {
  if (!isStale(guide, io.today())) return
  io.err(`Note: this guide was due for review by ${guide.reviewBy}. Newer evidence may be missing.\n`)
}
