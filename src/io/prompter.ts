/** Asking a person: what a question holds and what may come back, whatever the terminal. No words of a guide here. */

/** Moves that a screen offers beside its answers. Quitting is always possible. */
export type Moves = {
  readonly back?: boolean
  readonly forward?: boolean
  /** Leave the question open without an answer. */
  readonly leaveOpen?: boolean
  /** Leave all that is not asked yet open, and go to the review. */
  readonly review?: boolean
}

/** What stands above the answers. All texts are clean: one line each, no control characters. */
export type Asked = {
  /** "Question 4 of about 15" */
  readonly progress?: string
  readonly text: string
  /** A few words that stand for the question once it is answered. */
  readonly short?: string
  /** Why it is asked. */
  readonly why?: string
  readonly notes?: readonly string[]
  /** Shown on demand: terms explained, how an answer can be found. */
  readonly help?: readonly string[]
  readonly moves?: Moves
}

export type Choice = {
  readonly value: string
  readonly label: string
  /** Other words that find it when they are typed. */
  readonly also?: readonly string[]
  /** A heading over the answers that share it; they stand together. */
  readonly group?: string
  /** Among several: Enter takes it at once while nothing else is ticked. */
  readonly atOnce?: boolean
}

export type AskOne = Asked & {
  readonly choices: readonly Choice[]
  /** The answer so far: marked, and where the pointer starts. Without one nothing is chosen beforehand. */
  readonly given?: string
  /** Where the pointer starts in a menu; a question about a person has none. */
  readonly pointAt?: string
}

export type AskMany = Asked & {
  readonly choices: readonly Choice[]
  /** Values that stand alone: choosing one clears the others, and the other way round. */
  readonly alone: readonly string[]
  readonly given: readonly string[]
}

export const ROW_VALUES = ['yes', 'no', 'unsure'] as const
export type RowValue = (typeof ROW_VALUES)[number]

/** A yes/no question among related ones. Without `given` it is open; nothing is assumed. */
export type Row = {
  readonly id: string
  readonly text: string
  readonly why?: string
  readonly given?: RowValue
}
export type AskRows = Asked & { readonly rows: readonly Row[] }

export type AskLine = Asked & { readonly initial?: string }

export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' | 'forward' | 'leave-open' | 'review' | 'quit' }

/**
 * Asks on a terminal. Every call rejects with Cancelled on Ctrl-C, at the end of the input and when the terminal is
 * closed. Help is shown by the prompter itself. Never call it unless `io.canPrompt`.
 */
export type Prompter = {
  /** How to answer, move and stop, for a welcome. */
  readonly howTo: readonly string[]
  readonly chooseOne: (ask: AskOne) => Promise<Reply<string>>
  readonly chooseMany: (ask: AskMany) => Promise<Reply<readonly string[]>>
  /** Values by row id; a row that stays open is missing. */
  readonly chooseRows: (ask: AskRows) => Promise<Reply<Readonly<Record<string, RowValue>>>>
  readonly confirm: (ask: Asked) => Promise<Reply<boolean>>
  /** One line of text, trimmed; never empty. */
  readonly line: (ask: AskLine) => Promise<Reply<string>>
}

/** `confirm` as a choice between yes and no. */
export function confirmBy(chooseOne: Prompter['chooseOne']): Prompter['confirm'] {
  return async (ask) => {
    const reply = await chooseOne({
      ...ask,
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    })
    return reply.kind === 'answer' ? { kind: 'answer', value: reply.value === 'yes' } : reply
  }
}
