import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { BUILD } from '../../version.ts'
import { readGuideFolder } from './folder.ts'
import { fromParts, toParts } from './split.ts'

/**
 * The guide of a folder of YAML. Parsing and checking one takes most of a second, so what came of it is kept, under
 * `io.cacheFolder`, and read again for as long as every file of the folder is the same to the letter and the program
 * is the same build. A guide that is not valid is never kept. Without such a folder, or where it cannot be written,
 * all is read anew each time. Throws GuideFailure with a line for everything that is wrong.
 */
export async function readFolder(io: Io, folder: string): Promise<Guide> {
  const files = readGuideFolder(io, folder)
  const read = async () => (await import('./compile.ts')).readGuide(files, folder)
  if (io.cacheFolder === undefined) return read()
  // One file for each folder, so that working on a guide does not fill the disk.
  const place = `${io.cacheFolder}/guides/${io.hash(`${io.cwd}\0${folder}`)}.json`
  const key = io.hash([BUILD, ...[...files].flat()].join('\0'))
  const kept = readKept(io, place, key)
  if (kept !== undefined) return kept
  const guide = await read()
  keep(io, place, key, toParts(guide))
  return guide
}

/** The first line: of what this was kept, and how long each part is. Then each part has a line. */
type Heading = { readonly key: string; readonly parts: readonly (readonly [file: string, length: number])[] }

function readKept(io: Io, place: string, key: string): Guide | undefined {
  if (!io.fileExists(place)) return undefined
  try {
    const [first = '', ...texts] = io.readFile(place).split('\n')
    const heading: Heading = JSON.parse(first)
    const isWhole = heading.parts.every(([, length], at) => texts[at]?.length === length)
    if (heading.key !== key || !isWhole) return undefined
    const parts = new Map(heading.parts.map(([file], at) => [file, texts[at] ?? '']))
    return fromParts((file) => parts.get(file) ?? '')
  } catch {
    return undefined
  }
}

function keep(io: Io, place: string, key: string, parts: ReadonlyMap<string, string>): void {
  const heading: Heading = { key, parts: [...parts].map(([file, text]) => [file, text.length]) }
  try {
    io.writeFileAtomic(place, [JSON.stringify(heading), ...parts.values()].join('\n'), { ownerOnly: true })
  } catch {
    // It is only slower the next time.
  }
}
