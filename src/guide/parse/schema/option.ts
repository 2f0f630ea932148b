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
  optional,
  pair,
  set,
  sourceId,
  text,
  year,
} from './values.ts'

// Each shape says what one piece of a guide looks like; core/model.ts says what it means.

export const sources = () => set(sourceId())
export const ids = () => set(id())

/** Added when a piece is read; no author writes it. */
export const place = object({ file: text(), line: number(), column: number() })

export const claimFields = {
  text: text(),
  certainty: optional(oneOf(CERTAINTIES)),
  basis: optional(oneOf(['prudence'])),
  sources: sources(),
}
export const claim = object(claimFields)

const risk = object({
  what: text(),
  howOften: text(),
  greaterRisk: text(),
  watchFor: text(),
  certainty: optional(oneOf(CERTAINTIES)),
  basis: optional(oneOf(['prudence'])),
  sources: sources(),
})

const outcomeFields = {
  id: id(),
  outcome: text(),
  population: text(),
  timeSpan: text(),
  intervention: optional(text()),
  comparator: text(),
  certainty: oneOf([...CERTAINTIES, 'not-rated']),
  direct: boolean(),
  note: optional(text()),
  sources: sources(),
}

const outcome = byKind({
  'of-100': {
    ...outcomeFields,
    per: optional(oneOf(DENOMINATORS)),
    withOption: of100(),
    withoutOption: optional(of100()),
    interval: optional(pair(of100())),
    event: text(),
    otherwise: text(),
    good: boolean(),
  },
  points: {
    ...outcomeFields,
    better: number(),
    interval: optional(pair(number())),
    scale: text(),
    noticeable: optional(text()),
  },
})

const recommendation = object({
  body: text(),
  year: year(),
  population: text(),
  short: optional(text(18)),
  direction: oneOf(DIRECTIONS),
  strength: oneOf(['strong', 'conditional', 'not-stated']),
  certainty: oneOf([...CERTAINTIES, 'not-stated']),
  says: text(),
  sources: sources(),
})

const test = object({
  measures: claim,
  ifPositive: claim,
  ifNegative: claim,
  harmlessFinding: claim,
  truePositive: claim,
  trueNegative: claim,
  falsePositive: claim,
  falseNegative: claim,
  withAndWithout: claim,
})

const atAGlance = object({
  setting: claim,
  effort: claim,
  onset: claim,
  duration: claim,
  repeatable: claim,
})

/** The longest short name; several fit on one line of a card. */
const LONGEST_SHORT = 32

const rule = object({
  id: id(),
  kind: oneOf(RULE_KINDS),
  when: condition,
  status: oneOf(STATUSES),
  whileOpen: optional(oneOf(['not-now', 'avoid'])),
  short: optional(text(LONGEST_SHORT)),
  do: optional(text(120)),
  because: text(),
  basis: oneOf(BASES),
  sources: sources(),
  place,
})

const indication = object({
  id: id(),
  when: condition,
  short: text(60),
  because: text(),
  clinical: optional(text(80)),
  basis: oneOf(BASES),
  sources: sources(),
  place,
})

const cardText = (longest: number) =>
  object({
    clinician: optional(text(longest)),
    patient: text(longest),
    basis: optional(oneOf(['prudence'])),
    sources: sources(),
  })

/** The longest texts with which a card still fits one screen (22 lines of 80 columns). */
const card = object({
  headline: optional(id()),
  what: cardText(110),
  effect: cardText(300),
  lasts: cardText(110),
  takes: cardText(110),
  harm: cardText(260),
  fits: cardText(150),
  ask: optional(object({ patient: text(150) })),
  help: optional(cardText(150)),
})

/** A file of options/. */
export const option = object({
  id: id(),
  title: text(),
  shortTitle: optional(text(LONGEST_SHORT)),
  topic: id(),
  aliases: list(text()),
  purpose: optional(oneOf(PURPOSES)),
  benefitNoticed: optional(oneOf(NOTICED)),
  card: optional(card),
  indications: optional(list(indication)),
  invasiveness: oneOf(INVASIVENESS),
  features: ids(),
  certainty: oneOf(CERTAINTIES),
  summary: claim,
  involves: list(claim),
  benefits: list(claim, 1),
  harms: list(claim, 1),
  risks: list(risk),
  maySuit: list(claim),
  mayNotSuit: list(claim),
  livingWith: claim,
  ifNothing: claim,
  atAGlance,
  outcomes: list(outcome),
  noNumbers: optional(text()),
  recommendations: list(recommendation),
  disagreement: optional(text()),
  test: optional(test),
  questionsToAsk: list(text()),
  clinicalNotes: list(claim),
  rules: list(rule),
  place,
})
