import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageFailure } from './failure.ts'
import type { FileContent, WriteOptions } from './io.ts'
import { kindOf, reasonOf } from './node-files.ts'

/** Math.random is enough, because an existing name is refused; node:crypto takes milliseconds to load. */
function randomName(): string {
  return Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0')
}

const UNFINISHED = /^\.nextline-(\d+)-[0-9a-f]{12}$/

/**
 * Writes a temporary file next to the target and renames it. A link stays and its target is replaced. Makes missing
 * folders. Throws UsageFailure.
 */
export function writeFileAtomic(path: string, content: FileContent, options: WriteOptions = {}): void {
  const { ownerOnly, replaceable } = options
  let unfinished: string | undefined
  try {
    const target = followLinks(resolve(path))
    refuseTarget(path, target)
    const folder = dirname(target)
    makeFolder(folder, ownerOnly ? 0o700 : 0o777)
    removeUnfinished(folder)
    unfinished = join(folder, `.nextline-${process.pid}-${randomName()}`)
    writeNew(unfinished, content, options)
    // Replacing a file makes the system wait for the disk.
    if (replaceable) removeQuietly(target)
    renameSync(unfinished, target)
    unfinished = undefined
    if (!replaceable) syncFolder(folder)
  } catch (error) {
    if (unfinished !== undefined) removeQuietly(unfinished)
    if (error instanceof UsageFailure) throw error
    throw new UsageFailure(
      `cannot write ${path}: ${reasonOf(error)}`,
      'Name a file in a folder that you may write to.',
    )
  }
}

const MOST_LINKS = 40

/** The target of a path whose last part is a link; the target need not exist yet. */
function followLinks(path: string): string {
  let target = path
  for (let links = 0; links < MOST_LINKS; links += 1) {
    try {
      target = resolve(dirname(target), readlinkSync(target))
    } catch {
      return target
    }
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' })
}

function refuseTarget(path: string, target: string): void {
  const kind = kindOf(target)
  if (kind === 'file' || kind === 'none') return
  const what = kind === 'folder' ? 'it is a folder' : 'it is a pipe or a device, not a file'
  throw new UsageFailure(`cannot write ${path}: ${what}`, 'Name a file.')
}

/** Makes a folder and its parents. Node's `recursive` option never returns under /proc, where mkdir fails oddly. */
function makeFolder(folder: string, mode: number): void {
  const missing: string[] = []
  for (let path = folder; kindOf(path) === 'none'; path = dirname(path)) {
    missing.unshift(path)
    if (dirname(path) === path) break
  }
  for (const path of missing) {
    try {
      mkdirSync(path, { mode })
    } catch (error) {
      // Another process may have made it at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function writeNew(path: string, content: FileContent, { ownerOnly, replaceable }: WriteOptions): void {
  const file = openSync(path, 'wx', ownerOnly ? 0o600 : 0o644)
  try {
    // The umask can narrow the mode of openSync.
    if (ownerOnly) fchmodSync(file, 0o600)
    for (const part of typeof content === 'string' ? [content] : content) writeFileSync(file, part)
    if (!replaceable) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes the rename survive a power cut. Some systems cannot sync a folder. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch {
    // The file itself is safe.
  }
}

/** Removes temporary files of killed processes from this folder: they may hold answers. */
function removeUnfinished(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = UNFINISHED.exec(name)?.[1]
      if (pid !== undefined && !isRunning(Number(pid))) removeQuietly(join(folder, name))
    }
  } catch {
    // The folder can be written but not listed.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes a file if it exists and can be removed. */
function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // The caller goes on, or reports an earlier failure.
  }
}
