import type {
  Choice,
  ManyPrompt,
  Move,
  OnePrompt,
  Prompter,
  PromptText,
  Reply,
  RowsPrompt,
  RowValue,
} from '../../src/io/prompter.ts'

/** What a question's text must hold, and what a person does: choose, move, or be interrupted by an error. */
export type Scripted = readonly [
  asked: string,
  reply:
    | string
    | boolean
    | readonly string[]
    | Readonly<Record<string, RowValue>>
    | { readonly move: Move | 'quit' }
    | Error,
]

export type ScriptedPrompter = Prompter & {
  /** Every question that was asked, in order. */
  readonly asked: readonly (PromptText & {
    readonly choices?: readonly Choice[]
    readonly current?: unknown
    readonly rows?: RowsPrompt['rows']
  })[]
  /** Scripted replies that nobody asked for. */
  readonly left: () => readonly Scripted[]
}

/**
 * A prompter that answers from a script. Fails when another question is asked than the script expects, when the
 * answer is not among the choices, when the move is not offered, and when the script is at its end.
 */
export function scriptedPrompter(script: readonly Scripted[]): ScriptedPrompter {
  const asked: ScriptedPrompter['asked'][number][] = []
  let position = 0
  const next = async <T>(ask: PromptText): Promise<Reply<T>> => {
    asked.push(ask)
    const step = script[position]
    if (step === undefined) throw new Error(`asked "${ask.text}" after the end of the script`)
    const [text, reply] = step
    if (!ask.text.includes(text)) throw new Error(`asked "${ask.text}", the script expects "${text}"`)
    position += 1
    if (reply instanceof Error) throw reply
    if (typeof reply === 'object' && !Array.isArray(reply) && isMove(reply)) {
      requireOffered(ask, reply.move)
      return { kind: reply.move }
    }
    return { kind: 'answer', value: reply as T }
  }
  const chosen = async <T extends string | readonly string[]>(
    ask: OnePrompt | ManyPrompt,
  ): Promise<Reply<T>> => {
    const reply = await next<T>(ask)
    const values =
      reply.kind !== 'answer' ? [] : typeof reply.value === 'string' ? [reply.value] : reply.value
    for (const value of values) {
      if (!ask.choices.some((choice) => choice.value === value)) {
        throw new Error(`"${ask.text}" has no answer ${value}`)
      }
    }
    return reply
  }
  return {
    asked,
    left: () => script.slice(position),
    howTo: ['Answer from the script.'],
    chooseOne: (ask) => chosen<string>(ask),
    chooseMany: (ask) => chosen<readonly string[]>(ask),
    chooseRows: (ask) => next(ask),
    confirm: (ask) => next(ask),
    line: (ask) => next(ask),
  }
}

function isMove(reply: object): reply is { readonly move: Move | 'quit' } {
  return 'move' in reply
}

function requireOffered(ask: PromptText, move: Move | 'quit'): void {
  if (move !== 'quit' && !ask.moves?.includes(move)) throw new Error(`"${ask.text}" does not offer ${move}`)
}
