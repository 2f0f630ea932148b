import { didYouMean } from '../../text/nearest.ts'
import type { Choice, Move, PromptText } from '../prompter.ts'
import { nearChoices } from './find-items.ts'
import { type MoveTexts, offeredTexts } from './widget.ts'

/** A typed line: a command of every question, or text to read as an answer. */
export type TypedLine =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'not-here'; readonly why: string }
  | { readonly kind: 'text'; readonly text: string }

const COMMANDS: Readonly<Record<string, Move | 'help' | 'quit'>> = {
  b: 'back',
  back: 'back',
  f: 'forward',
  forward: 'forward',
  s: 'leave-open',
  skip: 'leave-open',
  r: 'review',
  review: 'review',
  '?': 'help',
  h: 'help',
  help: 'help',
  q: 'quit',
  quit: 'quit',
}

const NOT_HERE: Readonly<Record<Move, string>> = {
  back: 'There is nothing to go back to here.',
  forward: 'You can go forward once this has an answer.',
  'leave-open': 'This one cannot be left open. You can answer: not sure.',
  review: 'The review is not open from here.',
}

/** Reads the commands that every question knows; anything else is text. */
export function readTyped(line: string, moves: readonly Move[] = []): TypedLine {
  const text = line.trim()
  const word = COMMANDS[text.toLowerCase()]
  if (word === undefined) return { kind: 'text', text }
  if (word === 'help') return { kind: 'help' }
  if (word === 'quit') return { kind: 'quit' }
  return moves.includes(word) ? { kind: 'move', move: word } : { kind: 'not-here', why: NOT_HERE[word] }
}

export type ChoiceMatch<C extends Choice = Choice> =
  | { readonly kind: 'found'; readonly choice: C }
  | { readonly kind: 'missed'; readonly why: string }

/** Finds a choice by its number, its label, one of its aliases, or the unique beginning of its label. */
export function findChoice<C extends Choice>(choices: readonly C[], text: string): ChoiceMatch<C> {
  const byNumber = /^\d+$/.test(text) ? choices[Number(text) - 1] : undefined
  if (byNumber !== undefined) return { kind: 'found', choice: byNumber }
  const words = text.toLowerCase()
  const exact = choices.find((choice) =>
    [choice.label, choice.value, ...(choice.aliases ?? [])].some((each) => each.toLowerCase() === words),
  )
  if (exact !== undefined) return { kind: 'found', choice: exact }
  const beginning = choices.filter((choice) => choice.label.toLowerCase().startsWith(words))
  const [only, ...others] = beginning
  if (only === undefined) {
    const near = nearChoices(choices, text).map(({ label }) => label)
    return missed(`"${text}" is none of the answers.${didYouMean(near.slice(0, MOST_NEAR))}`)
  }
  if (others.length === 0) return { kind: 'found', choice: only }
  return missed(`"${text}" fits ${beginning.map((choice) => choices.indexOf(choice) + 1).join(' and ')}.`)
}

const MOST_NEAR = 3

function missed(why: string): { readonly kind: 'missed'; readonly why: string } {
  return { kind: 'missed', why }
}

const MOVE_COMMANDS: MoveTexts = [
  ['back', 'b for back'],
  ['forward', 'f for forward'],
  ['leave-open', 's to leave it open'],
]

/** The offered moves as one line of commands to type. */
export function movesLine(moves?: readonly Move[]): string {
  return `Or type ${[...offeredTexts(MOVE_COMMANDS, moves), '? for help', 'q to stop'].join(', ')}.`
}

const MOVE_COMMANDS_HELP: MoveTexts = [
  ['back', 'b or back: the question before.'],
  ['forward', 'f or forward: on, with your answer as it is.'],
  ['leave-open', 's or skip: leave this open.'],
  ['review', 'r or review: leave all that is not asked yet open, and go to the review.'],
]

/** Help as lines: the question's own, then how to answer, then the commands. */
export function helpLines(prompt: PromptText, instructions: readonly string[]): readonly string[] {
  return [
    ...(prompt.help ?? []),
    ...instructions,
    ...offeredTexts(MOVE_COMMANDS_HELP, prompt.moves),
    'q or quit: stop. What was saved stays saved.',
  ]
}
