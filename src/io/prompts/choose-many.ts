import type { AskMany, Choice } from '../prompter.ts'
import {
  drawItems,
  hintsOf,
  type Item,
  itemsOf,
  keysHelp,
  type ListState,
  labelOf,
  moveOfKey,
  pressList,
} from './list.ts'
import { drawHelp, drawPage, fold, inputLine } from './page.ts'
import { answered, type Key, type Look, moveTo, type Outcome, stay, type Widget } from './widget.ts'

const HOW = [
  'Arrow up and down move the pointer. The number of an answer, or some of its letters, also find it.',
  'Space ticks the answer at the pointer, and unticks it. Enter accepts what is ticked.',
]

type ManyState = ListState & {
  readonly ticked: readonly string[]
  /** The answer at the pointer that Enter has said is not ticked: the next Enter goes on without it. */
  readonly warnedOf?: string
}

/** Several answers from a list: Space ticks, Enter accepts. A value that stands alone is never ticked with others. */
export function chooseManyWidget(ask: AskMany): Widget<ManyState, readonly string[]> {
  const items = itemsOf(ask.choices, ask.moves)
  const first = items.findIndex((item) => item.kind === 'choice' && ask.given.includes(item.choice.value))
  return {
    start: { at: first < 0 ? undefined : first, typed: '', ticked: ask.given },
    short: ask.short ?? ask.text,
    press: (state, key, typed) => press(ask, items, state, key, typed),
    draw: (state, look) => draw(ask, items, state, look),
  }
}

function press(
  ask: AskMany,
  items: readonly Item[],
  state: ManyState,
  key: Key,
  typed: string,
): Outcome<ManyState, readonly string[]> {
  if (state.help !== undefined) return stay(pressList(state, items, key, typed))
  const move = moveOfKey(key, state.typed, ask.moves)
  if (move !== undefined) return moveTo(move)
  const item = state.at === undefined ? undefined : items[state.at]
  if (key.name === 'space') return toggle(ask, state, item)
  return key.name === 'return' ? accept(ask, state, item) : stay(pressList(state, items, key, typed))
}

function toggle(
  ask: AskMany,
  state: ManyState,
  item: Item | undefined,
): Outcome<ManyState, readonly string[]> {
  if (item === undefined) {
    return stay({
      ...state,
      message: 'Point at an answer first: arrow keys, its number, or some of its letters.',
    })
  }
  if (item.kind === 'move') return moveTo(item.move)
  const { message: _, warnedOf: __, ...rest } = state
  const { value } = item.choice
  // Who has just unticked an answer need not be told that it is not ticked.
  const unticks = state.ticked.includes(value) ? { warnedOf: value } : {}
  return stay({ ...rest, ...unticks, typed: '', ticked: tick(ask, state.ticked, value) })
}

/** The values after one was ticked or unticked, in the order of the choices. */
function tick(ask: AskMany, ticked: readonly string[], value: string): readonly string[] {
  if (ticked.includes(value)) return ticked.filter((other) => other !== value)
  if (ask.alone.includes(value)) return [value]
  const together = [...ticked.filter((other) => !ask.alone.includes(other)), value]
  return ask.choices.map((choice) => choice.value).filter((each) => together.includes(each))
}

function accept(
  ask: AskMany,
  state: ManyState,
  item: Item | undefined,
): Outcome<ManyState, readonly string[]> {
  if (item?.kind === 'move') return moveTo(item.move)
  const values =
    state.ticked.length === 0 && item?.choice.atOnce === true ? [item.choice.value] : state.ticked
  if (values.length === 0) {
    return stay({
      ...state,
      message: 'Nothing is ticked yet. Press Space on each answer that fits, then Enter.',
    })
  }
  const missed = unticked(state, item)
  if (missed !== undefined) {
    const without = ask.choices.filter(({ value }) => values.includes(value)).map(({ label }) => label)
    return stay({
      ...state,
      warnedOf: missed.value,
      message: `Not ticked: "${missed.label}". Space ticks it. Enter goes on with: ${without.join('; ')}.`,
    })
  }
  const labels = ask.choices.filter(({ value }) => values.includes(value)).map(({ label }) => label)
  return answered(values, labels.join('; '))
}

/** The answer that a person points at, or has typed, and has not ticked; undefined once it was said. */
function unticked(state: ManyState, item: Item | undefined): Choice | undefined {
  if (item?.kind !== 'choice' || state.ticked.length === 0) return undefined
  const { choice } = item
  return state.ticked.includes(choice.value) || state.warnedOf === choice.value ? undefined : choice
}

function draw(ask: AskMany, items: readonly Item[], state: ManyState, look: Look): readonly string[] {
  if (state.help !== undefined) return [...drawHelp(ask, keysHelp(ask, HOW), state.help, look), inputLine('')]
  const label = (item: Item) =>
    item.kind === 'move'
      ? item.label
      : `${state.ticked.includes(item.choice.value) ? '[x]' : '[ ]'} ${labelOf(item)}`
  const message = state.message === undefined ? [] : fold(state.message, look).map(look.alert)
  const count = `${state.ticked.length} ticked.`
  const page = drawPage(
    ask,
    drawItems(state, items, label, look),
    { below: [count, ...message], hints: hintsOf(ask, look, ['Space tick', 'Enter accept']) },
    look,
  )
  return [...page, inputLine(state.typed)]
}
