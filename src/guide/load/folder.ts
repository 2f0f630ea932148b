import type { Io } from '../../io/io.ts'

export type FolderReader = Pick<Io, 'readFile' | 'listFolder'>

/**
 * The YAML files of a guide's folder, by their names inside it; other files are left alone. Throws UsageFailure when
 * a file cannot be read.
 */
export function readGuideFolder(io: FolderReader, folder: string): ReadonlyMap<string, string> {
  const root = folder.replace(/\/+$/, '')
  const names = [
    ...(io.listFolder(root) ?? []),
    ...(io.listFolder(`${root}/options`) ?? []).map((name) => `options/${name}`),
  ]
  const yaml = names.filter((name) => /\.ya?ml$/.test(name) && !/(^|\/)\./.test(name))
  return new Map(yaml.map((name) => [name, io.readFile(`${root}/${name}`)]))
}
