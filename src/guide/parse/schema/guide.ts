import { SOURCE_KINDS, WITHIN } from '../../../core/model.ts'
import { condition } from './condition.ts'
import { claim, claimFields, ids, option, placed, sources } from './option.ts'
import { compiledProperty } from './property.ts'
import {
  boolean,
  day,
  doi,
  id,
  list,
  number,
  object,
  oneOf,
  optional,
  pmid,
  type Spelling,
  shortText,
  sourceId,
  text,
  url,
  year,
} from './values.ts'

/** The envelope of an exported guide, and the first field of guide.yaml. */
export const GUIDE_SCHEMA = 'nextline/guide@1'

const topic = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    title: text(),
    aliases: list(text()),
    summary: text(),
    short: optional(shortText(60)),
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
  'short-notice': optional(shortText(78)),
  'not-reassurance': claim(spelling),
  'safety-net': optional(object(spelling, { patient: shortText(160), clinician: shortText(160) })),
  reviewed: day(),
  'review-by': day(),
  'update-policy': text(),
  'made-by': text(),
  'author-qualifications': optional(text()),
  'question-order': optional(oneOf(['fixed'])),
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
    short: optional(shortText(32)),
    aliases: optional(list(text())),
    'can-become': optional(ids()),
    range: optional(object(spelling, { from: optional(number()), to: optional(number()) })),
    clinical: optional(text()),
    avoids: optional(id()),
    seeks: optional(id()),
  })

const questionFields = (spelling: Spelling) => ({
  id: id(),
  label: text(),
  'short-label': optional(shortText(32)),
  aliases: optional(list(text())),
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
    say: optional(shortText(50)),
    concern: optional(shortText(70)),
    action: text(),
    within: oneOf(WITHIN),
    because: text(),
    basis: oneOf(['source', 'editorial']),
    sources: sources(),
    ...placed(spelling),
  })

const urgentAction = (spelling: Spelling) =>
  object(spelling, {
    within: oneOf(WITHIN),
    heading: text(),
    lines: list(text(), 1),
    basis: oneOf(['source', 'editorial']),
    sources: sources(),
  })

const alert = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    when: condition(spelling),
    text: shortText(240),
    basis: oneOf(['source', 'editorial']),
    sources: sources(),
    ...placed(spelling),
  })

const outOfScope = (spelling: Spelling) =>
  object(spelling, { id: id(), when: condition(spelling), because: text(), ...placed(spelling) })

/** warning-signs.yaml. */
export const gates = () =>
  object('yaml', {
    actions: optional(list(urgentAction('yaml'))),
    'warning-signs': list(warningSign('yaml')),
    'out-of-scope': list(outOfScope('yaml')),
    alerts: optional(list(alert('yaml'))),
  })

/** An item of faqs.yaml. */
export const faq = (spelling: Spelling) =>
  object(spelling, {
    id: id(),
    question: text(),
    aliases: optional(list(text())),
    answer: claim(spelling),
    options: ids(),
  })

/** An item of glossary.yaml. */
export const term = (spelling: Spelling) =>
  object(spelling, { term: text(), aliases: list(text()), means: text() })

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
    published: optional(day()),
    updated: optional(day()),
    url: optional(url()),
    'read-in': optional(object(spelling, { where: text(), url: optional(url()) })),
    kind: oneOf(SOURCE_KINDS),
    'no-identifier': optional(text()),
    'secondary-because': optional(text()),
    read: oneOf(['full-text', 'abstract', 'excerpt', 'secondary']),
    'read-note': text(),
    accessed: day(),
    ...placed(spelling),
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
    'urgent-actions': optional(list(urgentAction('compiled'))),
    'warning-signs': list(warningSign('compiled')),
    'out-of-scope': list(outOfScope('compiled')),
    alerts: optional(list(alert('compiled'))),
    faqs: list(faq('compiled')),
    tips: list(tip('compiled')),
    glossary: list(term('compiled')),
    sources: list(source('compiled')),
    properties: list(compiledProperty()),
  })
