import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { guideCache } from './cache.ts'
import { readGuideFolder } from './folder.ts'

/**
 * The guide in a folder of YAML, from the cache while no file of it has changed. Throws GuideFailure with a line for
 * what is wrong with it.
 */
export async function loadOwnGuide(io: Io, folder: string): Promise<Guide> {
  const read = readGuideFolder(io, folder)
  const cache = guideCache(io, folder, read.files)
  const cached = read.problems.length === 0 ? cache.guide() : undefined
  if (cached !== undefined) return cached
  const { parseFolder } = await import('./compile.ts')
  const earlier = cache.files()
  const { guide, files } = parseFolder(read, folder, earlier)
  cache.keep(guide, files, earlier)
  return guide
}
