import type { Guide } from '../../core/model.ts'
import { GuideFailure } from '../../io/failure.ts'
import { describe } from '../parse/diagnostic.ts'
import { parseGuide } from '../parse/parse-guide.ts'
import { type FolderReader, readGuideFolder } from './folder.ts'
import { toParts } from './split.ts'

/** Checks the files of a guide's folder. Throws GuideFailure with a line for everything that is wrong. */
export function readGuide(files: ReadonlyMap<string, string>, folder: string): Guide {
  const { guide, diagnostics } = parseGuide(files)
  if (guide !== undefined) return guide
  const lines = diagnostics.map((diagnostic) => describe(diagnostic, folder))
  throw new GuideFailure(`The guide in ${folder} is not valid.`, lines)
}

/**
 * The YAML of a guide's folder as the JSON texts that commands read, by file name: the same folder gives the same
 * texts. Throws GuideFailure with a line for everything that is wrong.
 */
export function compileGuide(io: FolderReader, folder: string): ReadonlyMap<string, string> {
  return toParts(readGuide(readGuideFolder(io, folder), folder))
}
