import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Answer, Condition, Guide, Question, Rule, TreatmentOption } from '../src/core/model.ts'

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Size = {
  readonly options: number
  readonly questions: number
  readonly rules: number
  /** How many questions an option's rules may name: its cone. */
  readonly cone: number
}

/** A guide of some size with the texts of a real one: its gates, and yes-or-no questions that the rules name. */
export function generateGuide(real: Guide, size: Size): Guide {
  const next = random(6)
  const gates = real.questions.filter(({ role }) => role === 'gate')
  const [template] = real.questions.filter(({ role, type }) => role === 'safety' && type === 'one')
  if (template === undefined) throw new Error('the real guide has no safety question')
  const questions = Array.from({ length: size.questions }, (_, index) => ({ ...template, id: `q${index}` }))
  const options = Array.from({ length: size.options }, (_, index) => {
    const base = real.options[index % real.options.length] as TreatmentOption
    const start = Math.floor(next() * size.questions)
    const cone = Array.from(
      { length: size.cone },
      (_, step) => questions[(start + step) % size.questions] as Question,
    )
    const rules = Array.from({ length: size.rules }, (_, rule) => generateRule(base, cone, rule, next))
    return { ...base, id: `o${index}`, title: `${base.title} ${index}`, aliases: [`name ${index}`], rules }
  })
  const topic = real.topics[0]
  if (topic === undefined) throw new Error('the real guide has no topic')
  return {
    ...real,
    options: options.map((option) => ({ ...option, topic: topic.id })),
    questions: [...gates, ...questions],
    topics: [{ ...topic, options: options.map(({ id }) => id) }],
    faqs: [],
    tips: [],
    properties: [],
  }
}

const STATUSES = ['caution', 'check-first', 'not-now', 'avoid'] as const

function generateRule(
  base: TreatmentOption,
  cone: readonly Question[],
  index: number,
  next: () => number,
): Rule {
  const template = base.rules[0] as Rule
  const pick = () => cone[Math.floor(next() * cone.length)] as Question
  const is = (question: Question): Condition => ({ kind: 'is', question: question.id, values: ['yes'] })
  const { whileOpen: _, ...rule } = template
  return {
    ...rule,
    id: `r${index}`,
    kind: 'precaution',
    status: STATUSES[index % STATUSES.length] ?? 'avoid',
    when:
      index % 3 === 2
        ? { kind: 'all', of: [is(pick()), is(pick())] }
        : is(cone[index % cone.length] ?? pick()),
  }
}

/** Random people: one question in seven left open, one answer in twenty "unsure", few of them urgent. */
function person(
  guide: Guide,
  next: () => number,
  open: 'some' | 'none' = 'some',
): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {}
  for (const question of guide.questions) {
    if (open === 'some' && next() < 0.15) continue
    const values = question.answers.map(({ id }) => id).filter((id) => id !== 'none')
    const one = () => values[Math.floor(next() * values.length)] ?? 'unsure'
    if (question.type === 'one') answers[question.id] = open === 'some' && next() < 0.05 ? 'unsure' : one()
    else if (question.role === 'gate') answers[question.id] = next() < 0.9 ? ['none'] : [one()]
    else {
      const several = values.filter(() => next() < 0.15)
      answers[question.id] = several.length > 0 ? several : ['none']
    }
  }
  return answers
}

/** People who all have options: no warning sign, and adults. Questions are left open as above. */
export function listedPeople(
  guide: Guide,
  count: number,
  next: () => number,
  open: 'some' | 'none' = 'some',
): readonly Readonly<Record<string, Answer>>[] {
  return Array.from({ length: count }, () => withOptions(person(guide, next, open), next))
}

function withOptions(answers: Readonly<Record<string, Answer>>, next: () => number) {
  return { ...answers, 'warning-signs': ['none'], age: next() < 0.6 ? '18-64' : '65-or-over' }
}

/** Writes so many people, one a line; with `listed` people who all have options. */
export async function writePeople(
  guide: Guide,
  count: number,
  file: string,
  who: 'any' | 'listed' = 'any',
): Promise<void> {
  const next = random(42)
  const one = () => (who === 'any' ? person(guide, next) : withOptions(person(guide, next), next))
  const out = createWriteStream(file)
  for (let index = 0; index < count; ) {
    let text = ''
    for (const end = Math.min(count, index + 1000); index < end; index += 1)
      text += `${JSON.stringify(one())}\n`
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
