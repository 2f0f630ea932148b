import { nearest } from '../../text/nearest.ts'
import type { Item } from './list.ts'

/** Indexes of the items that the typed text finds: all when it is an item's number, else those that contain it. */
export function matchingItems(items: readonly Item[], typed: string): readonly number[] {
  const words = toSearchable(typed)
  const all = items.map((_, index) => index)
  if (words === '' || numbered(items, words) !== undefined) return all
  return all.filter((index) => wordsOf(items[index]).some((text) => text.includes(words)))
}

/** Fewer letters are near too many words. */
const FEWEST_LETTERS = 4

/** Indexes of the items that have a word, or the beginning of one, which is spelled nearly as the typed text. */
export function nearItems(items: readonly Item[], typed: string): readonly number[] {
  const words = toSearchable(typed)
  if (words.length < FEWEST_LETTERS) return []
  const isNear = (item: Item) => {
    const texts = wordsOf(item).flatMap((text) => [text, ...text.split(/[\s(),/:-]+/)])
    return nearest(words, [...texts, ...texts.map((text) => text.slice(0, words.length))], 1).length > 0
  }
  return items.flatMap((item, index) => (isNear(item) ? [index] : []))
}

/** The index of the choice that has this number. */
export function numbered(items: readonly Item[], words: string): number | undefined {
  const index = items.findIndex((item) => item.kind === 'choice' && String(item.number) === words)
  return index < 0 ? undefined : index
}

export function wordsOf(item: Item | undefined): readonly string[] {
  if (item === undefined) return []
  const words =
    item.kind === 'move'
      ? [item.label]
      : [item.choice.label, item.choice.value, ...(item.choice.aliases ?? [])]
  return words.map(toSearchable)
}

/** Without case and apostrophes: `can't` finds `cant`. */
export function toSearchable(text: string): string {
  return text.trim().toLowerCase().replace(/['’]/g, '')
}
