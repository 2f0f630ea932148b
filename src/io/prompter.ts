/** Prompts and replies for any terminal, independent of guides. */

/**
 * Moves between screens. `leave-open` goes on without an answer, `review` leaves all that is not asked yet open and goes
 * to the review.
 */
export const MOVES = ['back', 'forward', 'leave-open', 'review'] as const
export type Move = (typeof MOVES)[number]

/** The text above the answers. Each string is one line without control characters. */
export type PromptText = {
  /** "Question 4 of about 15" */
  readonly progress?: string
  readonly text: string
  /** Names the question on the line that remains once it is answered. */
  readonly summary?: string
  /** Why it is asked. */
  readonly why?: string
  readonly notes?: readonly string[]
  /** Shown on demand: terms explained, how an answer can be found. */
  readonly help?: readonly string[]
  /** What a screen offers in addition to its answers; quitting is always possible. */
  readonly moves?: readonly Move[]
}

export type Choice = {
  readonly value: string
  readonly label: string
  /** Other names that can be typed for it. */
  readonly aliases?: readonly string[]
  /** A heading over the answers that share it; they are adjacent. */
  readonly group?: string
  /** In a prompt for several answers: Enter takes it while nothing is ticked. */
  readonly takenByEnter?: boolean
}

export type OnePrompt = PromptText & {
  readonly choices: readonly Choice[]
  /** The answer so far. It is marked and the pointer starts there; without one nothing is preselected. */
  readonly current?: string
  /** Where the pointer starts in a menu. Never set for a question about a person. */
  readonly initial?: string
}

export type ManyPrompt = PromptText & {
  readonly choices: readonly Choice[]
  /** Values that exclude all others: choosing one clears the rest, and the other way round. */
  readonly exclusive: readonly string[]
  readonly current: readonly string[]
}

export const ROW_VALUES = ['yes', 'no', 'unsure'] as const
export type RowValue = (typeof ROW_VALUES)[number]

/** A yes/no question among related ones. Without `current` it is open; no answer is assumed. */
export type PromptRow = {
  readonly id: string
  readonly text: string
  readonly why?: string
  readonly current?: RowValue
}
export type RowsPrompt = PromptText & { readonly rows: readonly PromptRow[] }

export type LinePrompt = PromptText & { readonly initial?: string }

export type Reply<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: Move | 'quit' }

/**
 * Asks on a terminal and shows help on request. Every call rejects with Cancelled on Ctrl-C, at the end of the input
 * and when the terminal is closed. Call it only when `io.canPrompt()`.
 */
export type Prompter = {
  /** How to answer, move and stop, for a welcome. */
  readonly howTo: readonly string[]
  readonly chooseOne: (prompt: OnePrompt) => Promise<Reply<string>>
  readonly chooseMany: (prompt: ManyPrompt) => Promise<Reply<readonly string[]>>
  /** Values by row id; a row that stays open is missing. */
  readonly chooseRows: (prompt: RowsPrompt) => Promise<Reply<Readonly<Record<string, RowValue>>>>
  readonly confirm: (prompt: PromptText) => Promise<Reply<boolean>>
  /** One line of text, trimmed; never empty. */
  readonly line: (prompt: LinePrompt) => Promise<Reply<string>>
}
