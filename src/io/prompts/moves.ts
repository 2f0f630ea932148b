import type { Move } from '../prompter.ts'

export type MoveTexts = readonly (readonly [Move, string])[]

/** The texts of the moves that a screen offers. */
export function offeredTexts(texts: MoveTexts, moves: readonly Move[] = []): readonly string[] {
  return texts.filter(([move]) => moves.includes(move)).map(([, text]) => text)
}
