import { UsageFailure } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import { DEFAULT_GUIDE } from './default-guide.ts'
import { builtInGuides } from './load-guide.ts'

/**
 * The folder of YAML that a guide's name stands for: a built-in guide's own, or the name as a folder. An exported
 * JSON file has none. Throws UsageFailure when there is no such folder.
 */
export function sourceFolder(io: Io, name = DEFAULT_GUIDE): string {
  if (io.fileExists(`${io.builtIn.source}${name}/guide.yaml`)) return `${io.builtIn.source}${name}`
  if (io.listFolder(name) !== undefined) return name
  throw new UsageFailure(
    `${name} is no folder of YAML, and check needs the lines of one.`,
    `Give a guide's folder, or a built-in guide: ${builtInGuides(io).join(', ')}.`,
  )
}
