import type { Guide } from '../core/model.ts'
import { buildSearchIndex, indexFromText, type SearchIndex } from '../guide/find/search/search-index.ts'
import { DEFAULT_GUIDE } from '../guide/load/default-guide.ts'
import type { CommandContext } from './context.ts'

/** The search index of a guide, from the build or made now. */
export function openSearchIndex({ io, guide: name }: CommandContext, guide: Guide): SearchIndex {
  const file = `${io.builtIn.compiled}/${name ?? DEFAULT_GUIDE}/search.txt`
  return io.fileExists(file) ? indexFromText(io.readFile(file)) : buildSearchIndex(guide)
}
