import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildGuide } from '../../src/build-guides.ts'
import type { Guide } from '../../src/core/model.ts'
import { fromParts } from '../../src/guide/load/split.ts'
import type { FileContent } from '../../src/io/io.ts'

const files = {
  readFile: (path: string) => readFileSync(path, 'utf8'),
  listFolder: (path: string) => (statSync(path).isDirectory() ? readdirSync(path).sort() : undefined),
  listLinks: () => [],
  realPath: (path: string) => path,
  writeFileAtomic: (path: string, text: FileContent) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, String(text))
  },
}

let folder: string | undefined

/** A folder with the built-in guides, compiled from the YAML as it is now: no test reads a stale build. */
export function compiledGuides(): string {
  if (folder !== undefined) return folder
  folder = mkdtempSync(join(tmpdir(), 'nextline-guides-'))
  buildGuide(files, 'data/facet-joint', join(folder, 'facet-joint'))
  return folder
}

/** The facet-joint guide, from its YAML as it is now. */
export function facetJoint(): Guide {
  const parts = join(compiledGuides(), 'facet-joint')
  return structuredClone(fromParts((file) => readFileSync(join(parts, file), 'utf8')))
}
