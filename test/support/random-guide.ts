import fc from 'fast-check'
import type {
  Answers,
  Condition,
  Guide,
  Indication,
  OutOfScope,
  Property,
  Question,
  Rule,
  TreatmentOption,
  WarningSign,
} from '../../src/core/model.ts'
import {
  CERTAINTIES,
  DIRECTIONS,
  INVASIVENESS,
  NONE,
  NOTICED,
  OUTCOMES,
  PURPOSES,
  RULE_KINDS,
  STATUSES,
} from '../../src/core/model.ts'
import { answersTo } from './answer-sets.ts'
import { anyAnswers } from './answers.ts'
import { fixtureGuide } from './fixture-guide.ts'
import { fixtureOptions, place } from './fixture-options.ts'

const [template] = fixtureOptions as readonly [TreatmentOption]

function condition(questions: readonly Question[], depth: number, open: boolean): fc.Arbitrary<Condition> {
  const is = fc.constantFrom(...questions).chain((question) =>
    fc
      .subarray(
        question.answers.map(({ id }) => id),
        { minLength: 1, maxLength: Math.min(2, question.answers.length) },
      )
      .map((values): Condition => ({ kind: 'is', question: question.id, values })),
  )
  const leaves = [
    { arbitrary: is, weight: 8 },
    { arbitrary: fc.constant<Condition>({ kind: 'always' }), weight: 1 },
    ...(open
      ? [
          {
            arbitrary: fc
              .constantFrom(...questions)
              .map(({ id }): Condition => ({ kind: 'open', question: id })),
            weight: 2,
          },
        ]
      : []),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const part = condition(questions, depth - 1, open)
  return fc.oneof(
    ...leaves,
    { arbitrary: part.map((of): Condition => ({ kind: 'not', of })), weight: 3 },
    {
      arbitrary: fc
        .tuple(
          fc.constantFrom('all' as const, 'any' as const),
          fc.array(part, { minLength: 1, maxLength: 3 }),
        )
        .map(([kind, of]): Condition => ({ kind, of })),
      weight: 4,
    },
  )
}

const PLAIN = ['a', 'b', 'c']

/** `askWhen` may test the questions before it. Some lists have no `none`. */
function question(index: number, earlier: readonly Question[]): fc.Arbitrary<Question> {
  const { questions } = fixtureGuide
  const [base] = questions as readonly [Question]
  return fc
    .record({
      type: fc.oneof({ arbitrary: fc.constant('one' as const), weight: 2 }, fc.constant('many' as const)),
      size: fc.integer({ min: 1, max: 3 }),
      none: fc.integer({ min: 0, max: 4 }),
      role: fc.constantFrom('gate', 'safety', 'situation', 'preference'),
      becoming: fc.array(fc.subarray([NONE, ...PLAIN]), { minLength: 4, maxLength: 4 }),
      askWhen:
        earlier.length === 0 ? fc.constant(undefined) : fc.option(condition(earlier, 1, false), { freq: 3 }),
      leans: fc.constantFrom(
        {},
        {},
        { avoids: 'needle' },
        { seeks: 'quick-relief' },
        { seeks: 'nothing-has-it' },
      ),
    })
    .map(({ type, size, none, role, becoming, askWhen, leans }) => {
      const { askWhen: _, ...plain } = base
      const values = PLAIN.slice(0, type === 'one' ? size + 1 : Math.min(size, 2))
      const ids = type === 'many' && none > 0 ? [NONE, ...values] : values.slice(0, 3)
      return {
        ...plain,
        id: `q${index}`,
        type,
        role,
        answers: ids.map((id, index) => ({
          id,
          label: id,
          canBecome: (becoming[index] ?? []).filter((other) => other !== id && ids.includes(other)),
          ...(index === 1 ? leans : {}),
        })),
        ...(askWhen ? { askWhen } : {}),
      } as Question
    })
}

function questionList(count: number): fc.Arbitrary<readonly Question[]> {
  const grow = (questions: readonly Question[]): fc.Arbitrary<readonly Question[]> =>
    questions.length === count
      ? fc.constant(questions)
      : question(questions.length, questions).chain((next) => grow([...questions, next]))
  return grow([])
}

/** Brute force tries all of them. */
const MOST_COMBINATIONS = 260

function combinations(questions: readonly Question[]): number {
  return questions.reduce((product, question) => product * answersTo(question).length, 1)
}

function rules(questions: readonly Question[]): fc.Arbitrary<readonly Rule[]> {
  const rule = fc.record({
    kind: fc.oneof(
      { arbitrary: fc.constant('contraindication' as const), weight: 3 },
      fc.constantFrom(...RULE_KINDS),
    ),
    status: fc.constantFrom(...STATUSES.slice(1)),
    when: condition(questions, 2, false),
    open: fc.constantFrom({}, {}, {}, { whileOpen: 'not-now' }, { whileOpen: 'avoid' }),
  })
  return fc.array(rule, { minLength: 1, maxLength: 4 }).map((list) =>
    list.map(
      ({ open, ...fields }, index) =>
        ({
          ...fields,
          ...open,
          id: `r${index}`,
          because: 'Because.',
          basis: 'prudence',
          sources: [],
          place,
        }) as Rule,
    ),
  )
}

/** The fields of an option that a plan depends on. */
function option(questions: readonly Question[]): fc.Arbitrary<TreatmentOption> {
  const direction = fc.constantFrom(...DIRECTIONS)
  const indications = fc.array(condition(questions, 1, false), { maxLength: 2 }).map((list) =>
    list.map(
      (when, index): Indication => ({
        id: `i${index}`,
        when,
        short: `i${index}`,
        because: 'Because.',
        basis: 'prudence',
        sources: [],
        place,
      }),
    ),
  )
  return fc
    .record({
      rules: rules(questions),
      indications,
      features: fc.subarray(['needle', 'quick-relief']),
      purpose: fc.constantFrom(...PURPOSES),
      benefitNoticed: fc.constantFrom(...NOTICED, undefined),
      certainty: fc.constantFrom(...CERTAINTIES),
      invasiveness: fc.constantFrom(...INVASIVENESS),
      directions: fc.array(direction, { maxLength: 2 }),
    })
    .map(({ directions, ...fields }) => ({
      ...template,
      ...fields,
      recommendations: directions.map((direction) => ({ ...template.recommendations[0], direction })),
    })) as fc.Arbitrary<TreatmentOption>
}

function properties(questions: readonly Question[], options: number): fc.Arbitrary<readonly Property[]> {
  const ids = Array.from({ length: options }, (_, index) => `o${index}`)
  const about = { id: fc.constant(''), says: fc.constant(''), place: fc.constant(place) }
  const status = fc.record(
    {
      ...about,
      kind: fc.constant('status' as const),
      options: fc.subarray(ids, { minLength: 1 }),
      when: condition(questions, 1, true),
      unless: condition(questions, 1, true),
      only: fc.subarray([...STATUSES], { minLength: 1, maxLength: 5 }),
    },
    { requiredKeys: ['id', 'says', 'place', 'kind', 'options', 'when', 'only'] },
  )
  const outcome = fc.record({
    ...about,
    kind: fc.constant('outcome' as const),
    when: condition(questions, 1, true),
    outcome: fc.constantFrom(...OUTCOMES),
  })
  return fc
    .array(fc.oneof<fc.MaybeWeightedArbitrary<Property>[]>({ arbitrary: status, weight: 3 }, outcome), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) => list.map((property, index) => ({ ...property, id: `p${index}` })))
}

/** Small guides of every shape that the engine knows: 2 to 4 questions, 1 to 3 options with 1 to 4 rules each. */
export const smallGuide: fc.Arbitrary<Guide> = fc
  .oneof({ arbitrary: fc.constant(2), weight: 3 }, { arbitrary: fc.constant(3), weight: 3 }, fc.constant(4))
  .chain(questionList)
  .filter((questions) => combinations(questions) <= MOST_COMBINATIONS)
  .chain((questions) => {
    const gates = fc.array(condition(questions, 1, false), { maxLength: 1 })
    return fc
      .record({
        questions: fc.constant(questions),
        options: fc.array(option(questions), { minLength: 1, maxLength: 3 }),
      })
      .chain((parts) =>
        fc
          .record({ gates, scopes: gates, properties: properties(questions, parts.options.length) })
          .map((rest) => ({
            ...fixtureGuide,
            questions: parts.questions,
            options: parts.options.map((option, index) => ({ ...option, id: `o${index}` })),
            warningSigns: rest.gates.map((when, index) => ({ ...sign(index), when })),
            outOfScope: rest.scopes.map(
              (when, index): OutOfScope => ({ id: `s${index}`, when, because: 'Because.', place }),
            ),
            properties: rest.properties,
          })),
      )
  })

function sign(index: number): WarningSign {
  const [first] = fixtureGuide.warningSigns as readonly [WarningSign]
  return { ...first, id: `w${index}` }
}

/** A small guide and any answers to it. */
export const guideAndAnswers: fc.Arbitrary<{ readonly guide: Guide; readonly answers: Answers }> =
  smallGuide.chain((guide) => anyAnswers(guide).map((answers) => ({ guide, answers })))
