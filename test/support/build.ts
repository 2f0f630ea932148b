import { plan } from '../../src/core/engine/plan.ts'
import type {
  Answers,
  Condition,
  Guide,
  Indication,
  PlannedOption,
  Question,
  Rule,
  TreatmentOption,
} from '../../src/core/model.ts'
import { fixtureGuide, question } from './fixture-guide.ts'
import { fixtureOptions, place } from './fixture-options.ts'

/** Small guides for tests of the engine: only questions, gates and rules matter; texts come from the fixture. */

export const is = (question: string, ...values: readonly string[]): Condition => ({
  kind: 'is',
  question,
  values,
})

export function rule(id: string, when: Condition, status: Rule['status'], fields: Partial<Rule> = {}): Rule {
  const because = `because of ${id}`
  return {
    id,
    kind: 'contraindication',
    when,
    status,
    because,
    basis: 'prudence',
    sources: [],
    place,
    ...fields,
  }
}

export function indication(id: string, when: Condition, fields: Partial<Indication> = {}): Indication {
  const because = `because of ${id}`
  return { id, when, short: id, because, basis: 'prudence', sources: [], place, ...fields }
}

export function yesNo(id: string, fields: Partial<Question> = {}): Question {
  return question(id, id, { text: `${id}?`, ...fields })
}

export function many(id: string, values: readonly string[], fields: Partial<Question> = {}): Question {
  const answers = ['none', ...values].map((value) => ({ id: value, label: value }))
  return yesNo(id, { type: 'many', role: 'situation', answers, ...fields })
}

export function option(
  id: string,
  rules: readonly Rule[],
  fields: Partial<TreatmentOption> = {},
): TreatmentOption {
  const [template] = fixtureOptions
  if (template === undefined) throw new Error('the fixture has no options')
  return { ...template, id, title: id, aliases: [], features: [], rules, ...fields }
}

export function guideOf(
  questions: readonly Question[],
  options: readonly TreatmentOption[],
  fields: Partial<Guide> = {},
): Guide {
  const topics = [
    { id: 'all', title: 'All', aliases: [], summary: '', points: [], options: options.map(({ id }) => id) },
  ]
  return {
    ...fixtureGuide,
    questions,
    options,
    topics,
    warningSigns: [],
    outOfScope: [],
    properties: [],
    ...fields,
  }
}

/** Where one option stands for these answers. */
export function planned(guide: Guide, id: string, answers: Answers): PlannedOption {
  const found = plan(guide, answers).options.find(({ option }) => option.id === id)
  if (found === undefined) throw new Error(`no option ${id} in the plan`)
  return found
}

/** A sign that the answer `fever` to a question `signs` gives. */
export const fever = {
  id: 'fever',
  when: is('signs', 'fever'),
  sign: 'Fever',
  action: 'Go now',
  within: 'now',
  because: 'It may be an infection.',
  basis: 'source',
  sources: [],
  place,
} as const
