import {
  CERTAINTIES,
  type Condition,
  INVASIVENESS,
  OUTCOMES,
  RULE_KINDS,
  STATUSES,
  type Status,
  WITHIN,
} from '../core/model.ts'
import { isMapping } from './read-condition.ts'
import {
  boolean,
  byKind,
  choose,
  condition,
  day,
  doi,
  id,
  list,
  number,
  object,
  of100,
  oneOf,
  optional,
  pair,
  pmid,
  propertyId,
  type Shape,
  type Spelling,
  set,
  sourceId,
  text,
  url,
  year,
} from './schema.ts'

/** The envelope of an exported guide, and the first field of guide.yaml. */
export const GUIDE_SCHEMA = 'nextline/guide@1'

// Each shape says what one piece of a guide looks like; core/model.ts says what it means.

const sources = () => set(sourceId())
const ids = () => set(id())

/** Where a piece stands: known to the compiled form alone, as YAML has its own lines. */
function placed(spelling: Spelling) {
  const place = object('compiled', { file: text(), line: number(), column: number() })
  return spelling === 'compiled' ? ({ place } as unknown as Record<never, never>) : {}
}

const claimFields = () => ({
  text: text(),
  certainty: optional(oneOf(CERTAINTIES)),
  basis: optional(oneOf(['prudence'])),
  sources: sources(),
})
const claim = (spelling: Spelling) => object(spelling, claimFields())

const risk = (spelling: Spelling) =>
  object(spelling, {
    what: text(),
    'how-often': text(),
    'greater-risk': text(),
    'watch-for': text(),
    certainty: optional(oneOf(CERTAINTIES)),
    sources: sources(),
  })

const outcomeFields = () => ({
  outcome: text(),
  population: text(),
  'time-span': text(),
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
    direction: oneOf(['for', 'against', 'no-position']),
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

const RULE_STATUSES = STATUSES.filter((status): status is Exclude<Status, 'suitable'> => status !== 'suitable')

const rule = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    kind: oneOf(RULE_KINDS),
    when: condition(spelling),
    status: oneOf(RULE_STATUSES),
    because: text(),
    basis: oneOf(['evidence', 'guideline', 'prudence']),
    sources: sources(),
    ...placed(spelling),
  })

/** A file of options/. */
export const option = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    title: text(),
    topic: id(),
    aliases: list(text()),
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

const topic = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    title: text(),
    aliases: list(text()),
    summary: text(),
    points: list(object(spelling, { heading: text(), ...claimFields() })),
    options: list(id(), 1),
  })

const tip = (spelling: Spelling) =>
  object(spelling, { id: id(), title: text(), text: claim(spelling), options: ids() })

const headerFields = (spelling: Spelling) => ({
  id: id(),
  version: text(),
  title: text(),
  question: text(),
  problem: claim(spelling),
  decision: text(),
  course: claim(spelling),
  'living-with': claim(spelling),
  'evidence-note': text(),
  'see-a-doctor': text(),
  encouragement: text(),
  summary: list(claim(spelling), 1),
  notice: text(),
  'not-reassurance': claim(spelling),
  reviewed: day(),
  'review-by': day(),
  'update-policy': text(),
  'made-by': text(),
  funding: text(),
  method: text(),
  'not-found': list(text()),
  language: text(),
  topics: list(topic(spelling), 1),
})

/** guide.yaml. */
export const header = () =>
  object('yaml', { schema: oneOf([GUIDE_SCHEMA]), ...headerFields('yaml'), tips: list(tip('yaml')) })

const answerChoice = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    label: text(),
    clinical: optional(text()),
    avoids: optional(id()),
    seeks: optional(id()),
  })

const questionFields = (spelling: Spelling) => ({
  id: id(),
  label: text(),
  text: text(),
  clinical: text(),
  why: text(),
  settle: text(),
  type: oneOf(['one', 'many']),
  role: oneOf(['gate', 'safety', 'situation', 'preference']),
  change: oneOf(['fixed', 'changeable', 'discoverable']),
  screen: optional(id()),
  'ask-when': optional(condition(spelling)),
  ...placed(spelling),
})

/** An item of questions.yaml. */
export const question = () =>
  object('yaml', {
    ...questionFields('yaml'),
    sensitive: optional(boolean()),
    answers: optional(list(answerChoice('yaml'), 2)),
    'answers-from': optional(oneOf(['options'])),
  })

const warningSign = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    when: condition(spelling),
    sign: text(),
    action: text(),
    within: oneOf(WITHIN),
    because: text(),
    basis: oneOf(['source', 'editorial']),
    sources: sources(),
    ...placed(spelling),
  })

const outOfScope = (spelling: Spelling) =>
  object(spelling, { id: id(), when: condition(spelling), because: text(), ...placed(spelling) })

/** warning-signs.yaml. */
export const gates = () =>
  object('yaml', { 'warning-signs': list(warningSign('yaml')), 'out-of-scope': list(outOfScope('yaml')) })

/** An item of faqs.yaml. */
export const faq = (spelling: Spelling) =>
  object(spelling, { id: id(), question: text(), answer: claim(spelling), options: ids() })

/** An item of glossary.yaml. */
export const term = (spelling: Spelling) => object(spelling, { term: text(), aliases: list(text()), means: text() })

/** An item of sources.yaml. */
export const source = (spelling: Spelling) =>
  object(spelling, {
    id: sourceId(),
    title: text(),
    authors: optional(text()),
    where: text(),
    year: optional(year()),
    doi: optional(doi()),
    pmid: optional(pmid()),
    number: optional(text()),
    url: optional(url()),
    kind: oneOf(['guideline', 'research', 'policy', 'secondary']),
    read: oneOf(['full-text', 'abstract', 'excerpt', 'secondary']),
    'read-note': text(),
    accessed: day(),
    ...placed(spelling),
  })

// ---------------------------------------------------------------- properties

const statusList = () => set(oneOf(STATUSES), 1)
const propertyFields = (spelling: Spelling) => ({ id: propertyId(), says: text(), ...placed(spelling) })

/** Which options a property is about. */
export type Scope = 'all' | readonly string[] | { readonly with: readonly string[] }

const scope = (): Shape<Scope> =>
  choose<Scope>((input) => {
    if (Array.isArray(input)) return set(id(), 1)
    return isMapping(input) ? object('yaml', { with: set(id(), 1) }) : oneOf(['all'])
  })

const writtenStatusProperty = () =>
  object('yaml', {
    id: id(),
    says: text(),
    options: scope(),
    when: condition('yaml', true),
    unless: optional(condition('yaml', true)),
    only: optional(statusList()),
    never: optional(statusList()),
  })
const writtenOutcomeProperty = () =>
  object('yaml', { id: id(), says: text(), when: condition('yaml', true), outcome: oneOf(OUTCOMES) })
const writtenTextProperty = () => object('yaml', { id: id(), says: text(), lint: id() })

/** A property as authors write it, before its options are counted out. */
export type WrittenProperty = { readonly id: string; readonly says: string } & (
  | {
      readonly options: Scope
      readonly when: Condition
      readonly unless?: Condition
      readonly only?: readonly Status[]
      readonly never?: readonly Status[]
    }
  | { readonly when: Condition; readonly outcome: (typeof OUTCOMES)[number] }
  | { readonly lint: string }
)

/** An item of properties.yaml; its kind shows in its fields. */
export const property = (): Shape<WrittenProperty> =>
  choose<WrittenProperty>((input) => {
    if (isMapping(input) && 'lint' in input) return writtenTextProperty()
    return isMapping(input) && 'outcome' in input ? writtenOutcomeProperty() : writtenStatusProperty()
  })

const compiledProperty = () =>
  byKind({
    status: object('compiled', {
      ...propertyFields('compiled'),
      kind: oneOf(['status']),
      options: ids(),
      when: condition('compiled', true),
      unless: optional(condition('compiled', true)),
      only: statusList(),
    }),
    outcome: object('compiled', {
      ...propertyFields('compiled'),
      kind: oneOf(['outcome']),
      when: condition('compiled', true),
      outcome: oneOf(OUTCOMES),
    }),
    text: object('compiled', { ...propertyFields('compiled'), kind: oneOf(['text']), lint: id() }),
  })

/** A whole guide as the program holds and exports it. */
export const compiledGuide = () =>
  object('compiled', {
    ...headerFields('compiled'),
    options: list(option('compiled'), 1),
    questions: list(
      object('compiled', {
        ...questionFields('compiled'),
        sensitive: boolean(),
        answers: list(answerChoice('compiled'), 2),
      }),
      1,
    ),
    'warning-signs': list(warningSign('compiled')),
    'out-of-scope': list(outOfScope('compiled')),
    faqs: list(faq('compiled')),
    tips: list(tip('compiled')),
    glossary: list(term('compiled')),
    sources: list(source('compiled')),
    properties: list(compiledProperty()),
  })
