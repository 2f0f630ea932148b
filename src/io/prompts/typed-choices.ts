import type { Choice, LinePrompt, ManyPrompt, OnePrompt, Reply } from '../prompter.ts'
import { introduce, type LineDialog, type Reading } from './line-dialog.ts'
import { findChoice, movesLine } from './typed-commands.ts'

/** Asks for one answer, by number or label. */
export async function typeOne(dialog: LineDialog, prompt: OnePrompt): Promise<Reply<string>> {
  introduce(dialog, prompt)
  dialog.say(...numberedLines(prompt.choices))
  const current = prompt.choices.find((choice) => choice.value === prompt.current)
  const initial = prompt.choices.find((choice) => choice.value === prompt.initial)
  const instructions = `Type a number from 1 to ${prompt.choices.length}, or the first letters of an answer.`
  const empty = initial === undefined ? [] : [`An empty line takes: ${initial.label}.`]
  dialog.say(
    ...currentLines(current === undefined ? [] : [current.label]),
    ...empty,
    instructions,
    movesLine(prompt.moves),
  )
  const read = (text: string): Reading<string> => {
    if (text === '') return { why: instructions }
    const match = findChoice(prompt.choices, text)
    if (match.kind === 'missed') return { why: `${match.why} ${instructions}` }
    return { value: match.choice.value, confirmation: `You chose: ${match.choice.label}.` }
  }
  return dialog.readAnswer({
    prompt,
    instructions: [instructions],
    read,
    onEmptyLine: current?.value ?? initial?.value,
  })
}

/** Asks for several answers, separated by commas. */
export async function typeMany(dialog: LineDialog, prompt: ManyPrompt): Promise<Reply<readonly string[]>> {
  introduce(dialog, prompt)
  dialog.say(...numberedLines(prompt.choices))
  const instructions = `Type one or more numbers from 1 to ${prompt.choices.length}, with commas between them, such as 1,3.`
  dialog.say(...currentLines(labelsOf(prompt, prompt.current)), instructions, movesLine(prompt.moves))
  const read = (text: string) => readMany(prompt, text, instructions)
  return dialog.readAnswer({
    prompt,
    instructions: [instructions],
    read,
    onEmptyLine: prompt.current.length > 0 ? prompt.current : undefined,
  })
}

function readMany(prompt: ManyPrompt, text: string, instructions: string): Reading<readonly string[]> {
  const matches = splitAtCommas(text).map((part) => findChoice(prompt.choices, part))
  const missed = matches.flatMap((each) => (each.kind === 'missed' ? [each.why] : []))
  if (matches.length === 0 || missed.length > 0) return { why: [...missed, instructions].join(' ') }
  const typed = matches.flatMap((each) => (each.kind === 'found' ? [each.choice.value] : []))
  const values = prompt.choices.map(({ value }) => value).filter((value) => typed.includes(value))
  const exclusive = values.filter((value) => prompt.exclusive.includes(value))
  if (exclusive.length > 0 && values.length > 1) {
    return {
      why: `"${labelsOf(prompt, exclusive).join(', ')}" cannot go with other answers. ${instructions}`,
    }
  }
  return { value: values, confirmation: `You chose: ${labelsOf(prompt, values).join('; ')}.` }
}

/** The parts between commas; numbers may also be separated by spaces. */
function splitAtCommas(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.split(/\s+/) : [part.trim()]))
    .filter((part) => part !== '')
}

/** Asks for a line of text. */
export async function typeText(dialog: LineDialog, prompt: LinePrompt): Promise<Reply<string>> {
  introduce(dialog, prompt)
  dialog.say(...currentLines(prompt.initial === undefined ? [] : [prompt.initial]), movesLine(prompt.moves))
  const read = (text: string): Reading<string> =>
    text === '' ? { why: 'Type something first.' } : { value: text }
  return dialog.readAnswer({ prompt, instructions: [], read, onEmptyLine: prompt.initial })
}

function numberedLines(choices: readonly Choice[]): readonly string[] {
  return choices.flatMap((choice, index) => {
    const isFirst = choice.group !== undefined && choice.group !== choices[index - 1]?.group
    return [...(isFirst ? [`${choice.group}:`] : []), `${index + 1}. ${choice.label}`]
  })
}

function labelsOf(prompt: ManyPrompt, values: readonly string[]): readonly string[] {
  return prompt.choices.filter(({ value }) => values.includes(value)).map(({ label }) => label)
}

function currentLines(labels: readonly string[]): readonly string[] {
  return labels.length === 0 ? [] : [`So far: ${labels.join('; ')}. An empty line keeps it.`]
}
