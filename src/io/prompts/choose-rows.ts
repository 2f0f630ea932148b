import type { AskRows, Row, RowValue } from '../prompter.ts'
import { ROW_VALUES } from '../prompter.ts'
import { hintsOf, keysHelp, type ListState, moveOfKey } from './list.ts'
import { drawHelp, drawPage, entriesInSight, fold, inputLine, type Range, type Scrolled } from './page.ts'
import { answered, type Key, type Look, moveTo, type Outcome, stay, type Widget } from './widget.ts'

type Values = Readonly<Record<string, RowValue>>
type RowsState = Omit<ListState, 'at'> & {
  readonly at: number
  readonly values: Values
  /** Ids of the rows that have been on the screen. */
  readonly seen: readonly string[]
  /** A question that must be answered with y before anything else happens. */
  readonly asking?: 'no-to-rest' | 'leave-open'
}

export const ROW_WORDS: Readonly<Record<RowValue, string>> = { yes: 'yes', no: 'no', unsure: 'not sure' }
const KEY_VALUE: Readonly<Record<string, RowValue>> = { y: 'yes', n: 'no', u: 'unsure' }

const HOW = [
  'y is yes, n is no, u is not sure: for the row at the pointer. Space goes through them, Backspace opens it again.',
  'a answers no to all rows that are still open, after asking you.',
  'Arrow up and down move the pointer, Page down and Page up a screen at once.',
  'Enter accepts all rows as they stand.',
]

/** A screen of yes/no questions, a row each. A row is open until a key sets it; nothing is assumed. */
export function chooseRowsWidget(ask: AskRows): Widget<RowsState, Values> {
  const given = ask.rows.flatMap((row) => (row.given === undefined ? [] : [[row.id, row.given] as const]))
  return {
    start: { at: 0, typed: '', values: Object.fromEntries(given), seen: [] },
    short: ask.short ?? ask.text,
    press: (state, key, typed, look) => {
      const sight = entriesInSight(ask, bodyOf(ask, state, look), aroundOf(ask, state, look), look)
      return press(ask, withSeen(ask, state, sight), pageKey(key, state, sight) ?? { key, typed })
    },
    draw: (state, look) => draw(ask, state, look),
  }
}

function openRows(ask: AskRows, values: Values): readonly Row[] {
  return ask.rows.filter((row) => values[row.id] === undefined)
}

/** Open rows that a person has had before the eyes: "no to all the rest" speaks of these alone. */
function openSeen(ask: AskRows, { values, seen }: RowsState): readonly Row[] {
  return openRows(ask, values).filter(({ id }) => seen.includes(id))
}

/** Where a paging key goes: so far that the next rows stand in the middle of the screen, and none is passed over. */
function pageKey(key: Key, { help }: RowsState, { first, last }: Range): { readonly to: number } | undefined {
  if (help !== undefined) return undefined
  const half = Math.ceil((last - first + 1) / 2)
  if (key.name === 'pagedown') return { to: last + half }
  return key.name === 'pageup' ? { to: first - half } : undefined
}

function withSeen(ask: AskRows, state: RowsState, { first, last }: Range): RowsState {
  const inSight = ask.rows.slice(first, last + 1).map(({ id }) => id)
  return { ...state, seen: [...new Set([...state.seen, ...inSight])] }
}

type Pressed = { readonly key: Key; readonly typed: string } | { readonly to: number }

function press(ask: AskRows, state: RowsState, pressed: Pressed): Outcome<RowsState, Values> {
  if ('to' in pressed) {
    const { message: _, asking: __, ...there } = state
    return stay({ ...there, at: Math.max(0, Math.min(ask.rows.length - 1, pressed.to)) })
  }
  const { key, typed } = pressed
  const { message: _, help, asking, ...calm } = state
  if (help !== undefined) return stay(scrolled(calm, help, key))
  if (asking !== undefined) return confirmed(ask, calm, asking, key)
  const move = moveOfKey(key, '', ask.moves)
  if (move !== undefined) return moveTo(move)
  if (typed === '?') return stay({ ...calm, help: 0 })
  if (key.name === 'return') return accept(ask, calm)
  return stay(changed(ask, calm, key))
}

function scrolled(state: RowsState, from: number, key: Key): RowsState {
  if (key.name === 'down') return { ...state, help: from + 1 }
  return key.name === 'up' ? { ...state, help: Math.max(0, from - 1) } : state
}

function confirmed(
  ask: AskRows,
  state: RowsState,
  asking: NonNullable<RowsState['asking']>,
  key: Key,
): Outcome<RowsState, Values> {
  const goesOn = key.name === 'y' || (asking === 'leave-open' && key.name === 'return')
  if (!goesOn) return stay({ ...state, message: 'Nothing was changed.' })
  if (asking === 'leave-open') return done(ask, state.values)
  const rest = openSeen(ask, state).map((row) => [row.id, 'no'] as const)
  const values = { ...state.values, ...Object.fromEntries(rest) }
  const unseen = ask.rows.findIndex(({ id }) => values[id] === undefined)
  // On to the rows that nobody has seen yet.
  const next = unseen < 0 ? {} : { at: unseen, message: 'These rows were not on the screen yet.' }
  return stay({ ...state, values, ...next })
}

function changed(ask: AskRows, state: RowsState, key: Key): RowsState {
  const last = ask.rows.length - 1
  if (key.name === 'up') return { ...state, at: state.at === 0 ? last : state.at - 1 }
  if (key.name === 'down') return { ...state, at: state.at === last ? 0 : state.at + 1 }
  const row = ask.rows[state.at]
  if (row === undefined) return state
  if (key.name === 'space') return withValue(state, row, following(state.values[row.id]))
  if (key.name === 'backspace') return { ...state, values: without(state.values, row) }
  const value = key.ctrl ? undefined : KEY_VALUE[key.name ?? '']
  if (value !== undefined) return { ...withValue(state, row, value), at: Math.min(last, state.at + 1) }
  if (key.name !== 'a' || key.ctrl) return state
  return openSeen(ask, state).length === 0
    ? { ...state, message: 'No row on the screen is open any more.' }
    : { ...state, asking: 'no-to-rest' }
}

function following(value: RowValue | undefined): RowValue {
  return ROW_VALUES[value === undefined ? 0 : (ROW_VALUES.indexOf(value) + 1) % ROW_VALUES.length] ?? 'yes'
}

function withValue(state: RowsState, row: Row, value: RowValue): RowsState {
  return { ...state, values: { ...state.values, [row.id]: value } }
}

function without(values: Values, row: Row): Values {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id !== row.id))
}

function accept(ask: AskRows, state: RowsState): Outcome<RowsState, Values> {
  return openRows(ask, state.values).length > 0
    ? stay({ ...state, asking: 'leave-open' })
    : done(ask, state.values)
}

function done(ask: AskRows, values: Values): Outcome<RowsState, Values> {
  return answered(values, rowsSaid(ask.rows, values))
}

/** "1 yes, 9 no, 1 left open" */
export function rowsSaid(rows: readonly Row[], values: Values): string {
  const count = (value: RowValue | undefined) => rows.filter((row) => values[row.id] === value).length
  return [
    ...ROW_VALUES.map((value) => [count(value), ROW_WORDS[value]] as const),
    [count(undefined), 'left open'] as const,
  ]
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ')
}

function draw(ask: AskRows, state: RowsState, look: Look): readonly string[] {
  if (state.help !== undefined) return [...drawHelp(ask, keysHelp(ask, HOW), state.help, look), inputLine('')]
  return [...drawPage(ask, bodyOf(ask, state, look), aroundOf(ask, state, look), look), inputLine('')]
}

function bodyOf(ask: AskRows, state: RowsState, look: Look): Scrolled {
  return {
    entries: ask.rows.map((each, index) => drawRow(each, index === state.at, state.values, look)),
    focus: state.at,
  }
}

function aroundOf(ask: AskRows, state: RowsState, look: Look) {
  const row = ask.rows[state.at]
  return {
    below: [
      ...(row?.why === undefined ? [] : ['', ...fold(`Why this row: ${row.why}`, look)]),
      ...sayState(ask, state, look),
    ],
    hints: hintsOf(ask, look, ['y yes', 'n no', 'u not sure', 'a no to all the rest', 'Enter accept']),
  }
}

const STATE_WIDTH = Math.max(...ROW_VALUES.map((value) => ROW_WORDS[value].length))

function drawRow(row: Row, here: boolean, values: Values, look: Look): readonly string[] {
  const value = values[row.id]
  const word = (value === undefined ? 'open' : ROW_WORDS[value]).padEnd(STATE_WIDTH)
  const lines = fold(row.text, look, `${here ? (look.unicode ? '❯ ' : '> ') : '  '}[${word}] `)
  return here ? lines.map(look.pointed) : lines
}

function sayState(ask: AskRows, state: RowsState, look: Look): readonly string[] {
  const open = openRows(ask, state.values).length
  const counted = (count: number) => (count === 1 ? '1 row that is' : `${count} rows that are`)
  if (state.asking === 'no-to-rest') {
    const rows = counted(openSeen(ask, state).length)
    return fold(
      `Answer no to the ${rows} still open, of those you have seen? y is yes, any other key is no.`,
      look,
    ).map(look.alert)
  }
  if (state.asking === 'leave-open') {
    return fold(
      `Go on and leave the ${counted(open)} open? y or Enter is yes, any other key is no.`,
      look,
    ).map(look.alert)
  }
  const count = open === 0 ? 'Every row is answered.' : `${open === 1 ? '1 row' : `${open} rows`} open.`
  return fold(state.message === undefined ? count : `${state.message} ${count}`, look)
}
