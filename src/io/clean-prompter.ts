import { cleanText } from '../text/clean-text.ts'
import type { Asked, Prompter } from './prompter.ts'

/** The same prompter, with everything that it shows cleaned: titles and answers come from a guide, names from a person. */
export function cleanPrompter(prompter: Prompter): Prompter {
  return {
    howTo: prompter.howTo.map(cleanText),
    chooseOne: (ask) => prompter.chooseOne(cleanAsk(ask)),
    chooseMany: (ask) => prompter.chooseMany(cleanAsk(ask)),
    chooseRows: (ask) => prompter.chooseRows(cleanAsk(ask)),
    confirm: (ask) => prompter.confirm(cleanAsk(ask)),
    line: (ask) => prompter.line(cleanAsk(ask)),
  }
}

function cleanAsk<A extends Asked>(ask: A): A {
  return cleanStrings(ask) as A
}

/** Ids are left as they are: they are compared, and never shown. */
const NOT_SHOWN = ['value', 'id', 'given', 'initial']

function cleanStrings(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanStrings)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, NOT_SHOWN.includes(key) ? inner : cleanStrings(inner)]),
  )
}
