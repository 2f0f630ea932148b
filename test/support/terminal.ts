import { resolve } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { createScreen } from './screen.ts'

type StartOptions = {
  readonly cols?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** A shell command that runs on the same terminal afterwards. */
  readonly after?: string
}

/** Milliseconds: longer than any step of a walk takes on a busy machine. */
const MOST_MILLISECONDS = 40_000

/** Runs `nextline` with these arguments in a real terminal, in an environment of its own, and reads its screen. */
export function start(args: readonly string[], { after, ...options }: StartOptions = {}) {
  const script = resolve('bin/nextline.js')
  const shell = `trap : INT; "$0" "$@"; code=$?; ${after}; exit $code`
  return after === undefined
    ? startProgram(process.execPath, [script, ...args], options)
    : startProgram('/bin/sh', ['-c', shell, process.execPath, script, ...args], options)
}

/** A shell with job control, whose prompt is `$ `; `$NEXTLINE` runs the program. */
export function startShell(options: Omit<StartOptions, 'after'> = {}) {
  const NEXTLINE = `${process.execPath} ${resolve('bin/nextline.js')}`
  const env = { ...options.env, PS1: '$ ', HISTFILE: '', NEXTLINE, BASH_SILENCE_DEPRECATION_WARNING: '1' }
  return startProgram('/bin/bash', ['--norc', '--noprofile', '-i'], { ...options, env })
}

function startProgram(file: string, argv: readonly string[], options: Omit<StartOptions, 'after'>) {
  const { cols = 80, rows = 24, env = {}, cwd = process.cwd() } = options
  const screen = createScreen(cols, rows)
  const program = spawn(file, [...argv], {
    name: env.TERM ?? 'xterm-256color',
    cols,
    rows,
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, LANG: 'C.UTF-8', LESSHISTFILE: '-', ...env },
  })
  let bytes = ''
  let sent = 0
  let checks: readonly (() => void)[] = []
  const check = () => {
    for (const each of checks) each()
  }
  let ended: { readonly exitCode: number; readonly signal: number } | undefined
  program.onData((data) => {
    bytes += data
    screen.write(data, check)
  })
  program.onExit(({ exitCode, signal = 0 }) => {
    // What was written last may still be on its way to the screen.
    screen.write('', () => {
      ended = { exitCode, signal }
      check()
    })
  })

  const until = <T>(what: string, found: () => T | undefined) =>
    new Promise<T>((done, fail) => {
      const stop = () => {
        checks = checks.filter((each) => each !== attempt)
        clearTimeout(timer)
      }
      const failed = (why: string) => {
        stop()
        fail(new Error(`${why} while waiting for ${what}. The screen was:\n${screen.all()}`))
      }
      const attempt = () => {
        const result = found()
        if (result !== undefined) {
          stop()
          done(result)
        } else if (ended !== undefined) failed(`nextline ended with ${ended.exitCode}`)
      }
      const timer = setTimeout(() => failed('time ran out'), MOST_MILLISECONDS)
      checks = [...checks, attempt]
      attempt()
    })

  /** The window as one run of words, when it holds all of these. */
  const seen = (wanted: readonly (string | RegExp)[]) => {
    const words = screen.window().replace(/\s+/g, ' ')
    const holds = (want: string | RegExp) =>
      typeof want === 'string' ? words.includes(want) : want.test(words)
    return wanted.every(holds) ? words : undefined
  }

  return {
    /** Waits until a question with all these words is drawn to its end and waits for keys. Gives the words in sight. */
    waitForPrompt: (...wanted: readonly (string | RegExp)[]) =>
      until(`a prompt with ${wanted.join(' and ')}`, () =>
        /\n>[^\n]*$/.test(screen.window()) ? seen(wanted) : undefined,
      ),
    /** Waits until a text was written since the last keys: for output that is never redrawn. */
    waitForNew: (text: string) => until(text, () => (bytes.slice(sent).includes(text) ? true : undefined)),
    /** Waits until the screen has drawn what was read. */
    drawn: () => new Promise<void>((done) => screen.write('', done)),
    keys: (...keys: readonly string[]) => {
      sent = bytes.length
      program.write(keys.join(''))
    },
    resize: (columns: number, lines: number) => {
      screen.resize(columns, lines)
      program.resize(columns, lines)
    },
    pid: program.pid,
    kill: (signal: 'SIGHUP' | 'SIGKILL') => program.kill(signal),
    /** The lines in the window. */
    screen: screen.window,
    /** Everything that was shown, what has scrolled away included. */
    all: screen.all,
    bytes: () => bytes,
    links: screen.links,
    exit: () => until('the end', () => ended),
  }
}
