import { wrapAnsi } from 'fast-wrap-ansi'
import type { TerminalSignals } from '../node-signals.ts'
import type { PromptText, Reply } from '../prompter.ts'
import { createLineReader } from './line-reader.ts'
import { helpLines, readTyped } from './typed-commands.ts'

export type LineTerminal = {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream & { readonly columns?: number }
  /** Columns to fill at most; left out, as many as the terminal has. */
  readonly width?: number
  /** In line mode Ctrl-C arrives as a signal. Left out in tests that send none. */
  readonly signals?: Pick<TerminalSignals, 'onInterrupt' | 'onContinue'>
}

/** How a typed line was read: a value and its confirmation, or why it is not an answer. */
export type Reading<T> = { readonly value: T; readonly confirmation?: string } | { readonly why: string }

type LineQuestion<T> = {
  readonly prompt: PromptText
  /** How to answer, for help. */
  readonly instructions: readonly string[]
  readonly read: (text: string) => Reading<T>
  /** The value of an empty line. */
  readonly onEmptyLine?: T | undefined
}

export type LineDialog = {
  readonly say: (...lines: readonly string[]) => void
  /** Reads lines until one is an answer or a move; explains every other line. */
  readonly readAnswer: <T>(question: LineQuestion<T>) => Promise<Reply<T>>
}

/** A dialog in whole lines of plain text. */
export function createLineDialog({ input, output, width, signals }: LineTerminal): LineDialog {
  const nextLine = createLineReader(input, signals?.onInterrupt)
  const columns = () => Math.max(20, Math.min(output.columns ?? 80, width ?? 1000))
  const say = (...lines: readonly string[]) => {
    for (const line of lines) output.write(`${line === '' ? '' : wrapAnsi(line, columns())}\n`)
  }
  return {
    say,
    readAnswer: async (question) => {
      for (;;) {
        // Reading begins before the prompt shows, so that a signal right after it is handled.
        const typed = nextLine()
        const release = signals?.onContinue(() => output.write('Answer: '))
        output.write('Answer: ')
        const reply = respond(question, await typed.finally(release), say)
        if (reply !== undefined) return reply
      }
    },
  }
}

function respond<T>(
  { prompt, instructions, read, onEmptyLine }: LineQuestion<T>,
  line: string,
  say: LineDialog['say'],
): Reply<T> | undefined {
  const typed = readTyped(line, prompt.moves)
  if (typed.kind === 'move') return { kind: typed.move }
  if (typed.kind === 'quit') return { kind: 'quit' }
  if (typed.kind === 'help') {
    say('', ...helpLines(prompt, instructions), '', prompt.text)
    return undefined
  }
  if (typed.kind === 'not-here') {
    say(typed.why)
    return undefined
  }
  if (typed.text === '' && onEmptyLine !== undefined) return { kind: 'answer', value: onEmptyLine }
  const reading = read(typed.text)
  if ('why' in reading) {
    say(reading.why)
    return undefined
  }
  if (reading.confirmation !== undefined) say(reading.confirmation)
  return { kind: 'answer', value: reading.value }
}

/** Prints the text above the answers. */
export function introduce(dialog: LineDialog, prompt: PromptText): void {
  dialog.say(
    '',
    ...(prompt.progress === undefined ? [] : [prompt.progress]),
    prompt.text,
    ...(prompt.why === undefined ? [] : [`Why we ask: ${prompt.why}`]),
    ...(prompt.notes ?? []),
  )
}
