import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'

export type OutFile = { readonly path: string; readonly text: string }

type Where = { readonly out?: string; readonly force?: boolean }

/**
 * Writes files where they were asked for: one to stdout when no place was named, one to a file, several into a
 * folder. Overwrites only what nextline wrote and nobody has changed since, unless `force`; when one file may not be
 * overwritten, none is written. Says on stderr what it wrote. Throws UsageFailure.
 */
export function writeFiles(io: Io, files: readonly OutFile[], { out, force }: Where): void {
  const [only] = files
  if (out === undefined) {
    if (files.length > 1 || only === undefined) {
      throw new UsageFailure(`this is ${files.length} pages.`, 'Name a folder for them: --out <folder>')
    }
    io.out(only.text)
    return
  }
  const targets = files.map(({ path, text }) => ({
    path: targetOf(io, out, path, files.length),
    text: signed(io, path, text),
  }))
  const foreign = force
    ? []
    : targets.filter(({ path }) => io.fileExists(path) && !isOurs(io, io.readFile(path)))
  if (foreign.length > 0) {
    throw new UsageFailure(
      `nothing was written, as nextline did not write these files or they were changed since:\n  ${foreign.map(({ path }) => path).join('\n  ')}`,
      'Name another place, or overwrite them with --force.',
    )
  }
  for (const { path, text } of targets) io.writeFileAtomic(path, text)
  io.err(`Wrote ${targets.length === 1 ? targets[0]?.path : `${targets.length} files to ${out}`}.\n`)
}

/** Several files go into a folder; one goes into a folder that is there, or to the file that was named. */
function targetOf(io: Io, out: string, path: string, count: number): string {
  const folder = count > 1 || io.listFolder(out) !== undefined || out.endsWith('/')
  if (count > 1 && io.fileExists(out) && io.listFolder(out) === undefined) {
    throw new UsageFailure(`${out} is a file, and there are ${count} pages.`, 'Name a folder: --out <folder>')
  }
  return folder ? `${out.replace(/\/+$/, '')}/${path}` : out
}

const SIGNATURE = /\n<!-- Written by nextline: ([0-9a-f]{64}) -->\n$/

/** A page says at its end who wrote it, with a hash by which a later change is seen. Data carries no comment. */
function signed(io: Io, path: string, text: string): string {
  return path.endsWith('.json') ? text : `${text}\n<!-- Written by nextline: ${io.hash(text)} -->\n`
}

/** Whether a file is as nextline wrote it: a page by its signature, data by its schema. */
function isOurs(io: Io, text: string): boolean {
  const signature = SIGNATURE.exec(text)
  if (signature !== null) return io.hash(text.slice(0, signature.index)) === signature[1]
  return /^\{\s*"schema": "nextline\//.test(text)
}
