import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { guideCache } from './cache.ts'
import { readGuideFolder } from './folder.ts'

/**
 * Loads a folder of YAML, from the cache while no file has changed. Throws GuideFailure with a line for each problem.
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
