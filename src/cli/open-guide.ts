import type { Guide } from '../core/model.ts'
import { loadGuide } from '../guide/load/load-guide.ts'
import type { CommandContext } from './context.ts'
import { noteIfStale } from './review-notice.ts'

/** The guide that the person asked for. One past its review date still works, and says so on stderr. */
export async function openGuide({ io, guide: name }: CommandContext): Promise<Guide> {
  const guide = await loadGuide(io, name)
  noteIfStale(io, guide)
  return guide
}
