import { UsageFailure } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import { atTop, type Diagnostic } from '../parse/diagnostic.ts'
import { LIMITS } from '../parse/limits.ts'

export type FolderReader = Pick<Io, 'readFile' | 'listFolder' | 'listLinks' | 'realPath'>

/** The YAML files of a guide's folder by name, and problems of the folder itself. */
export type GuideFolder<T = string> = {
  readonly files: ReadonlyMap<string, T>
  readonly problems: readonly Diagnostic[]
}

const YAML = /^[^.].*\.ya?ml$/i

/** Reads the texts of a guide's folder, within the limits. Other files are left alone. */
export function readGuideFolder(io: FolderReader, folder: string): GuideFolder {
  return readFolder(io, folder, io.readFile)
}

/** @param read the content of a file */
export function readFolder<T extends { readonly length: number }>(
  io: Omit<FolderReader, 'readFile'>,
  folder: string,
  read: (path: string) => T,
): GuideFolder<T> {
  const root = withoutSlash(folder)
  const options = io.listFolder(`${root}/options`) ?? []
  const names = [
    ...(io.listFolder(root) ?? []).filter((name) => YAML.test(name)),
    ...options.filter((name) => YAML.test(name)).map((name) => `options/${name}`),
  ]
  if (names.length > LIMITS.files) {
    const args = { count: String(names.length), most: String(LIMITS.files) }
    return { files: new Map(), problems: [atTop('too-many-files', 'guide.yaml', args)] }
  }
  const files = new Map<string, T>()
  const problems = nestedFiles(io, root, options)
  let length = 0
  const outside = linksOut(io, root)
  for (const name of names) {
    const found = outside(name) ? atTop('file-outside', name) : contentOr(name, () => read(`${root}/${name}`))
    if ('code' in found) problems.push(found)
    else {
      length += found.content.length
      files.set(name, found.content)
    }
    if (length > LIMITS.guide) {
      return { files: new Map(), problems: [atTop('too-large', name, { most: String(LIMITS.guide) })] }
    }
  }
  return { files, problems }
}

/** Files in folders inside options/, which would be passed over. */
function nestedFiles(io: Pick<Io, 'listFolder'>, root: string, options: readonly string[]): Diagnostic[] {
  return options.flatMap((name) => {
    const inner = io.listFolder(`${root}/options/${name}`) ?? []
    return inner
      .filter((file) => YAML.test(file))
      .map((file) => atTop('file-nested', `options/${name}/${file}`))
  })
}

/** Whether a file of the folder is reached by a link that leads out of it. */
function linksOut(io: Pick<Io, 'listLinks' | 'realPath'>, root: string): (name: string) => boolean {
  const inside = `${io.realPath(root) ?? root}/`
  const leadsOut = (name: string) => !`${io.realPath(`${root}/${name}`) ?? inside}/`.startsWith(inside)
  const links = [...io.listLinks(root), ...io.listLinks(`${root}/options`).map((name) => `options/${name}`)]
  const out = new Set(links.filter(leadsOut))
  return (name) => out.has(name) || (out.has('options') && name.startsWith('options/'))
}

/** The texts of the bytes of a folder. */
export function decodeFolder(
  { decode }: Pick<Io, 'decode'>,
  folder: string,
  { files, problems }: GuideFolder<Buffer>,
): GuideFolder {
  const texts = new Map<string, string>()
  const found = [...problems]
  for (const [name, bytes] of files) {
    const text = contentOr(name, () => decode(bytes, `${withoutSlash(folder)}/${name}`))
    if ('code' in text) found.push(text)
    else texts.set(name, text.content)
  }
  return { files: texts, problems: found }
}

function withoutSlash(folder: string): string {
  return folder.replace(/(?<=.)\/+$/, '')
}

function contentOr<T>(name: string, read: () => T): { readonly content: T } | Diagnostic {
  try {
    return { content: read() }
  } catch (error) {
    if (!(error instanceof UsageFailure)) throw error
    return atTop('file-unreadable', name, { reason: error.message })
  }
}
