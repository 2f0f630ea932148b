import {
  BASES,
  CERTAINTIES,
  DENOMINATORS,
  DIRECTIONS,
  INVASIVENESS,
  NOTICED,
  PURPOSES,
  RULE_KINDS,
  STATUSES,
} from '../../../core/model.ts'
import { condition } from './condition.ts'
import {
  boolean,
  byKind,
  id,
  list,
  number,
  object,
  of100,
  oneOf,
  oneOfNumbers,
  optional,
  pair,
  type Spelling,
  set,
  shortText,
  sourceId,
  text,
  year,
} from './values.ts'

// Each shape says what one piece of a guide looks like; core/model.ts says what it means.

export const sources = () => set(sourceId())
export const ids = () => set(id())

/** Where a piece stands: known to the compiled form alone, as YAML has its own lines. */
export function placed(spelling: Spelling) {
  const place = object('compiled', { file: text(), line: number(), column: number() })
  return spelling === 'compiled' ? ({ place } as unknown as Record<never, never>) : {}
}

export const claimFields = () => ({
  text: text(),
  certainty: optional(oneOf(CERTAINTIES)),
  basis: optional(oneOf(['prudence'])),
  sources: sources(),
})
export const claim = (spelling: Spelling) => object(spelling, claimFields())

const risk = (spelling: Spelling) =>
  object(spelling, {
    what: text(),
    'how-often': text(),
    'greater-risk': text(),
    'watch-for': text(),
    certainty: optional(oneOf(CERTAINTIES)),
    basis: optional(oneOf(['prudence'])),
    sources: sources(),
  })

const outcomeFields = () => ({
  outcome: text(),
  population: text(),
  'time-span': text(),
  intervention: optional(text()),
  comparator: text(),
  certainty: oneOf([...CERTAINTIES, 'not-rated']),
  direct: boolean(),
  note: optional(text()),
  sources: sources(),
})

const outcome = (spelling: Spelling) =>
  byKind({
    'of-100': object(spelling, {
      id: id(),
      kind: oneOf(['of-100']),
      ...outcomeFields(),
      per: optional(oneOfNumbers(DENOMINATORS)),
      'with-option': of100(),
      'without-option': optional(of100()),
      interval: optional(pair(of100())),
      event: text(),
      otherwise: text(),
      good: boolean(),
    }),
    points: object(spelling, {
      id: id(),
      kind: oneOf(['points']),
      ...outcomeFields(),
      better: number(),
      interval: optional(pair(number())),
      scale: text(),
      noticeable: optional(text()),
    }),
  })

const recommendation = (spelling: Spelling) =>
  object(spelling, {
    body: text(),
    year: year(),
    population: text(),
    short: optional(shortText(18)),
    direction: oneOf(DIRECTIONS),
    strength: oneOf(['strong', 'conditional', 'not-stated']),
    certainty: oneOf([...CERTAINTIES, 'not-stated']),
    says: text(),
    sources: sources(),
  })

const test = (spelling: Spelling) =>
  object(spelling, {
    measures: claim(spelling),
    'if-positive': claim(spelling),
    'if-negative': claim(spelling),
    'harmless-finding': claim(spelling),
    'true-positive': claim(spelling),
    'true-negative': claim(spelling),
    'false-positive': claim(spelling),
    'false-negative': claim(spelling),
    'with-and-without': claim(spelling),
  })

const atAGlance = (spelling: Spelling) =>
  object(spelling, {
    setting: claim(spelling),
    effort: claim(spelling),
    onset: claim(spelling),
    duration: claim(spelling),
    repeatable: claim(spelling),
  })

/** A name of what decides a rule fits a card beside others. */
const SHORT = 32

const rule = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    kind: oneOf(RULE_KINDS),
    when: condition(spelling),
    status: oneOf(STATUSES),
    'while-open': optional(oneOf(['not-now', 'avoid'])),
    short: optional(shortText(SHORT)),
    do: optional(shortText(120)),
    because: text(),
    basis: oneOf(BASES),
    sources: sources(),
    ...placed(spelling),
  })

const indication = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    when: condition(spelling),
    short: shortText(60),
    because: text(),
    clinical: optional(shortText(80)),
    basis: oneOf(BASES),
    sources: sources(),
    ...placed(spelling),
  })

const cardText = (spelling: Spelling, longest: number) =>
  object(spelling, {
    clinician: optional(shortText(longest)),
    patient: shortText(longest),
    basis: optional(oneOf(['prudence'])),
    sources: sources(),
  })

/** The longest texts with which a card still fits one screen (22 lines of 80 columns). */
const card = (spelling: Spelling) =>
  object(spelling, {
    headline: optional(id()),
    what: cardText(spelling, 110),
    effect: cardText(spelling, 300),
    lasts: cardText(spelling, 110),
    takes: cardText(spelling, 110),
    harm: cardText(spelling, 260),
    fits: cardText(spelling, 150),
    ask: optional(object(spelling, { patient: shortText(150) })),
    help: optional(cardText(spelling, 150)),
  })

/** A file of options/. */
export const option = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    title: text(),
    'short-title': optional(shortText(SHORT)),
    topic: id(),
    aliases: list(text()),
    purpose: optional(oneOf(PURPOSES)),
    'benefit-noticed': optional(oneOf(NOTICED)),
    card: optional(card(spelling)),
    indications: optional(list(indication(spelling))),
    invasiveness: oneOf(INVASIVENESS),
    features: ids(),
    certainty: oneOf(CERTAINTIES),
    summary: claim(spelling),
    involves: list(claim(spelling)),
    benefits: list(claim(spelling), 1),
    harms: list(claim(spelling), 1),
    risks: list(risk(spelling)),
    'may-suit': list(claim(spelling)),
    'may-not-suit': list(claim(spelling)),
    'living-with': claim(spelling),
    'if-nothing': claim(spelling),
    'at-a-glance': atAGlance(spelling),
    outcomes: list(outcome(spelling)),
    'no-numbers': optional(text()),
    recommendations: list(recommendation(spelling)),
    disagreement: optional(text()),
    test: optional(test(spelling)),
    'questions-to-ask': list(text()),
    'clinical-notes': list(claim(spelling)),
    rules: list(rule(spelling)),
    ...placed(spelling),
  })
