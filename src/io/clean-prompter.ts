import { cleanText } from '../text/clean-text.ts'
import type { Prompter, PromptText } from './prompter.ts'

/** Wraps a prompter and cleans every text: guides and typed names may have control characters. */
export function cleanPrompter(prompter: Prompter): Prompter {
  return {
    howTo: prompter.howTo.map(cleanText),
    chooseOne: (prompt) => prompter.chooseOne(cleanPrompt(prompt)),
    chooseMany: (prompt) => prompter.chooseMany(cleanPrompt(prompt)),
    chooseRows: (prompt) => prompter.chooseRows(cleanPrompt(prompt)),
    confirm: (prompt) => prompter.confirm(cleanPrompt(prompt)),
    line: (prompt) => prompter.line(cleanPrompt(prompt)),
  }
}

function cleanPrompt<A extends PromptText>(prompt: A): A {
  return cleanStrings(prompt) as A
}

/** Ids are compared and never shown, so they stay as they are. */
const NOT_SHOWN = ['value', 'id', 'current', 'initial', 'exclusive']

function cleanStrings(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanStrings)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, NOT_SHOWN.includes(key) ? inner : cleanStrings(inner)]),
  )
}
