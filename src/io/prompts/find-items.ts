import { nearest } from '../../text/nearest.ts'
import type { Choice } from '../prompter.ts'
import type { Item } from './list.ts'

/**
 * Indexes of the items that the typed text finds: all when it is an item's number; for another number those that have
 * it as a name, so that 18 is not found in "Under 18"; else those that contain it.
 */
export function matchingItems(items: readonly Item[], typed: string): readonly number[] {
  const words = toSearchable(typed)
  const all = items.map((_, index) => index)
  if (words === '' || indexOfNumber(items, words) !== undefined) return all
  const named = /^\d+$/.test(words) ? all.filter((index) => wordsOf(items[index]).includes(words)) : []
  if (named.length > 0) return named
  return all.filter((index) => wordsOf(items[index]).some((text) => text.includes(words)))
}

/** Shorter texts are similar to too many words. */
const FEWEST_LETTERS = 4

/** Indexes of the items that are spelled nearly as the typed text. */
export function nearItems(items: readonly Item[], typed: string): readonly number[] {
  return items.flatMap((item, index) => (isNear(wordsOf(item), typed) ? [index] : []))
}

/** The choices that are spelled nearly as the typed text. */
export function nearChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  return choices.filter((choice) => isNear(wordsOfChoice(choice), typed))
}

/** Whether a word of a text, or the beginning of one, is spelled nearly as what is typed. */
function isNear(texts: readonly string[], typed: string): boolean {
  const words = toSearchable(typed)
  if (words.length < FEWEST_LETTERS) return false
  const parts = texts.flatMap((text) => [text, ...text.split(/[\s(),/:-]+/)])
  return nearest(words, [...parts, ...parts.map((part) => part.slice(0, words.length))], 1).length > 0
}

/** The index of the choice that has this number. */
export function indexOfNumber(items: readonly Item[], words: string): number | undefined {
  const index = items.findIndex((item) => item.kind === 'choice' && String(item.number) === words)
  return index < 0 ? undefined : index
}

export function wordsOf(item: Item | undefined): readonly string[] {
  if (item === undefined) return []
  return item.kind === 'move' ? [toSearchable(item.label)] : wordsOfChoice(item.choice)
}

function wordsOfChoice({ label, value, aliases = [] }: Choice): readonly string[] {
  return [label, value, ...aliases].map(toSearchable)
}

/** Without case and apostrophes: `can't` finds `cant`. */
export function toSearchable(text: string): string {
  return text.trim().toLowerCase().replace(/['’]/g, '')
}
