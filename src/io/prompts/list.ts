import type { Choice, Move, PromptText } from '../prompter.ts'
import { indexOfNumber, matchingItems, nearItems, toSearchable, wordsOf } from './find-items.ts'
import { drawHelp, drawPage, fold, inputLine } from './page.ts'
import { type Key, type MoveTexts, offeredTexts, type PromptStyle } from './widget.ts'

/** A line of a list: an answer with its number, or a move as a visible entry. */
export type Item =
  | { readonly kind: 'choice'; readonly choice: Choice; readonly number: number }
  | { readonly kind: 'move'; readonly move: Move; readonly label: string }

/** `pointer` is an index into all items, undefined until a key sets it. */
export type ListState = {
  readonly pointer: number | undefined
  readonly typed: string
  readonly message?: string
  /** Scroll offset of the help; absent while it is closed. */
  readonly help?: number
}

const MOVE_LABELS: MoveTexts = [
  ['leave-open', 'Leave this open'],
  ['forward', 'Forward, keep it as it is'],
  ['back', 'Back'],
]

/** The answers in order, then the moves that the screen offers. */
export function itemsOf(choices: readonly Choice[], moves: readonly Move[] = []): readonly Item[] {
  return [
    ...choices.map((choice, index): Item => ({ kind: 'choice', choice, number: index + 1 })),
    ...MOVE_LABELS.filter(([move]) => moves.includes(move)).map(
      ([move, label]): Item => ({ kind: 'move', move, label }),
    ),
  ]
}

/** Indexes of the items on the screen: those that the typed text finds, else those that are spelled nearly like it. */
function visibleItems(items: readonly Item[], typed: string): readonly number[] {
  const matching = matchingItems(items, typed)
  return matching.length > 0 ? matching : nearItems(items, typed)
}

const MOVE_KEYS: Readonly<Record<string, Move>> = { left: 'back', right: 'forward', tab: 'review' }

/** The move of a key, if the screen offers it and nothing is typed. */
export function moveOfKey(key: Key, typed: string, moves: readonly Move[] = []): Move | undefined {
  const move = MOVE_KEYS[key.name ?? '']
  return typed === '' && move !== undefined && moves.includes(move) ? move : undefined
}

/** The list after a key that neither accepts nor leaves it: pointing, typing, help. */
export function pressList<S extends ListState>(state: S, items: readonly Item[], key: Key, typed: string): S {
  const { message: _, help, ...rest } = state
  const cleared = rest as S
  if (help !== undefined) return scrollHelp(cleared, help, key)
  const step = POINTER_STEPS[key.name ?? '']
  if (step !== undefined) return movePointer(cleared, items, step)
  if (key.name === 'escape') return { ...cleared, typed: '' }
  if (typed.endsWith('?')) return { ...cleared, help: 0 }
  return typed === state.typed ? cleared : findTyped(cleared, items, typed)
}

/** Open help scrolled by a key, closed again by any other. */
export function scrollHelp<S extends object>(
  state: S,
  from: number,
  key: Key,
): S & { readonly help?: number } {
  if (key.name === 'down') return { ...state, help: from + 1 }
  return key.name === 'up' ? { ...state, help: Math.max(0, from - 1) } : state
}

/** Where a key moves the pointer, from its place among `count` items; -1 is no place. */
type PointerStep = (from: number, count: number) => number

/** Items that a page key moves over. */
const PAGE = 5

const POINTER_STEPS: Readonly<Record<string, PointerStep>> = {
  up: (from, count) => (from <= 0 ? count - 1 : from - 1),
  down: (from, count) => (from + 1) % count,
  pageup: (from) => Math.max(0, from - PAGE),
  pagedown: (from, count) => Math.min(count - 1, from + PAGE),
  home: () => 0,
  end: (_, count) => count - 1,
}

function movePointer<S extends ListState>(state: S, items: readonly Item[], step: PointerStep): S {
  const typed = indexOfNumber(items, state.typed.trim()) === undefined ? state.typed : ''
  const visible = visibleItems(items, typed)
  if (visible.length === 0) return state
  const current = state.pointer === undefined ? -1 : visible.indexOf(state.pointer)
  return { ...state, typed, pointer: visible[step(current, visible.length)] }
}

const NO_MATCH = 'Nothing here matches. Esc shows all again.'
const NEAR = 'Nothing here is spelled like that. Did you mean one of these? Arrow down points at it.'

/** The message when Enter finds nothing at the pointer: what was typed is not in the list, or `otherwise`. */
export function noAnswerMessage(state: ListState, otherwise: string): string {
  return state.pointer === undefined && state.typed.trim() !== '' ? (state.message ?? NO_MATCH) : otherwise
}

function findTyped<S extends ListState>(state: S, items: readonly Item[], typed: string): S {
  const words = toSearchable(typed)
  if (words === '') return { ...state, typed }
  const exact = indexOfNumber(items, words)
  if (exact !== undefined) return { ...state, typed, pointer: exact }
  const matching = matchingItems(items, typed)
  const index = matching.find((index) => wordsOf(items[index])[0]?.startsWith(words)) ?? matching[0]
  if (index !== undefined) return { ...state, typed, pointer: index }
  // A near answer is never taken by Enter alone: the person points at it.
  const message = nearItems(items, typed).length > 0 ? NEAR : NO_MATCH
  return { ...state, typed, pointer: undefined, message }
}

/** The visible items. The one at the pointer is marked by a sign as well as by colour. */
function drawItems(
  state: ListState,
  items: readonly Item[],
  label: (item: Item) => string,
  style: PromptStyle,
): { readonly entries: readonly (readonly string[])[]; readonly focus: number } {
  const visible = visibleItems(items, state.typed)
  const pointer = style.unicode ? '❯ ' : '> '
  const digits = String(items.length).length
  const entries = visible.map((index) => {
    const item = items[index]
    if (item === undefined) return []
    const number = item.kind === 'choice' ? `${String(item.number).padStart(digits)}. ` : ''
    const isPointed = index === state.pointer
    const lines = fold(label(item), style, `${isPointed ? pointer : '  '}${number}`)
    const heading = groupStarting(items, index)
    const group = heading === undefined ? [] : fold(heading, style).map(style.strong)
    return [...group, ...(isPointed ? lines.map(style.pointed) : lines)]
  })
  return { entries, focus: Math.max(0, state.pointer === undefined ? 0 : visible.indexOf(state.pointer)) }
}

/** The heading of a group at its first item; undefined at the others. */
function groupStarting(items: readonly Item[], index: number): string | undefined {
  const groupOf = (item: Item | undefined) => (item?.kind === 'choice' ? item.choice.group : undefined)
  const group = groupOf(items[index])
  return group === groupOf(items[index - 1]) ? undefined : group
}

export function labelOf(item: Item): string {
  return item.kind === 'move' ? item.label : item.choice.label
}

type ListScreen = {
  readonly items: readonly Item[]
  readonly label: (item: Item) => string
  /** How to answer, for the help. */
  readonly instruction: string
  readonly keys: readonly string[]
  /** Lines between the items and the message. */
  readonly below?: readonly string[]
}

const POINTER_INSTRUCTION =
  'Arrow up and down move the pointer. The number of an answer, or some of its letters, also find it.'

/** A screen with a list, or its help while that is open. */
export function drawList(
  prompt: PromptText,
  state: ListState,
  { items, label, instruction, keys, below = [] }: ListScreen,
  style: PromptStyle,
): readonly string[] {
  if (state.help !== undefined)
    return drawHelp(prompt, keysHelp(prompt, [POINTER_INSTRUCTION, instruction]), state.help, style)
  const message = state.message === undefined ? [] : fold(state.message, style).map(style.alert)
  const footer = { below: [...below, ...message], hints: hintsOf(prompt, style, keys) }
  return [...drawPage(prompt, drawItems(state, items, label, style), footer, style), inputLine(state.typed)]
}

/** Key hints of a screen. If they take more than two lines, only the keys that answer. */
export function hintsOf(prompt: PromptText, style: PromptStyle, keys: readonly string[]): readonly string[] {
  const [upDown, left, right] = style.unicode ? ['↑↓', '←', '→'] : ['Up/Down', 'Left', 'Right']
  const texts = [
    ['back', `${left} back`],
    ['forward', `${right} forward`],
  ] as const
  const moves = offeredTexts(texts, prompt.moves)
  const all = foldHints([`${upDown} move`, ...keys, ...moves, '? help', 'Ctrl+C stop'], style)
  return all.length <= 2 ? all : foldHints([...keys, '? help'], style)
}

/** Hints on as few lines as possible; no line breaks inside a hint. */
function foldHints(hints: readonly string[], style: PromptStyle): readonly string[] {
  const unbroken = hints.map((hint) => hint.replaceAll(' ', '\u00A0'))
  return fold(unbroken.join(style.unicode ? ' · ' : ' | '), style).map((line) =>
    style.faint(line.replaceAll('\u00A0', ' ')),
  )
}

const MOVE_KEYS_HELP: MoveTexts = [
  ['back', 'Arrow left goes back.'],
  ['forward', 'Arrow right goes forward and keeps your answer.'],
  ['review', 'Tab leaves all that is not asked yet open, and goes to the review.'],
]

/** The keys for a screen's help; `instructions` says how to answer it. */
export function keysHelp(prompt: PromptText, instructions: readonly string[]): readonly string[] {
  return [
    ...instructions,
    ...offeredTexts(MOVE_KEYS_HELP, prompt.moves),
    'Ctrl+C stops. What was saved stays saved.',
  ]
}
