import type { Guide } from '../core/model.ts'
import { indexFromText, type SearchIndex } from '../guide/find/search/search-index.ts'
import { DEFAULT_GUIDE } from '../guide/load/default-guide.ts'
import type { CommandContext } from './context.ts'

/** The search index of a guide, from the build or made now. */
export async function openSearchIndex(context: CommandContext, guide: Guide): Promise<SearchIndex> {
  const { io } = context
  const file = `${io.builtIn.compiled}/${context.guide ?? DEFAULT_GUIDE}/search.txt`
  if (io.fileExists(file)) return indexFromText(io.readFile(file))
  const { buildSearchIndex } = await import('../guide/find/search/search-index.ts')
  return buildSearchIndex(guide)
}
