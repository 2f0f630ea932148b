import type { Move, Reply } from '../prompter.ts'

/** A key press as node:readline names it; printable keys arrive as the text typed so far. */
export type Key = { readonly name?: string | undefined; readonly ctrl?: boolean }

/** Size and text styles of the terminal, read at every key press and redraw. */
export type PromptStyle = {
  readonly width: number
  readonly height: number
  readonly unicode: boolean
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly pointed: (text: string) => string
  readonly alert: (text: string) => string
}

export type KeyResult<S, T> =
  | { readonly kind: 'stay'; readonly state: S }
  | { readonly kind: 'done'; readonly reply: Reply<T>; readonly answerText: string }

/**
 * One prompt as pure functions over a state: what a key does to it and how it is drawn. inquirer-prompter.ts runs it.
 */
export type Widget<S extends { readonly typed: string }, T> = {
  readonly start: S
  /**
   * `typed` is the input line after the key; the new state's `typed` replaces it. `style` is the one that the screen
   * was drawn with.
   */
  readonly press: (state: S, key: Key, typed: string, style: PromptStyle) => KeyResult<S, T>
  /** Lines no wider than `width`, at most `height - 2` of them. */
  readonly draw: (state: S, style: PromptStyle) => readonly string[]
  /** Starts the line that remains on the screen once it is answered. */
  readonly summary: string
}

export function stay<S>(state: S) {
  return { kind: 'stay', state } as const
}

/** What the line of an answered question says of a move. */
const MOVE_SUMMARIES: Readonly<Record<Move, string>> = {
  back: 'back',
  forward: 'as it is',
  'leave-open': 'left open',
  review: 'to the review',
}

export function moveTo(move: Move) {
  return { kind: 'done', reply: { kind: move }, answerText: MOVE_SUMMARIES[move] } as const
}

export function answered<T>(value: T, answerText: string) {
  return { kind: 'done', reply: { kind: 'answer', value }, answerText } as const
}

export type MoveTexts = readonly (readonly [Move, string])[]

/** The texts of the moves that a screen offers. */
export function offeredTexts(texts: MoveTexts, moves: readonly Move[] = []): readonly string[] {
  return texts.filter(([move]) => moves.includes(move)).map(([, text]) => text)
}
