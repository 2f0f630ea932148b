import { namesToText } from './guide/find/name-table.ts'
import { buildSearchIndex, indexToText } from './guide/find/search/search-index.ts'
import { compileGuide } from './guide/load/compile.ts'
import { fromParts } from './guide/load/split.ts'
import { EXIT, type ExitCode, GuideFailure } from './io/failure.ts'
import type { Io } from './io/io.ts'
import { createProcessIo } from './io/node-io.ts'
import { prebuildPages } from './view/pages/prebuilt-pages.ts'

type Files = Pick<Io, 'readFile' | 'listFolder' | 'listLinks' | 'realPath' | 'writeFileAtomic'>

/** Compiles every built-in guide's YAML into what look-ups read; prints the problems of one that is invalid. */
export async function buildGuides(): Promise<ExitCode> {
  const io = createProcessIo()
  try {
    for (const id of io.listFolder(io.builtIn.source) ?? []) {
      const folder = `${io.builtIn.source}${id}`
      if (io.fileExists(`${folder}/guide.yaml`)) buildGuide(io, folder, `${io.builtIn.compiled}${id}`)
    }
    return EXIT.done
  } catch (error) {
    if (!(error instanceof GuideFailure)) throw error
    io.err(`${[error.message, ...error.lines].join('\n')}\n`)
    return EXIT.cannot
  }
}

/**
 * Writes the parts of a guide and its search index into a folder, and its prebuilt pages with their names into `pages`
 * in it. The same YAML gives the same files. Throws GuideFailure with a line for each problem.
 */
export function buildGuide(io: Files, folder: string, target: string): void {
  const parts = compileGuide(io, folder)
  const guide = fromParts((file) => parts.get(file) ?? '')
  for (const [file, text] of parts) io.writeFileAtomic(`${target}/${file}`, text)
  const { names, pages } = prebuildPages(guide)
  io.writeFileAtomic(`${target}/pages/names.txt`, namesToText(names))
  for (const [name, page] of pages) io.writeFileAtomic(`${target}/pages/${name}.json`, JSON.stringify(page))
  io.writeFileAtomic(`${target}/search.txt`, indexToText(buildSearchIndex(guide)))
}
