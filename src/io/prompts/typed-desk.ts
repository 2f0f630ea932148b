import { wrapAnsi } from 'fast-wrap-ansi'
import type { TerminalSignals } from '../node-signals.ts'
import type { Asked, Reply } from '../prompter.ts'
import { createLineReader } from './line-reader.ts'
import { helpLines, readTyped } from './typed-words.ts'

export type LineTerminal = {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream & { readonly columns?: number }
  /** Columns to fill at most; left out, as many as the terminal has. */
  readonly width?: number
  /** Left out in tests that send no signals. In line mode Ctrl-C is one. */
  readonly signals?: Pick<TerminalSignals, 'onInterrupt' | 'onContinue'>
}

/** What a typed line stands for: a value and how to confirm it, or what to say before asking again. */
export type Reading<T> = { readonly value: T; readonly said?: string } | { readonly why: string }

type Question<T> = {
  readonly ask: Asked
  /** How to answer, for help. */
  readonly how: readonly string[]
  readonly read: (text: string) => Reading<T>
  /** What an empty line keeps. */
  readonly keep?: T | undefined
}

export type Desk = {
  readonly say: (...lines: readonly string[]) => void
  /** Reads lines until one is an answer or a move; says of every other what to type instead. */
  readonly settle: <T>(question: Question<T>) => Promise<Reply<T>>
}

/** Says and asks in whole lines of plain text. */
export function createDesk({ input, output, width, signals }: LineTerminal): Desk {
  const nextLine = createLineReader(input, signals?.onInterrupt)
  const columns = () => Math.max(20, Math.min(output.columns ?? 80, width ?? 1000))
  const say = (...lines: readonly string[]) => {
    for (const line of lines) output.write(`${line === '' ? '' : wrapAnsi(line, columns())}\n`)
  }
  return {
    say,
    settle: async (question) => {
      for (;;) {
        output.write('Answer: ')
        const release = signals?.onContinue(() => output.write('Answer: '))
        const line = await nextLine().finally(release)
        const reply = respond(question, line, say)
        if (reply !== undefined) return reply
      }
    },
  }
}

function respond<T>(
  { ask, how, read, keep }: Question<T>,
  line: string,
  say: Desk['say'],
): Reply<T> | undefined {
  const typed = readTyped(line, ask.moves)
  if (typed.kind === 'move') return { kind: typed.move }
  if (typed.kind === 'quit') return { kind: 'quit' }
  if (typed.kind === 'help') {
    say('', ...helpLines(ask, how), '', ask.text)
    return undefined
  }
  if (typed.kind === 'not-here') {
    say(typed.why)
    return undefined
  }
  if (typed.text === '' && keep !== undefined) return { kind: 'answer', value: keep }
  const reading = read(typed.text)
  if ('why' in reading) {
    say(reading.why)
    return undefined
  }
  if (reading.said !== undefined) say(reading.said)
  return { kind: 'answer', value: reading.value }
}

/** Everything above the answers, a line each. */
export function introduce(desk: Desk, ask: Asked): void {
  desk.say(
    '',
    ...(ask.progress === undefined ? [] : [ask.progress]),
    ask.text,
    ...(ask.why === undefined ? [] : [`Why we ask: ${ask.why}`]),
    ...(ask.notes ?? []),
  )
}
