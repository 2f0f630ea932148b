import type { AskOne } from '../prompter.ts'
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
  'Enter takes the answer at the pointer.',
]

/** One answer from a list. Enter takes the answer that is pointed at; at first none is, unless one was given. */
export function chooseOneWidget(ask: AskOne): Widget<ListState, string> {
  const items = itemsOf(ask.choices, ask.moves)
  const start = ask.given ?? ask.pointAt
  const at = items.findIndex((item) => item.kind === 'choice' && item.choice.value === start)
  return {
    start: { at: at < 0 ? undefined : at, typed: '' },
    short: ask.short ?? ask.text,
    press: (state, key, typed) => press(ask, items, state, key, typed),
    draw: (state, look) => draw(ask, items, state, look),
  }
}

function press(
  ask: AskOne,
  items: readonly Item[],
  state: ListState,
  key: Key,
  typed: string,
): Outcome<ListState, string> {
  const closed = state.help === undefined
  const move = closed ? moveOfKey(key, state.typed, ask.moves) : undefined
  if (move !== undefined) return moveTo(move)
  if (!closed || key.name !== 'return') return stay(pressList(state, items, key, typed))
  const item = state.at === undefined ? undefined : items[state.at]
  if (item === undefined) {
    return stay({
      ...state,
      message: 'Choose an answer first: arrow keys, its number, or some of its letters.',
    })
  }
  return item.kind === 'move' ? moveTo(item.move) : answered(item.choice.value, item.choice.label)
}

function draw(ask: AskOne, items: readonly Item[], state: ListState, look: Look): readonly string[] {
  if (state.help !== undefined) return [...drawHelp(ask, keysHelp(ask, HOW), state.help, look), inputLine('')]
  const label = (item: Item) =>
    item.kind === 'choice' && item.choice.value === ask.given
      ? `${labelOf(item)} (your answer so far)`
      : labelOf(item)
  const message = state.message === undefined ? [] : fold(state.message, look).map(look.alert)
  const page = drawPage(
    ask,
    drawItems(state, items, label, look),
    { below: message, hints: hintsOf(ask, look, ['type to find', 'Enter accept']) },
    look,
  )
  return [...page, inputLine(state.typed)]
}
