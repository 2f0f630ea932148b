import type { Guide } from '../core/model.ts'
import { loadGuide } from '../guide/load/load-guide.ts'
import type { CommandContext } from './context.ts'
import { noteIfStale } from './review-notice.ts'

/** Loads the guide that was asked for. One past its review date gives a note on stderr. */
export async function openGuide({ io, guide: name }: CommandContext): Promise<Guide> {
  const guide = await loadGuide(io, name)
  noteIfStale(io, guide)
  return guide
}
