import type { Asked, Choice, Moves } from '../prompter.ts'
import { fold } from './page.ts'
import type { Key, Look, Move } from './widget.ts'

/** A line of a list: an answer with its number, or a move that anyone can see and choose. */
export type Item =
  | { readonly kind: 'choice'; readonly choice: Choice; readonly number: number }
  | { readonly kind: 'move'; readonly move: Move; readonly label: string }

/** Where a person is in a list. `at` is an index among all items; nothing is pointed at before a key says so. */
export type ListState = {
  readonly at: number | undefined
  readonly typed: string
  readonly message?: string
  /** Lines that the help is scrolled by; absent while it is closed. */
  readonly help?: number
}

/** Answers in their order, then the moves that the screen offers. */
export function itemsOf(choices: readonly Choice[], moves: Moves = {}): readonly Item[] {
  const offered: readonly (readonly [Move, boolean | undefined, string])[] = [
    ['leave-open', moves.leaveOpen, 'Leave this open'],
    ['forward', moves.forward, 'Forward, keep it as it is'],
    ['back', moves.back, 'Back'],
  ]
  return [
    ...choices.map((choice, index): Item => ({ kind: 'choice', choice, number: index + 1 })),
    ...offered
      .filter(([, offer]) => offer === true)
      .map(([move, , label]): Item => ({ kind: 'move', move, label })),
  ]
}

/** Indexes of the items that the typed text leaves: all for an item's number, else those that it occurs in. */
function visibleItems(items: readonly Item[], typed: string): readonly number[] {
  const words = typed.trim().toLowerCase()
  const all = items.map((_, index) => index)
  if (words === '' || numbered(items, words) !== undefined) return all
  return all.filter((index) => wordsOf(items[index]).some((text) => text.includes(words)))
}

/** The index of the choice that has this number. */
function numbered(items: readonly Item[], words: string): number | undefined {
  const at = items.findIndex((item) => item.kind === 'choice' && String(item.number) === words)
  return at < 0 ? undefined : at
}

function wordsOf(item: Item | undefined): readonly string[] {
  if (item === undefined) return []
  const words =
    item.kind === 'move' ? [item.label] : [item.choice.label, item.choice.value, ...(item.choice.also ?? [])]
  return words.map((text) => text.toLowerCase())
}

/** The move that a key stands for on a screen that offers it: left, right and tab, while nothing is typed. */
export function moveOfKey(key: Key, typed: string, moves: Moves = {}): Move | undefined {
  if (typed !== '') return undefined
  if (key.name === 'left' && moves.back) return 'back'
  if (key.name === 'right' && moves.forward) return 'forward'
  return key.name === 'tab' && moves.review ? 'review' : undefined
}

/** A list after a key that neither accepts nor leaves: pointing, typing, help. */
export function pressList<S extends ListState>(state: S, items: readonly Item[], key: Key, typed: string): S {
  const { message: _, help, ...rest } = state
  const calm = rest as S
  if (help !== undefined) return scrollHelp(calm, help, key)
  if (key.name === 'up' || key.name === 'down') return point(calm, items, key.name)
  if (key.name === 'escape') return { ...calm, typed: '' }
  if (typed.endsWith('?')) return { ...calm, help: 0 }
  if (typed === state.typed) return calm
  return search(calm, items, typed)
}

function scrollHelp<S extends ListState>(state: S, from: number, key: Key): S {
  if (key.name === 'down') return { ...state, help: from + 1 }
  if (key.name === 'up') return { ...state, help: Math.max(0, from - 1) }
  return state
}

function point<S extends ListState>(state: S, items: readonly Item[], way: 'up' | 'down'): S {
  const typed = numbered(items, state.typed.trim()) === undefined ? state.typed : ''
  const visible = visibleItems(items, typed)
  if (visible.length === 0) return state
  const now = state.at === undefined ? -1 : visible.indexOf(state.at)
  const next = way === 'down' ? now + 1 : now <= 0 ? visible.length - 1 : now - 1
  return { ...state, typed, at: visible[next % visible.length] }
}

function search<S extends ListState>(state: S, items: readonly Item[], typed: string): S {
  const words = typed.trim().toLowerCase()
  if (words === '') return { ...state, typed }
  const exact = numbered(items, words)
  if (exact !== undefined) return { ...state, typed, at: exact }
  const visible = visibleItems(items, typed)
  const at = visible.find((index) => wordsOf(items[index])[0]?.startsWith(words)) ?? visible[0]
  const message = at === undefined ? { message: 'Nothing here matches. Esc shows all again.' } : {}
  return { ...state, typed, at, ...message }
}

/** The items that can be seen; the one pointed at is marked by more than colour. */
export function drawItems(
  state: ListState,
  items: readonly Item[],
  label: (item: Item) => string,
  look: Look,
): { readonly entries: readonly (readonly string[])[]; readonly focus: number } {
  const visible = visibleItems(items, state.typed)
  const pointer = look.unicode ? '❯ ' : '> '
  const digits = String(items.length).length
  const entries = visible.map((index) => {
    const item = items[index]
    if (item === undefined) return []
    const number = item.kind === 'choice' ? `${String(item.number).padStart(digits)}. ` : ''
    const here = index === state.at
    const lines = fold(label(item), look, `${here ? pointer : '  '}${number}`)
    const heading = groupStarting(items, index)
    const group = heading === undefined ? [] : fold(heading, look).map(look.strong)
    return [...group, ...(here ? lines.map(look.pointed) : lines)]
  })
  return { entries, focus: Math.max(0, state.at === undefined ? 0 : visible.indexOf(state.at)) }
}

/** The heading of a group, at the first of its items. */
function groupStarting(items: readonly Item[], index: number): string | undefined {
  const groupOf = (item: Item | undefined) => (item?.kind === 'choice' ? item.choice.group : undefined)
  const own = groupOf(items[index])
  return own === groupOf(items[index - 1]) ? undefined : own
}

export function labelOf(item: Item): string {
  return item.kind === 'move' ? item.label : item.choice.label
}

/** The keys of a screen, in words where arrows cannot be drawn; only those that answer it where room is short. */
export function hintsOf(ask: Asked, look: Look, own: readonly string[]): readonly string[] {
  const [upDown, left, right] = look.unicode ? ['↑↓', '←', '→'] : ['Up/Down', 'Left', 'Right']
  const moves = [
    ...(ask.moves?.back ? [`${left} back`] : []),
    ...(ask.moves?.forward ? [`${right} forward`] : []),
  ]
  const all = foldHints([`${upDown} move`, ...own, ...moves, '? help', 'Ctrl+C stop'], look)
  return all.length <= 2 ? all : foldHints([...own, '? help'], look)
}

/** Hints beside each other, none of them broken. */
export function foldHints(hints: readonly string[], look: Look): readonly string[] {
  const unbroken = hints.map((hint) => hint.replaceAll(' ', '\u00A0'))
  return fold(unbroken.join(look.unicode ? ' · ' : ' | '), look).map((line) =>
    look.faint(line.replaceAll('\u00A0', ' ')),
  )
}

/** How a screen is used, for its help; `own` says how to answer it. */
export function keysHelp(ask: Asked, own: readonly string[]): readonly string[] {
  return [
    ...own,
    ...(ask.moves?.back ? ['Arrow left goes back.'] : []),
    ...(ask.moves?.forward ? ['Arrow right goes forward and keeps your answer.'] : []),
    ...(ask.moves?.review ? ['Tab leaves all that is not asked yet open, and goes to the review.'] : []),
    'Ctrl+C stops. What was saved stays saved.',
  ]
}
