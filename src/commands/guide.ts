import type { Guide } from '../core/model.ts'
import { loadGuide } from '../guide/catalog.ts'
import { isStale } from '../lint/review-date.ts'
import type { Setting } from './setting.ts'

/** The guide that the person asked for. One past its review date still works, and says so on stderr. */
export async function openGuide({ io, guide: name }: Setting): Promise<Guide> {
  const guide = await loadGuide(io, name)
  if (isStale(guide, io.today())) {
    io.err(`Note: this guide was due for review by ${guide.reviewBy}. Newer evidence may be missing.\n`)
  }
  return guide
}
