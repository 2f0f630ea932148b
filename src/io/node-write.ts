import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageFailure } from './failure.ts'
import type { Content, WriteOptions } from './io.ts'
import { kindOf, reasonOf } from './node-files.ts'

/** Not from node:crypto, which takes milliseconds to load: a name that is taken is refused, so it need not be secret. */
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
export function writeFileAtomic(path: string, content: Content, options: WriteOptions = {}): void {
  const ownerOnly = options.ownerOnly === true
  const lasting = options.replaceable !== true
  let unfinished: string | undefined
  try {
    const target = followLinks(resolve(path))
    refuseTarget(path, target)
    const folder = dirname(target)
    makeFolder(folder, ownerOnly ? 0o700 : 0o777)
    removeUnfinished(folder)
    unfinished = join(folder, `.nextline-${process.pid}-${randomName()}`)
    writeNew(unfinished, content, { ownerOnly, lasting })
    // The system waits for the disk where a file replaces another.
    if (!lasting) removeOld(target)
    renameSync(unfinished, target)
    unfinished = undefined
    if (lasting) syncFolder(folder)
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
  for (let folderAbove = folder; kindOf(folderAbove) === 'none'; folderAbove = dirname(folderAbove)) {
    missing.unshift(folderAbove)
    if (dirname(folderAbove) === folderAbove) break
  }
  for (const each of missing) {
    try {
      mkdirSync(each, { mode })
    } catch (error) {
      // Another process may have made it at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

type Writing = { readonly ownerOnly: boolean; readonly lasting: boolean }

function writeNew(path: string, content: Content, { ownerOnly, lasting }: Writing): void {
  const file = openSync(path, 'wx', ownerOnly ? 0o600 : 0o644)
  try {
    // The umask can narrow the mode of openSync.
    if (ownerOnly) fchmodSync(file, 0o600)
    for (const each of typeof content === 'string' ? [content] : content) writeFileSync(file, each)
    if (lasting) fsyncSync(file)
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
      if (pid !== undefined && !isRunning(Number(pid))) removeQuietly(join(folder, basename(name)))
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

function removeOld(target: string): void {
  try {
    unlinkSync(target)
  } catch {
    // There is none.
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The failure that led here is reported instead.
  }
}
