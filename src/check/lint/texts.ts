import { type GuidePiece, guidePieces, type Voice } from '../../core/guide-pieces.ts'
import { cached } from '../../core/memo.ts'
import type { Guide } from '../../core/model.ts'

/** The place of a text: a file of the guide's folder, and the path of keys and indexes in it. */
export type TextPlace = { readonly file: string; readonly path: readonly (string | number)[] }

export type GuideText = TextPlace & { readonly text: string; readonly voice: Voice }

/** Every text that is shown to people, with its place. Titles, names and citations are not texts. */
export function textsOf(guide: Guide): readonly GuideText[] {
  return guidePieces(guide).flatMap(placedTexts)
}

/** Pieces of an option that did not change are the same objects again. */
const placedTexts = cached(({ file, path, texts }: GuidePiece): readonly GuideText[] =>
  texts.map(({ text, voice, path: inside }) => ({ text, voice, file, path: [...path, ...inside] })),
)
