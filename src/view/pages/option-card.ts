import type { Card, CardText, Guide, Rule, Status, TreatmentOption } from '../../core/model.ts'
import { nameToType } from '../../guide/find/names.ts'
import { firstNames } from '../../text/words.ts'
import { facts, heading } from '../document/blocks.ts'
import type { Block, Document, Fact, Inline, Text } from '../document/document.ts'
import { conditionWords } from '../text/condition-text.ts'
import { CERTAINTY_NAME, type Reader } from '../text/labels.ts'
import { cardWords } from '../text/reader-words.ts'
import { distinct, firstSentence, shortTitle } from '../text/short-names.ts'
import { guidelineRows } from './guideline-rows.ts'
import { closing, fitScreen, screenPage } from './screen.ts'

/** `spare`: rows that may be left out, the highest first. */
export type CardRow = Fact & { readonly spare?: number }

/** Leaves out rows with a `spare` above `spared`, and names of first steps beyond `steps`. */
type Cut = { readonly spared: number; readonly steps: number }
const CUTS: readonly Cut[] = [
  { spared: 9, steps: 99 },
  { spared: 8, steps: 99 },
  { spared: 7, steps: 99 },
  { spared: 6, steps: 99 },
  { spared: 5, steps: 99 },
  { spared: 5, steps: 5 },
  { spared: 4, steps: 5 },
  { spared: 4, steps: 3 },
  { spared: 3, steps: 3 },
  { spared: 2, steps: 3 },
  { spared: 1, steps: 3 },
]

/**
 * An option on one screen. "Not if", "Check first", "With care" and the guidelines come from rules and recommendations.
 */
export function optionCard(
  guide: Guide,
  option: TreatmentOption,
  reader: Reader,
  { isWalk }: { readonly isWalk?: boolean } = {},
): Document {
  const pages = CUTS.map(({ spared, steps }) => () => {
    const rows = cardRows(guide, option, reader, steps).filter(({ spare = 0 }) => spare <= spared)
    return screenPage(option.title, [
      title(option, reader),
      ...facts(rows.map(({ label, value }) => ({ label, value }))),
      ...(isWalk === true ? [] : closing(...readOn(option))),
    ])
  })
  return fitScreen(pages, isWalk === true ? LINES_IN_WALK : undefined)
}

/** 24 rows minus a question of the walk with two answers. */
const LINES_IN_WALK = 15

const LONGEST_NAME = 60

function title(option: TreatmentOption, reader: Reader): Block {
  const certainty = CERTAINTY_NAME[option.certainty].toLowerCase()
  const aside = reader === 'patient' ? `how sure: ${certainty}` : `certainty ${certainty}`
  return heading(1, cardTitle(option, reader), { id: `option:${option.id}`, aside })
}

/** The full title for clinicians; for patients the everyday one, with the full one in brackets if it differs. */
function cardTitle(option: TreatmentOption, reader: Reader): string {
  const everyday = shortTitle(option)
  const full = option.title.replace(/\s*\([^)]*\)/g, '')
  if (reader === 'clinician') return option.title.length <= LONGEST_NAME ? option.title : full
  const both = `${everyday} (${full.charAt(0).toLowerCase()}${full.slice(1)})`
  return full.toLowerCase() === everyday.toLowerCase() || both.length > LONGEST_NAME ? everyday : both
}

function readOn(option: TreatmentOption): readonly Inline[] {
  const name = nameToType(option)
  return [
    { faint: 'More: ' },
    { code: `nextline ${name} --full` },
    { faint: ` · Parts: ${name} risks, rules, numbers or guidelines` },
  ]
}

/** All rows of a card, for comparisons. */
export function cardFacts(guide: Guide, option: TreatmentOption, reader: Reader): readonly Fact[] {
  const certainty = { label: 'How sure', value: CERTAINTY_NAME[option.certainty] }
  const rows = cardRows(guide, option, reader, Number.POSITIVE_INFINITY)
  return [certainty, ...rows.map(({ label, value }) => ({ label, value }))]
}

type CardField = 'what' | 'effect' | 'lasts' | 'takes' | 'harm' | 'fits'

const LABELS: Readonly<Record<CardField | 'not' | 'first' | 'care', Readonly<Record<Reader, string>>>> = {
  what: { clinician: 'WHAT', patient: 'What it is' },
  effect: { clinician: 'EFFECT', patient: 'May gain' },
  lasts: { clinician: 'LASTS', patient: 'Lasts' },
  takes: { clinician: 'TAKES', patient: 'Takes' },
  harm: { clinician: 'HARM', patient: 'Risks' },
  fits: { clinician: 'FITS', patient: 'May suit' },
  not: { clinician: 'NOT', patient: 'Not if' },
  first: { clinician: 'FIRST', patient: 'Check first' },
  care: { clinician: 'CARE', patient: 'With care' },
}

function cardRows(guide: Guide, option: TreatmentOption, reader: Reader, steps: number): readonly CardRow[] {
  const card = option.card ?? cardFromTexts(option)
  const cardRow = (field: CardField, spare?: number): CardRow => ({
    label: LABELS[field][reader],
    value: cardText(card[field], reader),
    ...(spare === undefined ? {} : { spare }),
  })
  const isPatient = reader === 'patient'
  return [
    cardRow('what', isPatient ? 5 : 8),
    cardRow('effect'),
    cardRow('lasts', 3),
    cardRow('takes', 4),
    cardRow('harm'),
    cardRow('fits', 2),
    ...ruleRows(guide, option, reader, steps),
    ...guidelineRows(option, reader),
    ...(isPatient && card.ask !== undefined ? [{ label: 'Ask', value: card.ask.patient, spare: 7 }] : []),
    ...(isPatient && card.help !== undefined
      ? [{ label: 'Get help', value: cardText(card.help, reader), spare: 1 }]
      : []),
  ]
}

function cardText(text: CardText, reader: Reader): Text {
  const words = cardWords(text, reader) ?? ''
  return text.basis === 'prudence' ? [words, { faint: ' (our caution)' }] : words
}

/** Rows for the rules: whom it is not for, what comes first, and when it takes care. */
function ruleRows(guide: Guide, option: TreatmentOption, reader: Reader, steps: number): readonly CardRow[] {
  const rules = option.rules.filter(({ kind }) => kind !== 'tried' && kind !== 'relevance')
  const shorts = (...statuses: readonly Status[]) =>
    distinct(rules.filter(({ status }) => statuses.includes(status)).map((rule) => shortOf(guide, rule)))
  const never = shorts('avoid')
  const later = shorts('not-now').filter((short) => !never.includes(short))
  const parts = [
    ...(never.length === 0 ? [] : [listed(never, reader)]),
    ...(later.length === 0 ? [] : [`not now: ${listed(later, reader)}`]),
  ]
  const checks = rules.filter(({ status }) => status === 'check-first')
  // Prerequisites, which concern everyone, come first.
  const isForAll = ({ kind }: Rule) => kind === 'prerequisite'
  const first = [...checks.filter(isForAll), ...checks.filter((rule) => !isForAll(rule))]
  const care = shorts('caution')
  return [
    { label: LABELS.not[reader], value: parts.length === 0 ? 'No answer rules it out.' : parts.join('; ') },
    ...(first.length === 0
      ? []
      : [{ label: LABELS.first[reader], value: checkFirstText(guide, first, reader, steps) }]),
    ...(care.length === 0 ? [] : [{ label: LABELS.care[reader], value: listed(care, reader), spare: 9 }]),
  ]
}

const LONGEST_STEPS = 140

/** First steps as sentences if they are short, otherwise by their short names. */
function checkFirstText(guide: Guide, rules: readonly Rule[], reader: Reader, most: number): string {
  const steps = distinct(rules.map((rule) => rule.do ?? ''))
  const whole = steps.join(' ')
  if (!steps.includes('') && whole.length <= LONGEST_STEPS) return whole
  const shorts = distinct(rules.map((rule) => shortOf(guide, rule)))
  return listed(shorts, reader, most)
}

function shortOf(guide: Guide, rule: Rule): string {
  return rule.short ?? conditionWords(guide, rule.when)
}

function listed(shorts: readonly string[], reader: Reader, most?: number): string {
  return firstNames(shorts, most, reader === 'clinician' ? ' | ' : ', ')
}

/** A card for an option without one, from first sentences of its texts. */
function cardFromTexts(option: TreatmentOption): Card {
  const text = (claim: { readonly text: string } | undefined): CardText => ({
    patient: claim === undefined ? 'Not known.' : firstSentence(claim.text),
    sources: [],
  })
  const [risk] = option.risks
  return {
    what: text(option.summary),
    effect: text(option.benefits[0] ?? option.summary),
    lasts: text(option.atAGlance.duration),
    takes: text(option.atAGlance.effort),
    harm: text(option.harms[0]),
    fits: text(option.maySuit[0]),
    ...(option.questionsToAsk[0] && { ask: { patient: option.questionsToAsk[0] } }),
    ...(risk && { help: { patient: firstSentence(risk.watchFor), sources: [] } }),
  }
}
