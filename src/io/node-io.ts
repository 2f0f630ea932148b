import { existsSync, fstatSync, statSync, writeSync } from 'node:fs'
import { EXIT, UsageFailure } from './failure.ts'
import type { Io } from './io.ts'
import {
  decode,
  kindOf,
  listFolder,
  listLinks,
  readPrivateFile,
  readRegularFile,
  readTextFile,
  realPath,
  reasonOf,
} from './node-files.ts'
import { readGitFolder } from './node-git.ts'
import { readLines } from './node-lines.ts'
import { pagerFor } from './node-pager.ts'
import { showProgress } from './node-progress.ts'
import { terminalSignals } from './node-signals.ts'
import { watchFolder } from './node-watch.ts'
import { writeFileAtomic } from './node-write.ts'

/** Node modules that take milliseconds to load are loaded on first use. */
const crypto = () => process.getBuiltinModule('node:crypto')
const isatty = (descriptor: number) => process.getBuiltinModule('node:tty').isatty(descriptor)

/** The Io of the running process. Only the files node-*.ts use process, streams, files and the clock. */
export function createProcessIo(): Io {
  const { env } = process
  const dumb = env.TERM === 'dumb'
  const isOutTerminal = isTerminal(1)
  return {
    out: isOutTerminal ? (text) => void openStdout().write(text) : writeOut,
    err: writeError,
    errPage: writeError,
    canPrompt: () => isOutTerminal && isTerminal(0) && isTerminal(2),
    width: isOutTerminal ? openStdout().columns || 80 : 80,
    height: isOutTerminal ? openStdout().rows || 24 : 24,
    page: isOutTerminal ? pagerFor(env, writeOut) : undefined,
    colorLevel: colorLevel(isOutTerminal),
    showsHyperlinks: isOutTerminal
      ? async () => (await import('./node-hyperlinks.ts')).showsHyperlinks()
      : undefined,
    unicode: !dumb && /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || ''),
    plain: dumb || isSet(env.ACCESSIBLE),
    today,
    cwd: workingFolder(),
    hash: (text) => crypto().createHash('sha256').update(text).digest('hex'),
    env,
    readFile: readTextFile,
    readBytes: readRegularFile,
    decode,
    listFolder,
    fileExists: existsSync,
    gitFolder: readGitFolder,
    watchFolder,
    kindOf,
    listLinks,
    realPath,
    readPrivateFile,
    writeFileAtomic,
    readLines,
    writeWithBackpressure: (text) => {
      const stdout = openStdout()
      return stdout.write(text) ? Promise.resolve() : new Promise((done) => void stdout.once('drain', done))
    },
    showProgress:
      !dumb && isTerminal(2)
        ? (lineAfter, besideResults) => (isOutTerminal && besideResults ? () => {} : showProgress(lineAfter))
        : undefined,
    cacheFolder: cacheFolder(),
    configFile: configFile(),
    builtIn: {
      compiled: `${import.meta.dirname}/../dist/guides/`,
      source: `${import.meta.dirname}/../data/`,
      template: `${import.meta.dirname}/../template/`,
      schema: `${import.meta.dirname}/../schema/`,
    },
  }
}

/** The streams of a prompter. Questions go to stderr, so that stdout holds only results. */
export function promptStreams() {
  process.stderr.on('error', () => {})
  return { input: process.stdin, output: process.stderr, signals: terminalSignals(process.stdin) }
}

/** Empty when the working folder was removed; then only relative paths fail. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    return ''
  }
}

let isStderrOpen = false

/** A closed or full stderr is not a failure: there is no other place to report it, and the exit status still counts. */
function writeError(text: string): void {
  if (!isStderrOpen) process.stderr.on('error', () => {})
  isStderrOpen = true
  process.stderr.write(text)
}

/** Whether a variable of the environment is set, and not to a word that turns things off. */
function isSet(value: string | undefined): value is string {
  return value !== undefined && !/^(?:0|no|off|false)?$/i.test(value)
}

/** Loads node:tty, which takes milliseconds, only for a character device. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const file = fstatSync(descriptor)
    if (!file.isCharacterDevice()) return false
    return file.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev && isatty(descriptor)
  } catch {
    return false
  }
}

let stdoutStream: typeof process.stdout | undefined

/** The stream of stdout, opened on first use: it takes milliseconds, and a look-up into a pipe does not need it. */
function openStdout(): typeof process.stdout {
  if (stdoutStream !== undefined) return stdoutStream
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    exitIfClosed(error)
    process.stderr.write(`nextline: ${unwritable(error).message}\n`)
    process.exit(EXIT.cannot)
  })
  stdoutStream = process.stdout
  return stdoutStream
}

/** A closed pipe (`| head`) is not an error (contract section 3). */
function exitIfClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
}

function unwritable(error: unknown): UsageFailure {
  return new UsageFailure(`cannot write the results: ${reasonOf(error)}`, 'Send them to another place.')
}

/** Writes synchronously to a file or a pipe. When the pipe is full, the stream writes the rest. */
function writeOut(text: string): void {
  if (stdoutStream !== undefined) {
    stdoutStream.write(text)
    return
  }
  const bytes = Buffer.from(text)
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(1, bytes, sent)
    } catch (error) {
      const systemError = error as NodeJS.ErrnoException
      exitIfClosed(systemError)
      if (systemError.code !== 'EAGAIN') throw unwritable(systemError)
      openStdout().write(bytes.subarray(sent))
      return
    }
  }
}

/** `NEXTLINE_CACHE`, else the system's cache folder. No cache when the variable is empty, 0, no, off or false. */
function cacheFolder(): string | undefined {
  const { NEXTLINE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env
  if (NEXTLINE_CACHE !== undefined) return isSet(NEXTLINE_CACHE) ? NEXTLINE_CACHE : undefined
  if (XDG_CACHE_HOME) return `${XDG_CACHE_HOME}/nextline`
  if (process.platform === 'win32') return LOCALAPPDATA && `${LOCALAPPDATA}/nextline`
  return HOME && `${HOME}/${process.platform === 'darwin' ? 'Library/Caches' : '.cache'}/nextline`
}

/** The settings file, where this system stores settings; undefined when no folder for it is known. */
function configFile(): string | undefined {
  const { XDG_CONFIG_HOME, APPDATA, HOME } = process.env
  if (XDG_CONFIG_HOME) return `${XDG_CONFIG_HOME}/nextline/config.yaml`
  if (process.platform === 'win32') return APPDATA && `${APPDATA}/nextline/config.yaml`
  return HOME && `${HOME}/.config/nextline/config.yaml`
}

function colorLevel(isOutTerminal: boolean): 0 | 1 | 2 | 3 {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (NO_COLOR) return 0
  if (FORCE_COLOR === undefined) return isOutTerminal ? terminalColorLevel() : 0
  if (FORCE_COLOR === '0' || FORCE_COLOR === 'false') return 0
  return FORCE_COLOR === '2' ? 2 : FORCE_COLOR === '3' ? 3 : 1
}

/** Node treats an empty NO_COLOR as set, so it is left out. */
function terminalColorLevel(): 0 | 1 | 2 | 3 {
  const { NO_COLOR: _, ...env } = process.env
  const depth = openStdout().getColorDepth(env)
  return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0
}

function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
