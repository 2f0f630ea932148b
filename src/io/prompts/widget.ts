import type { Reply } from '../prompter.ts'

/** A key press as node:readline names it; printable keys arrive as the text typed so far. */
export type Key = { readonly name?: string | undefined; readonly ctrl?: boolean; readonly shift?: boolean }

/** How the terminal looks at this moment. */
export type Look = {
  readonly width: number
  readonly height: number
  readonly unicode: boolean
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly pointed: (text: string) => string
  readonly alert: (text: string) => string
}

export type Outcome<S, T> =
  | { readonly kind: 'stay'; readonly state: S }
  | { readonly kind: 'done'; readonly reply: Reply<T>; readonly said: string }

/**
 * One prompt as pure data and functions: a state, what a key does to it, how it is drawn. The adapter of the prompt
 * library runs it.
 */
export type Widget<S extends { readonly typed: string }, T> = {
  readonly start: S
  /**
   * `typed` is the input line after the key. What the new state's `typed` says is put back on the line. `look` is how
   * the screen was drawn when the key was pressed.
   */
  readonly press: (state: S, key: Key, typed: string, look: Look) => Outcome<S, T>
  /** Lines of at most the width and, together, at most the height less two. */
  readonly draw: (state: S, look: Look) => readonly string[]
  /** What is left on the screen once it is answered stands after this. */
  readonly short: string
}

export function stay<S>(state: S): { readonly kind: 'stay'; readonly state: S } {
  return { kind: 'stay', state }
}

const MOVE_SAID = {
  back: 'back',
  forward: 'as it is',
  'leave-open': 'left open',
  review: 'to the review',
} as const
export type Move = keyof typeof MOVE_SAID

export function moveTo(move: Move) {
  return { kind: 'done', reply: { kind: move }, said: MOVE_SAID[move] } as const
}

export function answered<T>(value: T, said: string) {
  return { kind: 'done', reply: { kind: 'answer', value }, said } as const
}
