import type { AskLine, AskMany, AskOne, Choice, Reply } from '../prompter.ts'
import { type Desk, introduce, type Reading } from './typed-desk.ts'
import { findChoice, movesLine } from './typed-words.ts'

/** One answer, by its number or its words. */
export async function typeOne(desk: Desk, ask: AskOne): Promise<Reply<string>> {
  introduce(desk, ask)
  desk.say(...numbered(ask.choices))
  const given = ask.choices.find((choice) => choice.value === ask.given)
  const start = ask.choices.find((choice) => choice.value === ask.pointAt)
  const how = `Type a number from 1 to ${ask.choices.length}, or the first letters of an answer.`
  const empty = start === undefined ? [] : [`An empty line takes: ${start.label}.`]
  desk.say(...soFar(given === undefined ? [] : [given.label]), ...empty, how, movesLine(ask.moves))
  const read = (text: string): Reading<string> => {
    if (text === '') return { why: how }
    const found = findChoice(ask.choices, text)
    if (found.kind === 'missed') return { why: `${found.why} ${how}` }
    return { value: found.choice.value, said: `You chose: ${found.choice.label}.` }
  }
  return desk.settle({ ask, how: [how], read, keep: given?.value ?? start?.value })
}

/** Several answers, with commas between them. */
export async function typeMany(desk: Desk, ask: AskMany): Promise<Reply<readonly string[]>> {
  introduce(desk, ask)
  desk.say(...numbered(ask.choices))
  const how = `Type one or more numbers from 1 to ${ask.choices.length}, with commas between them, such as 1,3.`
  desk.say(...soFar(labelsOf(ask, ask.given)), how, movesLine(ask.moves))
  const read = (text: string) => readMany(ask, text, how)
  return desk.settle({ ask, how: [how], read, keep: ask.given.length > 0 ? ask.given : undefined })
}

function readMany(ask: AskMany, text: string, how: string): Reading<readonly string[]> {
  const found = parts(text).map((part) => findChoice(ask.choices, part))
  const missed = found.flatMap((each) => (each.kind === 'missed' ? [each.why] : []))
  if (found.length === 0 || missed.length > 0) return { why: [...missed, how].join(' ') }
  const typed = found.flatMap((each) => (each.kind === 'found' ? [each.choice.value] : []))
  const values = ask.choices.map(({ value }) => value).filter((value) => typed.includes(value))
  const alone = values.filter((value) => ask.alone.includes(value))
  if (alone.length > 0 && values.length > 1) {
    return { why: `"${labelsOf(ask, alone).join(', ')}" cannot go with other answers. ${how}` }
  }
  return { value: values, said: `You chose: ${labelsOf(ask, values).join('; ')}.` }
}

/** Parts between commas; numbers may also have spaces between them. */
function parts(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.split(/\s+/) : [part.trim()]))
    .filter((part) => part !== '')
}

/** A line of text. */
export async function typeText(desk: Desk, ask: AskLine): Promise<Reply<string>> {
  introduce(desk, ask)
  desk.say(...soFar(ask.initial === undefined ? [] : [ask.initial]), movesLine(ask.moves))
  const read = (text: string): Reading<string> =>
    text === '' ? { why: 'Type something first.' } : { value: text }
  return desk.settle({ ask, how: [], read, keep: ask.initial })
}

function numbered(choices: readonly Choice[]): readonly string[] {
  return choices.flatMap((choice, index) => {
    const isFirst = choice.group !== undefined && choice.group !== choices[index - 1]?.group
    return [...(isFirst ? [`${choice.group}:`] : []), `${index + 1}. ${choice.label}`]
  })
}

function labelsOf(ask: AskMany, values: readonly string[]): readonly string[] {
  return ask.choices.filter(({ value }) => values.includes(value)).map(({ label }) => label)
}

function soFar(labels: readonly string[]): readonly string[] {
  return labels.length === 0 ? [] : [`So far: ${labels.join('; ')}. An empty line keeps it.`]
}
