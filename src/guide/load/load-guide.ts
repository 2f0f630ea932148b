import type { Guide } from '../../core/model.ts'
import { UsageFailure } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import { nearest, orMeant } from '../../text/nearest.ts'
import { DEFAULT_GUIDE } from './default-guide.ts'
import { fromParts } from './split.ts'

/** Ids of the guides that come with the program. */
export function builtInGuides(io: Io): readonly string[] {
  return (io.listFolder(io.builtIn.compiled) ?? []).filter((name) => isBuiltIn(io, name))
}

function isBuiltIn(io: Io, name: string): boolean {
  return /^[a-z0-9-]+$/.test(name) && io.fileExists(`${io.builtIn.compiled}/${name}/guide.json`)
}

/**
 * Loads a guide by name from one of four sources: compiled by the build, a folder of YAML, the cache of that folder, or
 * an exported file.
 * @param name id of a built-in guide (it wins over a folder of that name), a folder of YAML, or a JSON file that
 *   `export` wrote; the default guide when left out
 * @throws UsageFailure when there is no such guide or it cannot be read; GuideFailure, with a line for each problem,
 *   when it is not valid
 */
export async function loadGuide(io: Io, name = DEFAULT_GUIDE): Promise<Guide> {
  // The build has checked it, so neither yaml nor valibot is loaded.
  if (isBuiltIn(io, name)) return fromParts((file) => io.readFile(`${io.builtIn.compiled}/${name}/${file}`))
  const names = io.listFolder(name)
  if (names?.includes('guide.yaml')) return (await import('./own-guide.ts')).loadOwnGuide(io, name)
  if (names !== undefined) {
    throw new UsageFailure(
      `${name} is not a guide: it holds no guide.yaml.`,
      'To begin one, use: nextline new <folder>',
    )
  }
  if (io.kindOf(name) === 'none') throw unknownGuide(io, name)
  if (/\.ya?ml$/i.test(name)) {
    throw new UsageFailure(`${name} is one file of a guide.`, 'Give the folder that holds its guide.yaml.')
  }
  return (await import('./exported.ts')).readExportedGuide(io.readFile(name), name)
}

function unknownGuide(io: Io, name: string): UsageFailure {
  const known = builtInGuides(io)
  const [near] = nearest(name, known, 1)
  return new UsageFailure(
    `There is no guide "${name}"${orMeant(near)}`,
    `Built in: ${known.join(', ') || 'none'}. Or give a folder of YAML, or a JSON file that export wrote.`,
  )
}
