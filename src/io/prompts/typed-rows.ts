import type { AskRows, Choice, Reply, Row, RowValue } from '../prompter.ts'
import { ROW_WORDS, rowsSaid } from './choose-rows.ts'
import { typeOne } from './typed-choices.ts'
import { type Desk, introduce } from './typed-desk.ts'
import { findChoice } from './typed-words.ts'

type Values = Readonly<Record<string, RowValue>>
type RowAnswer = RowValue | 'rest'

const CHOICES: readonly (Choice & { readonly value: RowAnswer })[] = [
  { value: 'yes', label: 'Yes', also: ['y'] },
  { value: 'no', label: 'No', also: ['n'] },
  { value: 'unsure', label: 'Not sure', also: ['u'] },
  { value: 'rest', label: 'No to all the rest', also: ['a', 'all'] },
]
const HOW = 'For each row type y for yes, n for no, u for not sure, or s to leave it open.'
const HOW_ALL = 'Type a for no to this row and all the rest. You are asked to confirm.'

/** Rows of yes/no questions, each asked on its own. A row is open until it is answered; nothing is assumed. */
export async function typeRows(desk: Desk, ask: AskRows): Promise<Reply<Values>> {
  introduce(desk, ask)
  desk.say(`${ask.rows.length} rows follow. ${HOW}`, HOW_ALL, 'Or type b for back, ? for help, q to stop.')
  const given = ask.rows.flatMap((row) => (row.given === undefined ? [] : [[row.id, row.given] as const]))
  let state: State = { at: 0, values: Object.fromEntries(given) }
  for (;;) {
    const row = ask.rows[state.at]
    if (row === undefined) break
    const reply = await typeRow(desk, ask, row, state)
    if (reply.kind === 'answer' && reply.value === 'rest') {
      const sure = await typeOne(desk, restAsked(restOf(ask, state).length))
      if (sure.kind === 'quit') return sure
      if (sure.kind === 'answer' && sure.value === 'yes') state = withNoToRest(ask, state)
    } else if (reply.kind === 'quit' || reply.kind === 'review') return reply
    else if (reply.kind === 'back' && state.at === 0) return reply
    else state = moved(state, row, reply)
  }
  desk.say(`Rows: ${rowsSaid(ask.rows, state.values)}.`)
  return { kind: 'answer', value: state.values }
}

type State = { readonly at: number; readonly values: Values }

function typeRow(desk: Desk, ask: AskRows, row: Row, { at, values }: State): Promise<Reply<RowAnswer>> {
  const given = values[row.id]
  desk.say('', `Row ${at + 1} of ${ask.rows.length}: ${row.text}`)
  if (row.why !== undefined) desk.say(`Why: ${row.why}`)
  if (given !== undefined) desk.say(`So far: ${ROW_WORDS[given]}. An empty line keeps it.`)
  const moves = {
    ...ask.moves,
    back: at > 0 || ask.moves?.back === true,
    forward: given !== undefined,
    leaveOpen: true,
  }
  return desk.settle<RowAnswer>({
    ask: { text: row.text, help: ask.help ?? [], moves },
    how: [HOW, HOW_ALL],
    keep: given,
    read: (text) => {
      const found = findChoice(CHOICES, text)
      const value = CHOICES.find(
        (choice) => found.kind === 'found' && choice.value === found.choice.value,
      )?.value
      return text === '' || value === undefined ? { why: `${HOW} ${HOW_ALL}` } : { value }
    },
  })
}

function moved({ at, values }: State, row: Row, reply: Reply<RowAnswer>): State {
  if (reply.kind === 'back') return { at: at - 1, values }
  const others = Object.entries(values).filter(([id]) => id !== row.id)
  if (reply.kind === 'leave-open') return { at: at + 1, values: Object.fromEntries(others) }
  const value = reply.kind === 'answer' && reply.value !== 'rest' ? reply.value : values[row.id]
  return {
    at: at + 1,
    values: Object.fromEntries([...others, ...(value === undefined ? [] : [[row.id, value]])]),
  }
}

function restOf(ask: AskRows, { at, values }: State): readonly Row[] {
  return ask.rows.slice(at).filter((row) => values[row.id] === undefined)
}

function restAsked(count: number) {
  const rows = count === 1 ? '1 row' : `${count} rows`
  return { text: `Answer no to ${rows} without asking one by one?`, choices: CHOICES.slice(0, 2) }
}

function withNoToRest(ask: AskRows, state: State): State {
  const no = restOf(ask, state).map((row) => [row.id, 'no'] as const)
  return { at: ask.rows.length, values: { ...state.values, ...Object.fromEntries(no) } }
}
