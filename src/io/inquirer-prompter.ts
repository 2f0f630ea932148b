import { AbortPromptError, CancelPromptError, ExitPromptError } from '@inquirer/core'
import { createPromptModule } from 'inquirer'
import { Cancelled } from './failure.ts'
import type { LinePrompt, Prompter, PromptText, Reply } from './prompter.ts'
import { chooseManyWidget } from './prompts/choose-many.ts'
import { chooseOneWidget } from './prompts/choose-one.ts'
import { chooseRowsWidget } from './prompts/choose-rows.ts'
import { readyTheme } from './prompts/ready-theme.ts'
import { type PromptTerminal, screenPrompt } from './prompts/screen-prompt.ts'
import type { Key, Widget } from './prompts/widget.ts'

/**
 * Prompts with arrow keys, drawn in place: inquirer's prompt module with our own screens registered in it, and its ready
 * prompts for a line of text and for a yes. Rejects with Cancelled on Ctrl-C, Ctrl-D, the end of
 * the input and a closed terminal (the library alone would wait for ever at the end of the input).
 */
export function createInquirerPrompter(terminal: PromptTerminal): Prompter {
  const run = <S extends { readonly typed: string }, T>(widget: Widget<S, T>) => runWidget(terminal, widget)
  const chooseOne: Prompter['chooseOne'] = (prompt) => run(chooseOneWidget(prompt))
  return {
    howTo: [
      'Move with the arrow keys, or type a number or some letters of an answer. Enter accepts it.',
      'Arrow left goes back, arrow right goes forward again. "Not sure" is always a good answer.',
      'The key ? explains words and says how to find an answer. Ctrl+C stops.',
    ],
    chooseOne,
    chooseMany: (prompt) => run(chooseManyWidget(prompt)),
    chooseRows: (prompt) => run(chooseRowsWidget(prompt)),
    confirm: (prompt) => confirm(terminal, prompt),
    line: (prompt) => typeLine(terminal, prompt),
  }
}

function runWidget<S extends { readonly typed: string }, T>(
  terminal: PromptTerminal,
  widget: Widget<S, T>,
): Promise<Reply<T>> {
  return ask(terminal, { type: SCREEN }, (closed) => screenPrompt(widget, { terminal, closed }))
}

/** Enter alone is a no. */
async function confirm(terminal: PromptTerminal, { text }: PromptText): Promise<Reply<boolean>> {
  const theme = readyTheme(terminal)
  return {
    kind: 'answer',
    value: await ask(terminal, { type: 'confirm', message: text, default: false, theme }),
  }
}

/** Esc goes back, if the prompt allows it. */
async function typeLine(
  terminal: PromptTerminal,
  { text, initial, moves }: LinePrompt,
): Promise<Reply<string>> {
  const canGoBack = moves?.back === true
  const left = new AbortController()
  const watch = (_: unknown, key?: { readonly name?: string }) => {
    if (canGoBack && key?.name === 'escape') left.abort()
  }
  terminal.input.on('keypress', watch)
  try {
    const question = {
      type: 'input',
      message: canGoBack ? `${text} (Esc goes back)` : text,
      default: initial,
      prefill: 'editable',
      theme: readyTheme(terminal),
      validate: (typed: string) => typed.trim() !== '' || 'Type something first.',
    }
    const typed = await ask<string>(terminal, question, undefined, left.signal)
    return { kind: 'answer', value: typed.trim() }
  } catch (error) {
    if (left.signal.aborted) return { kind: 'back' }
    throw error
  } finally {
    terminal.input.removeListener('keypress', watch)
  }
}

/** The name under which inquirer knows our own screens. */
const SCREEN = 'screen'

type DrawnPrompt<T> = (config: Record<string, never>, context: object) => Promise<T>

/**
 * Asks one question with inquirer's prompt module.
 * @param screen what is drawn for a question of the type SCREEN
 * @param left ends the question when the person goes elsewhere
 */
async function ask<T>(
  { input, output, signals }: PromptTerminal,
  question: object,
  screen?: (closed: AbortController) => DrawnPrompt<T>,
  left?: AbortSignal,
): Promise<T> {
  if (!input.readable) throw new Cancelled()
  const closed = new AbortController()
  const close = () => closed.abort()
  for (const event of ['end', 'close', 'error']) input.once(event, close)
  left?.addEventListener('abort', close)
  const release = signals?.onInterrupt(close)
  const prompt = createPromptModule({ input, output, signal: closed.signal })
  const drawn = screen?.(closed)
  // Ctrl-D closes the reader of a ready prompt, which then waits for ever.
  const endOfInput = (_: unknown, key?: Key) => {
    if (drawn === undefined && key?.ctrl === true && key.name === 'd') close()
  }
  input.on('keypress', endOfInput)
  if (drawn !== undefined) prompt.registerPrompt(SCREEN, (_, context) => drawn({}, context ?? {}))
  const asked = prompt as unknown as (questions: readonly object[]) => Promise<{ readonly reply: T }>
  try {
    return (await asked([{ ...question, name: 'reply' }])).reply
  } catch (error) {
    if (isCancel(error)) throw new Cancelled()
    throw error
  } finally {
    for (const event of ['end', 'close', 'error']) input.removeListener(event, close)
    input.removeListener('keypress', endOfInput)
    release?.()
  }
}

function isCancel(error: unknown): boolean {
  return [ExitPromptError, AbortPromptError, CancelPromptError].some((kind) => error instanceof kind)
}
