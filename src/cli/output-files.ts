import { EXPORT_SYSTEM } from '../fhir/canonical.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'

export type OutFile = { readonly path: string; readonly text: string }

type Where = {
  readonly out?: string
  readonly force?: boolean
  /** For files that hold answers. */
  readonly ownerOnly?: boolean
}

/**
 * Writes files where they were asked for: one to stdout when no place was named, one to a file, several into a
 * folder. Overwrites only what nextline exported and nobody has changed since, unless `force`; when one file may not be
 * overwritten, none is written. Says on stderr what it wrote. Throws UsageFailure.
 */
export function writeFiles(io: Io, files: readonly OutFile[], { out, force, ownerOnly }: Where): void {
  const unique = uniqueFiles(files)
  const [only] = unique
  if (out === undefined) {
    if (unique.length > 1 || only === undefined) {
      throw new UsageFailure(`this is ${unique.length} pages.`, 'Name a folder for them: --out <folder>')
    }
    io.out(only.text)
    return
  }
  const targets = unique.map(({ path, text }) => ({
    path: targetOf(io, out, path, unique.length),
    text: signed(io, path, text),
  }))
  refuseSpecial(io, targets)
  if (force !== true) refuseForeign(io, targets)
  // What holds answers is always written: the file that is there may be open to others.
  const changed = targets.filter(({ path, text }) => ownerOnly === true || !isUnchanged(io, path, text))
  for (const { path, text } of changed) io.writeFileAtomic(path, text, { ownerOnly: ownerOnly === true })
  io.err(`${written(out, targets, changed)}\n`)
}

/** A file that is there with the same text is left alone, so that its date tells when it changed. */
function written(out: string, targets: readonly OutFile[], changed: readonly OutFile[]): string {
  const [only] = targets
  if (targets.length === 1 && only !== undefined)
    return changed.length === 1 ? `Wrote ${only.path}.` : `${only.path} has not changed.`
  const same = targets.length - changed.length
  return `Wrote ${changed.length} files to ${out}${same === 0 ? '' : `; ${same} have not changed`}.`
}

/** The same page twice is one. Two pages of one name would overwrite each other. */
function uniqueFiles(files: readonly OutFile[]): readonly OutFile[] {
  const texts = new Map<string, string>()
  for (const { path, text } of files) {
    const before = texts.get(path)
    if (before !== undefined && before !== text) throw new Error(`two pages are called ${path}`)
    texts.set(path, text)
  }
  return [...texts].map(([path, text]) => ({ path, text }))
}

/** Several files go into a folder; one goes into a folder that is there, or to the file that was named. */
function targetOf(io: Io, out: string, path: string, count: number): string {
  const folder = count > 1 || io.kindOf(out) === 'folder' || out.endsWith('/')
  if (count > 1 && io.kindOf(out) === 'file') {
    throw new UsageFailure(`${out} is a file, and there are ${count} pages.`, 'Name a folder: --out <folder>')
  }
  return folder ? `${out.replace(/\/+$/, '')}/${path}` : out
}

/** Even with --force: a folder, a pipe or a device is no file to be replaced. */
function refuseSpecial(io: Io, targets: readonly OutFile[]): void {
  const special = targets.find(({ path }) => !['none', 'file'].includes(io.kindOf(path)))
  if (special === undefined) return
  throw new UsageFailure(`${special.path} is not a file that can be written.`, 'Name another place.')
}

function refuseForeign(io: Io, targets: readonly OutFile[]): void {
  const foreign = targets.filter(({ path }) => io.kindOf(path) === 'file' && !isOurs(io, path))
  if (foreign.length === 0) return
  const first = foreign.slice(0, MOST_NAMED).map(({ path }) => `\n  ${path}`)
  const others = foreign.length > MOST_NAMED ? `\n  and ${foreign.length - MOST_NAMED} more` : ''
  throw new UsageFailure(
    `nothing was written, as nextline did not export these files or they were changed since:${first.join('')}${others}`,
    'Name another place, or overwrite them with --force.',
  )
}

const MOST_NAMED = 8
const PAGE_SIGNATURE = /\n<!-- Written by nextline: ([0-9a-f]{64}) -->\n$/
const DATA_SIGNATURE = /,\n {2}"signature": "([0-9a-f]{64})"\n\}\n$/
/** A Bundle takes no field of ours: the hash is its identifier. */
const BUNDLE_SIGNATURE =
  /,\n {2}"identifier": \{\n {4}"system": "[^"\n]*",\n {4}"value": "([0-9a-f]{64})"\n {2}\}\n\}\n$/

/** An export carries, at its end, a hash of itself, by which a later change is seen. */
function signed(io: Io, path: string, text: string): string {
  if (path.endsWith('.fhir.json')) {
    const identifier = `{\n    "system": "${EXPORT_SYSTEM}",\n    "value": "${io.hash(text)}"\n  }`
    return text.replace(/\n\}\n$/, `,\n  "identifier": ${identifier}\n}\n`)
  }
  if (!path.endsWith('.json')) return `${text}\n<!-- Written by nextline: ${io.hash(text)} -->\n`
  return text.replace(/\n\}\n$/, `,\n  "signature": "${io.hash(text)}"\n}\n`)
}

/** Whether a file is as nextline exported it. */
function isOurs(io: Io, path: string): boolean {
  const text = readOrNothing(io, path)
  const page = PAGE_SIGNATURE.exec(text)
  if (page !== null) return io.hash(text.slice(0, page.index)) === page[1]
  const data = DATA_SIGNATURE.exec(text) ?? BUNDLE_SIGNATURE.exec(text)
  return data !== null && io.hash(`${text.slice(0, data.index)}\n}\n`) === data[1]
}

function isUnchanged(io: Io, path: string, text: string): boolean {
  return io.kindOf(path) === 'file' && readOrNothing(io, path) === text
}

/** What cannot be read as text is not ours. */
function readOrNothing(io: Io, path: string): string {
  try {
    return io.readFile(path)
  } catch {
    return ''
  }
}
