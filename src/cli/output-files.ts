import { EXPORT_SYSTEM } from '../fhir/canonical.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'

export type OutFile = { readonly path: string; readonly text: string }

type WriteOptions = {
  readonly out?: string
  readonly force?: boolean
  /** For files that hold answers. */
  readonly ownerOnly?: boolean
}

/**
 * Writes one file to stdout (no `out`, or `-`) or to a file, several into a folder. Without `force` it overwrites only
 * unchanged exports; if one file is refused, none is written. Reports on stderr. Throws UsageFailure.
 */
export function writeFiles(io: Io, files: readonly OutFile[], { out, force, ownerOnly }: WriteOptions): void {
  const unique = uniqueFiles(files)
  const [only] = unique
  if (out === undefined || out === '-') {
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
  // The same text is not written again, so that the date shows the last change. Files with answers always are, because
  // others may be able to read the existing one.
  const changed = targets.filter(({ path, text }) => ownerOnly === true || !isUnchanged(io, path, text))
  for (const { path, text } of changed) io.writeFileAtomic(path, text, { ownerOnly: ownerOnly === true })
  io.err(`${resultWords(out, targets, changed)}\n`)
}

function resultWords(out: string, targets: readonly OutFile[], changed: readonly OutFile[]): string {
  const [only] = targets
  if (targets.length === 1 && only !== undefined)
    return changed.length === 1 ? `Wrote ${only.path}.` : `${only.path} has not changed.`
  const same = targets.length - changed.length
  return `Wrote ${changed.length} files to ${out}${same === 0 ? '' : `; ${same} have not changed`}.`
}

/** Merges equal files. Two different files of one name would overwrite each other. */
function uniqueFiles(files: readonly OutFile[]): readonly OutFile[] {
  const texts = new Map<string, string>()
  for (const { path, text } of files) {
    const other = texts.get(path)
    if (other !== undefined && other !== text) throw new Error(`two pages are called ${path}`)
    texts.set(path, text)
  }
  return [...texts].map(([path, text]) => ({ path, text }))
}

/** Several files go into a folder; one goes into an existing folder or to the named file. */
function targetOf(io: Io, out: string, path: string, count: number): string {
  const folder = count > 1 || io.kindOf(out) === 'folder' || out.endsWith('/')
  if (count > 1 && io.kindOf(out) === 'file') {
    throw new UsageFailure(`${out} is a file, and there are ${count} pages.`, 'Name a folder: --out <folder>')
  }
  return folder ? `${out.replace(/\/+$/, '')}/${path}` : out
}

/** Folders, pipes and devices are never replaced, even with --force. */
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
/** A Bundle has no field for the hash, so it is the identifier. */
const BUNDLE_SIGNATURE =
  /,\n {2}"identifier": \{\n {4}"system": "[^"\n]*",\n {4}"value": "([0-9a-f]{64})"\n {2}\}\n\}\n$/

/** An export ends with a hash of itself, which detects later changes. */
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
