import { UsageFailure } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import { atTop, type Diagnostic } from '../parse/diagnostic.ts'
import { LIMITS } from '../parse/limits.ts'

export type FolderReader = Pick<Io, 'readFile' | 'listFolder' | 'listLinks' | 'realPath'>

/** The YAML files of a guide's folder by name, and problems of the folder itself. */
export type GuideFolder = {
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly Diagnostic[]
}

const YAML = /^[^.].*\.ya?ml$/i

/** Reads a guide's folder, within the limits. Other files are left alone. */
export function readGuideFolder(io: FolderReader, folder: string): GuideFolder {
  const root = folder.replace(/(?<=.)\/+$/, '')
  const options = io.listFolder(`${root}/options`) ?? []
  const names = [
    ...(io.listFolder(root) ?? []).filter((name) => YAML.test(name)),
    ...options.filter((name) => YAML.test(name)).map((name) => `options/${name}`),
  ]
  if (names.length > LIMITS.files) {
    const args = { count: String(names.length), most: String(LIMITS.files) }
    return { files: new Map(), problems: [atTop('too-many-files', 'guide.yaml', args)] }
  }
  const files = new Map<string, string>()
  const problems = nestedFiles(io, root, options)
  let length = 0
  const outside = linksOut(io, root)
  for (const name of names) {
    const read = outside(name) ? { problem: atTop('file-outside', name) } : readText(io, root, name)
    if ('problem' in read) problems.push(read.problem)
    else {
      length += read.text.length
      files.set(name, read.text)
    }
    if (length > LIMITS.guide) {
      return { files: new Map(), problems: [atTop('too-large', name, { most: String(LIMITS.guide) })] }
    }
  }
  return { files, problems }
}

/** Files in folders inside options/, which would be passed over. */
function nestedFiles(io: FolderReader, root: string, options: readonly string[]): Diagnostic[] {
  return options.flatMap((name) => {
    const inner = io.listFolder(`${root}/options/${name}`) ?? []
    return inner
      .filter((file) => YAML.test(file))
      .map((file) => atTop('file-nested', `options/${name}/${file}`))
  })
}

/** Whether a file of the folder is reached by a link that leads out of it. */
function linksOut(io: FolderReader, root: string): (name: string) => boolean {
  const inside = `${io.realPath(root) ?? root}/`
  const leadsOut = (name: string) => !`${io.realPath(`${root}/${name}`) ?? inside}/`.startsWith(inside)
  const links = [...io.listLinks(root), ...io.listLinks(`${root}/options`).map((name) => `options/${name}`)]
  const out = new Set(links.filter(leadsOut))
  return (name) => out.has(name) || (out.has('options') && name.startsWith('options/'))
}

function readText(
  io: FolderReader,
  root: string,
  name: string,
): { readonly text: string } | { readonly problem: Diagnostic } {
  try {
    return { text: io.readFile(`${root}/${name}`) }
  } catch (error) {
    if (!(error instanceof UsageFailure)) throw error
    return { problem: atTop('file-unreadable', name, { reason: error.message }) }
  }
}
