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
 * Prompts with arrow keys, drawn in place: our own screens in inquirer's prompt module, and its ready prompts for a line
 * of text and for yes or no. Rejects with Cancelled on Ctrl-C, Ctrl-D, the end of the input and a closed terminal.
 */
export function createInquirerPrompter(terminal: PromptTerminal): Prompter {
  const run = <S extends { readonly typed: string }, T>(widget: Widget<S, T>): Promise<Reply<T>> =>
    ask(terminal, { type: SCREEN }, (closed) => screenPrompt(widget, { terminal, closed }))
  return {
    howTo: [
      'Move with the arrow keys, or type a number or some letters of an answer. Enter accepts it.',
      'Arrow left goes back, arrow right goes forward again. "Not sure" is always a good answer.',
      'The key ? explains words and says how to find an answer. Ctrl+C stops.',
    ],
    chooseOne: (prompt) => run(chooseOneWidget(prompt)),
    chooseMany: (prompt) => run(chooseManyWidget(prompt)),
    chooseRows: (prompt) => run(chooseRowsWidget(prompt)),
    confirm: (prompt) => confirm(terminal, prompt),
    line: (prompt) => typeLine(terminal, prompt),
  }
}

/** Enter alone is a no. */
async function confirm(terminal: PromptTerminal, { text }: PromptText): Promise<Reply<boolean>> {
  const question = { type: 'confirm', message: text, default: false, theme: readyTheme(terminal) }
  return { kind: 'answer', value: await ask(terminal, question) }
}

/** Esc goes back, if the prompt allows it. */
async function typeLine(
  terminal: PromptTerminal,
  { text, initial, moves }: LinePrompt,
): Promise<Reply<string>> {
  const canGoBack = moves?.includes('back') === true
  const goBack = new AbortController()
  const onKey = (_: unknown, key?: { readonly name?: string }) => {
    if (canGoBack && key?.name === 'escape') goBack.abort()
  }
  terminal.input.on('keypress', onKey)
  try {
    const question = {
      type: 'input',
      message: canGoBack ? `${text} (Esc goes back)` : text,
      default: initial,
      prefill: 'editable',
      theme: readyTheme(terminal),
      validate: (typed: string) => typed.trim() !== '' || 'Type something first.',
    }
    const typed = await ask<string>(terminal, question, undefined, goBack.signal)
    return { kind: 'answer', value: typed.trim() }
  } catch (error) {
    if (goBack.signal.aborted) return { kind: 'back' }
    throw error
  } finally {
    terminal.input.removeListener('keypress', onKey)
  }
}

/** The name under which inquirer knows our own screens. */
const SCREEN = 'screen'

type ScreenQuestion<T> = (config: Record<string, never>, context: object) => Promise<T>

/**
 * Asks one question with inquirer's prompt module.
 * @param screen what is drawn for a question of the type SCREEN
 * @param goBack ends the question without an answer
 */
async function ask<T>(
  { input, output, signals }: PromptTerminal,
  question: object,
  screen?: (closed: AbortController) => ScreenQuestion<T>,
  goBack?: AbortSignal,
): Promise<T> {
  if (!input.readable) throw new Cancelled()
  const closed = new AbortController()
  const close = () => closed.abort()
  for (const event of ['end', 'close', 'error']) input.once(event, close)
  goBack?.addEventListener('abort', close)
  const release = signals?.onInterrupt(close)
  const prompt = createPromptModule({ input, output, signal: closed.signal })
  const screenQuestion = screen?.(closed)
  // Ctrl-D closes the reader of a ready prompt, which then waits for ever.
  const onCtrlD = (_: unknown, key?: Key) => {
    if (screenQuestion === undefined && key?.ctrl === true && key.name === 'd') close()
  }
  input.on('keypress', onCtrlD)
  if (screenQuestion !== undefined)
    prompt.registerPrompt(SCREEN, (_, context) => screenQuestion({}, context ?? {}))
  const askAll = prompt as unknown as (questions: readonly object[]) => Promise<{ readonly reply: T }>
  try {
    return (await askAll([{ ...question, name: 'reply' }])).reply
  } catch (error) {
    if (isCancel(error)) throw new Cancelled()
    throw error
  } finally {
    for (const event of ['end', 'close', 'error']) input.removeListener(event, close)
    input.removeListener('keypress', onCtrlD)
    release?.()
  }
}

function isCancel(error: unknown): boolean {
  return [ExitPromptError, AbortPromptError, CancelPromptError].some((kind) => error instanceof kind)
}
