import { isUtf8 } from 'node:buffer'
import { fstatSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { UsageFailure } from './failure.ts'
import type { FileKind } from './io.ts'

/** In bytes. */
const LARGEST_FILE = 32 * 2 ** 20

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

export function unreadable(path: string, reason: string): UsageFailure {
  return new UsageFailure(`cannot read ${path}: ${reason}`, 'Check the path, or use - for standard input.')
}

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

/**
 * The text of a file, or of standard input for `-`, without a byte order mark. Pipes, devices and folders are refused
 * as a file: reading one may never end. Throws UsageFailure.
 */
export function readTextFile(path: string): string {
  return decode(path === '-' ? readStdin() : readRegularFile(path), path)
}

/** Bytes of a file that this user owns and nobody else can write; undefined when there is none. */
export function readPrivateFile(path: string): Buffer | undefined {
  try {
    const stats = statSync(path)
    if (!stats.isFile()) return undefined
    // Windows has neither user ids nor these mode bits.
    const isPrivate =
      process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0)
    if (!isPrivate) return undefined
    return readRegularFile(path)
  } catch {
    return undefined
  }
}

/** The text of the bytes of a file, without a byte order mark. Throws UsageFailure. */
export function decode(bytes: Buffer, path: string): string {
  const name = path === '-' ? 'standard input' : path
  if (bytes[0] === 0xff && bytes[1] === 0xfe) throw unreadable(name, 'it is UTF-16; save it as UTF-8')
  if (!isUtf8(bytes)) throw unreadable(name, 'it is not UTF-8 text')
  const text = bytes.toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Bytes of a file that is no folder, pipe or device. Throws UsageFailure. */
export function readRegularFile(path: string): Buffer {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) throw unreadable(path, 'it is a folder')
    if (!stats.isFile()) throw unreadable(path, 'it is a pipe or a device, not a file')
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
