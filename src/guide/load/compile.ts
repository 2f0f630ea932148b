import type { Guide } from '../../core/model.ts'
import { type ParsedGuide, parseGuide } from '../parse/parse-guide.ts'
import type { EarlierResults } from '../parse/read-files.ts'
import { type FolderReader, type GuideFolder, readGuideFolder } from './folder.ts'
import { notValid } from './not-valid.ts'
import { toParts } from './split.ts'

/** Parses the files of a guide's folder. Throws GuideFailure with a line for each problem. */
export function parseFolder(
  { files, problems }: GuideFolder,
  folder: string,
  earlier: EarlierResults = {},
): ParsedGuide & { readonly guide: Guide } {
  const parsed = parseGuide(files, { ...earlier, problems, warnings: false })
  const { guide } = parsed
  if (guide !== undefined) return { ...parsed, guide }
  throw notValid(folder, parsed.diagnostics, folder)
}

/**
 * Compiles a guide's folder into the JSON texts that commands read, by file name. Deterministic. Throws GuideFailure
 * with a line for each problem.
 */
export function compileGuide(io: FolderReader, folder: string): ReadonlyMap<string, string> {
  return toParts(parseFolder(readGuideFolder(io, folder), folder).guide)
}
