import type { TreatmentOption } from '../../core/model.ts'
import { inSentence } from './labels.ts'

/** The name of an option in lists and on cards. */
export function shortTitle(option: TreatmentOption): string {
  return option.shortTitle ?? option.title
}

/** The short name inside a sentence. */
export function inlineName(option: TreatmentOption): string {
  return inSentence(shortTitle(option))
}

export function optionNames(options: readonly TreatmentOption[]): string {
  return options.map(inlineName).join(', ')
}

/** The first sentence of a text, whole. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+\p{Lu}|$)/su.exec(text.trim())?.[0] ?? text
}

/** Texts without repeats, ignoring case. */
export function distinct(texts: readonly string[]): readonly string[] {
  const folded = texts.map((text) => text.toLowerCase())
  return texts.filter((text, index) => folded.indexOf(text.toLowerCase()) === index)
}
