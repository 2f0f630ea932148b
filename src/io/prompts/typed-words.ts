import type { Asked, Choice, Moves } from '../prompter.ts'
import type { Move } from './widget.ts'

/** What a typed line asks for, whatever the question: a move, help, the end, or else an answer to be read. */
export type Typed =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'not-here'; readonly why: string }
  | { readonly kind: 'text'; readonly text: string }

const WORDS: Readonly<Record<string, Move | 'help' | 'quit'>> = {
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

/** Reads the words that every question knows; all else is text. */
export function readTyped(line: string, moves: Moves = {}): Typed {
  const text = line.trim()
  const word = WORDS[text.toLowerCase()]
  if (word === undefined) return { kind: 'text', text }
  if (word === 'help') return { kind: 'help' }
  if (word === 'quit') return { kind: 'quit' }
  return isOffered(word, moves) ? { kind: 'move', move: word } : { kind: 'not-here', why: NOT_HERE[word] }
}

function isOffered(move: Move, moves: Moves): boolean {
  return (move === 'leave-open' ? moves.leaveOpen : moves[move]) === true
}

export type Found =
  | { readonly kind: 'found'; readonly choice: Choice }
  | { readonly kind: 'missed'; readonly why: string }

/** The choice that a text means: its number, its whole label, one of its other words, or how its label begins. */
export function findChoice(choices: readonly Choice[], text: string): Found {
  const counted = /^\d+$/.test(text) ? choices[Number(text) - 1] : undefined
  if (counted !== undefined) return { kind: 'found', choice: counted }
  const words = text.toLowerCase()
  const exact = choices.find((choice) =>
    [choice.label, choice.value, ...(choice.also ?? [])].some((each) => each.toLowerCase() === words),
  )
  if (exact !== undefined) return { kind: 'found', choice: exact }
  const begun = choices.filter((choice) => choice.label.toLowerCase().startsWith(words))
  const [only, ...others] = begun
  if (only === undefined) return missed(`"${text}" is none of the answers.`)
  if (others.length === 0) return { kind: 'found', choice: only }
  return missed(`"${text}" fits ${begun.map((choice) => choices.indexOf(choice) + 1).join(' and ')}.`)
}

function missed(why: string): Found {
  return { kind: 'missed', why }
}

/** The moves of a question as one line of words to type. */
export function movesLine(moves: Moves = {}): string {
  const words = [
    ...(moves.back ? ['b for back'] : []),
    ...(moves.forward ? ['f for forward'] : []),
    ...(moves.leaveOpen ? ['s to leave it open'] : []),
    '? for help',
    'q to stop',
  ]
  return `Or type ${words.join(', ')}.`
}

/** Help as lines: what the question brings, then what can be typed. */
export function helpLines(ask: Asked, own: readonly string[]): readonly string[] {
  return [
    ...(ask.help ?? []),
    ...own,
    ...(ask.moves?.back ? ['b or back: the question before.'] : []),
    ...(ask.moves?.forward ? ['f or forward: on, with your answer as it is.'] : []),
    ...(ask.moves?.leaveOpen ? ['s or skip: leave this open.'] : []),
    ...(ask.moves?.review
      ? ['r or review: leave all that is not asked yet open, and go to the review.']
      : []),
    'q or quit: stop. What was saved stays saved.',
  ]
}
