import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  createReadStream,
  fchmodSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageFailure } from './failure.ts'
import type { FileKind } from './io.ts'

/** The largest file that is read, and the longest line of a stream, in bytes and in characters. */
const LARGEST_FILE = 32 * 2 ** 20
export const LONGEST_LINE = 2 ** 20

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read or write there',
  EPERM: 'you may not read or write there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'it is a chain of links that leads nowhere',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the disk cannot be written',
  EFBIG: `it is larger than ${LARGEST_FILE / 2 ** 20} MB`,
}

/** A system error in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
  return REASONS[code] ?? `the system says ${code}`
}

function unreadable(path: string, reason: string): UsageFailure {
  return new UsageFailure(`cannot read ${path}: ${reason}`, 'Check the path, or use - for standard input.')
}

// ---------------------------------------------------------------- what is there

/** What a path leads to after following links; `none` when it cannot be read. Never throws. */
export function kindOf(path: string): FileKind {
  try {
    const stats = statSync(path)
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
  } catch {
    return 'none'
  }
}

/** Names in a folder, sorted; undefined when there is no such folder. Throws UsageFailure when it cannot be read. */
export function listFolder(path: string): readonly string[] | undefined {
  if (kindOf(path) !== 'folder') return undefined
  try {
    return readdirSync(path).sort()
  } catch (error) {
    throw unreadable(path, reasonOf(error))
  }
}

/** Names in a folder that are symbolic links. */
export function listLinks(path: string): readonly string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name)
  } catch {
    return []
  }
}

/** A path with every link resolved; undefined when it does not exist. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return undefined
  }
}

// ---------------------------------------------------------------- reading

/**
 * The text of a file, or of standard input for `-`, without a byte order mark. Pipes, devices and folders are refused
 * as a file: reading one may never end. Throws UsageFailure.
 */
export function readTextFile(path: string): string {
  return decode(path === '-' ? readStdin() : readRegularFile(path), path)
}

/** Text of a file that this user owns and nobody else can write; undefined when there is none. */
export function readPrivateFile(path: string): string | undefined {
  try {
    const stats = statSync(path)
    const isOwn = process.getuid === undefined || stats.uid === process.getuid()
    const othersMayWrite = process.getuid !== undefined && (stats.mode & 0o022) !== 0
    if (!stats.isFile() || !isOwn || othersMayWrite) return undefined
    return readTextFile(path)
  } catch {
    return undefined
  }
}

function decode(bytes: Buffer, path: string): string {
  const name = path === '-' ? 'standard input' : path
  if (bytes[0] === 0xff && bytes[1] === 0xfe) throw unreadable(name, 'it is UTF-16; save it as UTF-8')
  if (!isUtf8(bytes)) throw unreadable(name, 'it is not UTF-8 text')
  const text = bytes.toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function readRegularFile(path: string): Buffer {
  try {
    const stats = statSync(path)
    refuseSpecial(path, stats)
    if (stats.size > LARGEST_FILE) throw tooLarge()
    return readFileSync(path)
  } catch (error) {
    if (error instanceof UsageFailure) throw error
    throw unreadable(path, reasonOf(error))
  }
}

function tooLarge(): Error {
  return Object.assign(new Error('too large'), { code: 'EFBIG' })
}

function refuseSpecial(path: string, stats: Stats): void {
  if (stats.isDirectory()) throw unreadable(path, 'it is a folder')
  if (!stats.isFile()) throw unreadable(path, 'it is a pipe or a device, not a file')
}

function readStdin(): Buffer {
  try {
    if (fstatSync(0).isDirectory()) throw unreadable('standard input', 'it is a folder')
    return readAllOfStdin()
  } catch (error) {
    if (error instanceof UsageFailure) throw error
    throw unreadable('standard input', reasonOf(error))
  }
}

const PIECE = 2 ** 16

function readAllOfStdin(): Buffer {
  const pieces: Buffer[] = []
  let length = 0
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE)
    const read = readSome(piece)
    if (read === 0) return Buffer.concat(pieces, length)
    length += read
    if (length > LARGEST_FILE) throw tooLarge()
    pieces.push(piece.subarray(0, read))
  }
}

const MILLISECONDS_TO_WAIT = 10

/** Reads what has arrived. A non-blocking standard input gives EAGAIN until there is data. */
function readSome(into: Buffer): number {
  for (;;) {
    try {
      return readSync(0, into)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MILLISECONDS_TO_WAIT)
    }
  }
}

/**
 * Lines of a file, a named pipe, or standard input for `-`, in batches as they arrive, without line ends and byte
 * order mark. A longer line is cut to LONGEST_LINE + 1 characters, so that the caller can tell. Throws UsageFailure.
 */
export function readLines(path: string): AsyncIterable<readonly string[]> {
  if (path === '-') {
    if (fstatSync(0).isDirectory()) throw unreadable('standard input', 'it is a folder')
    return linesOf(process.stdin, 'standard input')
  }
  const kind = kindOf(path)
  if (kind === 'none') throw unreadable(path, 'there is no such file')
  if (kind === 'folder') throw unreadable(path, 'it is a folder')
  if (kind === 'other' && !statSync(path).isFIFO()) throw unreadable(path, 'it is a device')
  return linesOf(createReadStream(path), path)
}

async function* linesOf(stream: NodeJS.ReadableStream, path: string): AsyncIterable<readonly string[]> {
  stream.setEncoding('utf8')
  const cutter = lineCutter()
  let isFirst = true
  try {
    for await (const chunk of stream) {
      const text = String(chunk)
      const lines = cutter.add(isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text)
      isFirst = false
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    throw unreadable(path, reasonOf(error))
  }
  if (cutter.rest() !== '') yield [cutter.rest()]
}

/** Splits text that arrives in pieces into lines. Holds at most one line, up to the limit. */
function lineCutter() {
  let rest = ''
  let isPastLimit = false
  const addPiece = (piece: string, isEnd: boolean, lines: string[]) => {
    if (!isPastLimit) rest += piece
    const isTooLong = rest.length > LONGEST_LINE
    if (isTooLong || (isEnd && !isPastLimit)) {
      lines.push(rest.slice(0, LONGEST_LINE + 1))
      rest = ''
    }
    isPastLimit = (isPastLimit || isTooLong) && !isEnd
  }
  return {
    add: (text: string): readonly string[] => {
      const lines: string[] = []
      const pieces = text.split('\n')
      for (let at = 0; at < pieces.length; at += 1) {
        addPiece(pieces[at] as string, at < pieces.length - 1, lines)
      }
      return lines
    },
    rest: () => rest,
  }
}

// ---------------------------------------------------------------- writing

/** Loads node:crypto only when a file is written: it takes milliseconds. */
function randomName(): string {
  return process.getBuiltinModule('node:crypto').randomBytes(6).toString('hex')
}

const UNFINISHED = /^\.nextline-(\d+)-[0-9a-f]{12}$/

/**
 * Writes a temporary file next to the target and renames it. A link stays and its target is replaced. Makes missing
 * folders. Throws UsageFailure.
 * @param ownerOnly others cannot read the file, whatever the umask
 */
export function writeFileAtomic(
  path: string,
  text: string,
  options: { readonly ownerOnly?: boolean } = {},
): void {
  const ownerOnly = options.ownerOnly === true
  let unfinished: string | undefined
  try {
    const target = followLinks(resolve(path))
    refuseTarget(path, target)
    const folder = dirname(target)
    makeFolder(folder, ownerOnly ? 0o700 : 0o777)
    removeUnfinished(folder)
    unfinished = join(folder, `.nextline-${process.pid}-${randomName()}`)
    writeNew(unfinished, text, ownerOnly)
    renameSync(unfinished, target)
    unfinished = undefined
    syncFolder(folder)
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
  for (let at = folder; kindOf(at) === 'none'; at = dirname(at)) {
    missing.unshift(at)
    if (dirname(at) === at) break
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

function writeNew(path: string, text: string, ownerOnly: boolean): void {
  const file = openSync(path, 'wx', ownerOnly ? 0o600 : 0o644)
  try {
    // The umask can narrow the mode of openSync.
    if (ownerOnly) fchmodSync(file, 0o600)
    writeFileSync(file, text)
    fsyncSync(file)
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

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The failure that led here is reported instead.
  }
}
