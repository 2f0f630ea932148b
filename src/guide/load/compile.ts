import type { Guide } from '../../core/model.ts'
import { GuideFailure } from '../../io/failure.ts'
import { type Diagnostic, describe } from '../parse/diagnostic.ts'
import type { KeptFiles } from '../parse/guide-reader.ts'
import { type ParsedGuide, parseGuide } from '../parse/parse-guide.ts'
import { type FolderReader, type GuideFolder, readGuideFolder } from './folder.ts'
import { toParts } from './split.ts'

/** Checks the files of a guide's folder. Throws GuideFailure with a line for what is wrong. */
export function parseFolder(
  { files, problems }: GuideFolder,
  folder: string,
  kept?: KeptFiles,
): ParsedGuide & { readonly guide: Guide } {
  const parsed = parseGuide(files, { problems, warnings: false, ...(kept && { kept }) })
  const { guide } = parsed
  if (guide !== undefined) return { ...parsed, guide }
  throw notValid(folder, parsed.diagnostics, folder)
}

/** More lines than this do not help: they push the first ones off the screen. */
const MOST_LINES = 20

/**
 * @param name the folder or the file of the guide
 * @param folder what to put before the names of files, so that an editor can open them; nothing when they are whole
 */
export function notValid(name: string, diagnostics: readonly Diagnostic[], folder = ''): GuideFailure {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const lines = errors.slice(0, MOST_LINES).map((diagnostic) => describe(diagnostic, folder))
  const more = errors.length - lines.length
  const where = folder === '' ? '' : `; see them all with: nextline check ${folder}`
  return new GuideFailure(`The guide in ${name} is not valid.`, [
    ...lines,
    ...(more > 0 ? [`and ${more} more${where}`] : []),
  ])
}

/**
 * The YAML of a guide's folder as the JSON texts that commands read, by file name: the same folder gives the same
 * texts. Throws GuideFailure with a line for what is wrong.
 */
export function compileGuide(io: FolderReader, folder: string): ReadonlyMap<string, string> {
  return toParts(parseFolder(readGuideFolder(io, folder), folder).guide)
}
