import { SOURCE_KINDS, TIME_FRAMES } from '../../../core/model.ts'
import { condition } from './condition.ts'
import { claim, claimFields, ids, option, place, sources } from './option.ts'
import { property } from './property.ts'
import {
  boolean,
  day,
  doi,
  id,
  list,
  number,
  type Output,
  object,
  oneOf,
  optional,
  pmid,
  sourceId,
  text,
  url,
  year,
} from './values.ts'

/** The envelope of an exported guide, and the first field of guide.yaml. */
export const GUIDE_SCHEMA = 'nextline/guide@1'

const topic = object({
  id: id(),
  title: text(),
  aliases: list(text()),
  summary: text(),
  short: optional(text(60)),
  points: list(object({ heading: text(), ...claimFields })),
  options: list(id(), 1),
})

const tip = object({ id: id(), title: text(), text: claim, options: ids() })

const headerFields = {
  id: id(),
  version: text(),
  title: text(),
  question: text(),
  problem: claim,
  decision: text(),
  course: claim,
  livingWith: claim,
  evidenceNote: text(),
  seeADoctor: text(),
  encouragement: text(),
  summary: list(claim, 1),
  notice: text(),
  shortNotice: optional(text(78)),
  notReassurance: claim,
  safetyNet: optional(object({ patient: text(160), clinician: text(160) })),
  reviewed: day(),
  reviewBy: day(),
  updatePolicy: text(),
  madeBy: text(),
  authorQualifications: optional(text()),
  questionOrder: optional(oneOf(['fixed'])),
  funding: text(),
  method: text(),
  notFound: list(text()),
  language: text(),
  topics: list(topic, 1),
}

/** guide.yaml. */
export const header = object({ schema: oneOf([GUIDE_SCHEMA]), ...headerFields, tips: list(tip) })

export type WrittenHeader = Output<typeof header>

const answerChoice = object({
  id: id(),
  label: text(),
  short: optional(text(32)),
  aliases: optional(list(text())),
  canBecome: optional(ids()),
  range: optional(object({ from: optional(number()), to: optional(number()) })),
  clinical: optional(text()),
  avoids: optional(id()),
  seeks: optional(id()),
})

const questionFields = {
  id: id(),
  label: text(),
  shortLabel: optional(text(32)),
  aliases: optional(list(text())),
  text: text(),
  clinical: text(),
  why: text(),
  settle: text(),
  type: oneOf(['one', 'many']),
  role: oneOf(['gate', 'safety', 'situation', 'preference']),
  change: oneOf(['fixed', 'changeable', 'discoverable']),
  screen: optional(id()),
  groups: optional(ids()),
  askWhen: optional(condition),
  place,
}

/** An item of questions.yaml. */
export const writtenQuestion = object({
  ...questionFields,
  sensitive: optional(boolean()),
  answers: optional(list(answerChoice, 2)),
  answersFrom: optional(oneOf(['options'])),
})

export type WrittenQuestion = Output<typeof writtenQuestion>

const warningSign = object({
  id: id(),
  when: condition,
  sign: text(),
  say: optional(text(50)),
  concern: optional(text(70)),
  action: text(),
  within: oneOf(TIME_FRAMES),
  because: text(),
  basis: oneOf(['source', 'editorial']),
  sources: sources(),
  place,
})

const urgentAction = object({
  within: oneOf(TIME_FRAMES),
  heading: text(),
  lines: list(text(), 1),
  basis: oneOf(['source', 'editorial']),
  sources: sources(),
})

const alert = object({
  id: id(),
  when: condition,
  text: text(240),
  basis: oneOf(['source', 'editorial']),
  sources: sources(),
  place,
})

const outOfScope = object({ id: id(), when: condition, because: text(), place })

/** warning-signs.yaml. */
export const gates = object({
  actions: optional(list(urgentAction)),
  warningSigns: list(warningSign),
  outOfScope: list(outOfScope),
  alerts: optional(list(alert)),
})

export type Gates = Output<typeof gates>

/** An item of faqs.yaml. */
export const faq = object({
  id: id(),
  question: text(),
  aliases: optional(list(text())),
  answer: claim,
  options: ids(),
})

/** An item of glossary.yaml. */
export const term = object({ term: text(), aliases: list(text()), means: text() })

/** An item of sources.yaml. */
export const source = object({
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
  readIn: optional(object({ where: text(), url: optional(url()) })),
  kind: oneOf(SOURCE_KINDS),
  noIdentifier: optional(text()),
  secondaryBecause: optional(text()),
  read: oneOf(['full-text', 'abstract', 'excerpt', 'secondary']),
  readNote: text(),
  accessed: day(),
  place,
})

/** A whole guide as the program uses and exports it. */
export const guide = object({
  ...headerFields,
  options: list(option, 1),
  questions: list(
    object({
      ...questionFields,
      sensitive: boolean(),
      answers: list(answerChoice, 2),
    }),
    1,
  ),
  urgentActions: optional(list(urgentAction)),
  warningSigns: list(warningSign),
  outOfScope: list(outOfScope),
  alerts: optional(list(alert)),
  faqs: list(faq),
  tips: list(tip),
  glossary: list(term),
  sources: list(source),
  properties: list(property),
})
