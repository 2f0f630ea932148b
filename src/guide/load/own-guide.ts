import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { guideOfValidFiles } from '../parse/pieces.ts'
import { readCache, toCachedFile, toEarlier, toReadFile, writeCache } from './cache.ts'
import { decodeFolder, readFolder, readGuideFolder } from './folder.ts'

/**
 * Loads a folder of YAML; files that have not changed come from the cache. Throws GuideFailure with a line for each
 * problem.
 */
export async function loadOwnGuide(io: Io, folder: string): Promise<Guide> {
  const read = readFolder(io, folder, io.readBytes)
  const isSound = read.problems.length === 0
  const cached = readCache(io, folder)
  const same = new Map([...cached].filter(([file, { text }]) => read.files.get(file)?.equals(text)))
  const unchanged = new Map([...same].map(([file, cachedFile]) => [file, toReadFile(cachedFile)]))
  const isSame = isSound && same.size === cached.size && same.size === read.files.size
  const guide = isSame ? guideOfValidFiles(unchanged) : undefined
  if (guide !== undefined) return guide
  const { parseFolder } = await import('./compile.ts')
  const texts = isSound ? decodeFolder(io, folder, read) : readGuideFolder(io, folder)
  const parsed = parseFolder(texts, folder, {
    findReadFile: (file) => unchanged.get(file),
    findEarlier: (file) => {
      const before = cached.get(file)
      return before && toEarlier(io, before)
    },
    validBefore: cached,
  })
  if (isSound) {
    const files = [...read.files].map(
      ([file, text]) => same.get(file) ?? toCachedFile(file, text, parsed.files),
    )
    writeCache(io, folder, files)
  }
  return parsed.guide
}
