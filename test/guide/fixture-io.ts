import type { Guide } from '../../src/core/model.ts'
import { parseGuide } from '../../src/guide/parse/parse-guide.ts'
import { UsageFailure } from '../../src/io/failure.ts'
import type { Io } from '../../src/io/io.ts'
import { validFolder } from './fixture-folder.ts'

export function validGuide(): Guide {
  const { guide } = parseGuide(validFolder())
  if (guide === undefined) throw new Error('the guide of the tests is not valid')
  return guide
}

/** An Io over files in memory; nothing but files is there to be asked for. */
export function ioOver(files: Readonly<Record<string, string>>): Io {
  const paths = Object.keys(files).map((path) => path.replace(/\/+/g, '/'))
  const text = new Map(Object.entries(files))
  const io: Partial<Io> = {
    readFile: (path) => {
      const found = text.get(path)
      if (found === undefined) throw new UsageFailure(`cannot read ${path}`)
      return found
    },
    fileExists: (path) => text.has(path),
    kindOf: (path) => (text.has(path) ? 'file' : io.listFolder?.(path) === undefined ? 'none' : 'folder'),
    listLinks: () => [],
    realPath: (path) => path,
    readBytes: (path) => Buffer.from(io.readFile?.(path) ?? ''),
    decode: (bytes) => bytes.toString(),
    listFolder: (path) => {
      const inside = paths.filter((name) => name.startsWith(`${path}/`))
      if (inside.length === 0) return undefined
      return [...new Set(inside.map((name) => name.slice(path.length + 1).split('/')[0] ?? ''))].sort()
    },
    builtIn: { compiled: 'dist/guides', source: 'data', template: 'template', schema: 'schema' },
  }
  return io as Io
}

/** The files of a guide, in a folder. */
export function inFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([name, text]) => [`${folder}/${name}`, text]))
}
