import type { Outcome, TreatmentOption } from '../../core/model.ts'
import { withCommas } from '../../text/words.ts'
import { cited, fact, facts, heading, paragraph } from '../document/blocks.ts'
import type { Block, Fact, Level } from '../document/document.ts'
import { CERTAINTY_MEANS, inSentence } from './labels.ts'

type Of100 = Extract<Outcome, { kind: 'of-100' }>
type Points = Extract<Outcome, { kind: 'points' }>
type OutcomeCertainty = Outcome['certainty']

const INDIRECT = 'Indirect: the people studied are not quite those this guide is for.'
const DIRECT = 'Direct: the people studied are like those this guide is for.'

/** An outcome in one or two sentences: both frames for numbers of 100, GRADE's verbs for points. */
export function outcomeSentence(option: TreatmentOption, outcome: Outcome): string {
  return outcome.kind === 'of-100' ? of100Sentence(option, outcome) : pointsSentence(outcome)
}

/** An outcome with its icon array, if it has one, and all facts about it. */
export function outcomeBlocks(option: TreatmentOption, outcome: Outcome, level: Level): readonly Block[] {
  const sentence = outcomeSentence(option, outcome)
  return [
    heading(level, outcomeTitle(option, outcome)),
    outcome.kind === 'of-100' && (outcome.per ?? 100) === 100
      ? iconArray(option, outcome, sentence)
      : paragraph(sentence),
    ...facts(outcomeFacts(outcome)),
  ]
}

/** The outcome's name; with its time span when the option has several of that name. */
function outcomeTitle(option: TreatmentOption, { outcome, timeSpan }: Outcome): string {
  const same = option.outcomes.filter((other) => other.outcome === outcome)
  return same.length > 1 ? `${outcome}: ${timeSpan}` : outcome
}

function iconArray(option: TreatmentOption, outcome: Of100, sentence: string): Block {
  const without = outcome.withoutOption
  return {
    kind: 'icon-array',
    rows: [
      { label: `With ${interventionName(option, outcome)}`, count: outcome.withOption },
      ...(without === undefined ? [] : [{ label: `With ${outcome.comparator}`, count: without }]),
    ],
    event: outcome.event,
    otherwise: outcome.otherwise,
    isGood: outcome.good,
    sentence,
  }
}

/** The option, unless the study names another intervention. */
function interventionName(option: TreatmentOption, outcome: Outcome): string {
  return outcome.intervention ?? inSentence(option.title)
}

function of100Sentence(option: TreatmentOption, outcome: Of100): string {
  const { event, otherwise, withOption, withoutOption } = outcome
  const per = outcome.per ?? 100
  // For rarer events the second frame is left out.
  const others = (count: number) => (per === 100 ? `${numeral(100 - count)} ${otherwise}` : '')
  const joined = (parts: readonly string[], mark: string) => parts.filter((part) => part !== '').join(mark)
  const counted = `${numeral(withOption)} ${event} with ${interventionName(option, outcome)}`
  const withIt = `Of ${withCommas(per)} ${populationWords(outcome.population)}, ${joined([counted, others(withOption)], '; ')}.`
  if (withoutOption === undefined) return `${withIt} There was no group to compare with.`
  const compared = joined([`${numeral(withoutOption)} ${event}`, others(withoutOption)], ', ')
  return `${withIt} With ${outcome.comparator}: ${compared}.`
}

/**
 * An outcome in one line without its certainty: "Pain: 3.3 points of 100 better than with dummy tablets; about 8
 * weeks."
 */
export function outcomeInBrief(outcome: Outcome): string {
  const time = briefTime(outcome.timeSpan)
  if (outcome.kind === 'of-100') {
    const per = withCommas(outcome.per ?? 100)
    const without = outcome.withoutOption
    const compared = without === undefined ? '' : `, ${numeral(without)} with ${outcome.comparator}`
    return `${numeral(outcome.withOption)} of ${per} ${outcome.event}${compared}; ${time}.`
  }
  const size = numeral(Math.abs(outcome.better))
  const most = /^0 to ([\d.]+)/.exec(outcome.scale)?.[1]
  const unit = size === '1' ? 'point' : 'points'
  const points = most === undefined ? `${size} ${unit} (${outcome.scale})` : `${size} ${unit} of ${most}`
  const by =
    outcome.better === 0
      ? `no different from ${outcome.comparator}`
      : `${points} ${outcome.better > 0 ? 'better' : 'worse'} than with ${outcome.comparator}`
  return `${outcome.outcome}: ${by}; ${time}.`
}

/** A time span without its brackets, or "time not stated". */
function briefTime(timeSpan: string): string {
  return /^not\b/i.test(timeSpan) ? 'time not stated' : timeSpan.replace(/\s*\([^)]*\)/g, '')
}

const IMPROVED: Readonly<Record<OutcomeCertainty, string>> = {
  high: 'improved',
  moderate: 'probably improved',
  low: 'may have improved',
  'very-low': 'may have improved',
  'not-rated': 'improved',
}

function pointsSentence(outcome: Points): string {
  const size = Math.abs(outcome.better)
  const by =
    size === 0
      ? `as much as with ${outcome.comparator}`
      : `by ${numeral(size)} ${size === 1 ? 'point' : 'points'} ${outcome.better > 0 ? 'more' : 'less'} than with ${outcome.comparator}`
  const doubt = outcome.certainty === 'very-low' ? ', but this is very uncertain' : ''
  const sentence = `On average, ${inSentence(outcome.outcome)} ${IMPROVED[outcome.certainty]} ${by}, on a scale of ${outcome.scale}${doubt}.`
  const chance = spansZero(outcome) ? ' The difference may be down to chance.' : ''
  const small = isUnnoticed(outcome) ? ' That is less than most people would notice.' : ''
  return `${sentence}${small}${chance}`
}

/** True when the 95% interval contains zero. */
function spansZero({ interval }: Points): boolean {
  return interval !== undefined && interval[0] <= 0 && interval[1] >= 0
}

/** True when the average change is below the smallest noticeable one, if that is given in points. */
function isUnnoticed(outcome: Points): boolean {
  const least = /^(?:about )?(\d+(?:\.\d+)?)(?: to \d+(?:\.\d+)?)? points?\b/.exec(
    outcome.noticeable ?? '',
  )?.[1]
  return least !== undefined && outcome.better > 0 && outcome.better < Number(least)
}

function outcomeFacts(outcome: Outcome): readonly Fact[] {
  return [
    { label: 'Who was studied', value: outcome.population },
    { label: 'Time span', value: outcome.timeSpan },
    { label: 'Compared with', value: outcome.comparator },
    ...fact('95% interval', outcome.interval && intervalWords(outcome, outcome.interval)),
    ...(outcome.kind === 'points'
      ? fact('Smallest noticeable', outcome.noticeable)
      : fact('Good or bad', outcome.good ? 'Wanted: more is better.' : 'Unwanted: fewer is better.')),
    { label: 'Certainty', value: CERTAINTY_MEANS[outcome.certainty] },
    { label: 'Fit', value: outcome.direct ? DIRECT : INDIRECT },
    ...fact('Note', outcome.note),
    ...(outcome.sources.length === 0 ? [] : [{ label: 'Sources', value: cited(outcome.sources).slice(1) }]),
  ]
}

function intervalWords(outcome: Outcome, [low, high]: readonly [number, number]): string {
  const unit = outcome.kind === 'of-100' ? `of ${withCommas(outcome.per ?? 100)}` : 'points'
  return `${numeral(low)} to ${numeral(high)} ${unit}`
}

const GROUPS = /^(Adults|Procedures|People|Patients|Women|Men|Those|Older|Mostly|Mixed|A|An|The|All)\b/

/**
 * A population after "Of 100". Only common nouns lose their capital. A population that begins with a count goes in
 * brackets, so that two numbers do not meet.
 */
function populationWords(population: string): string {
  if (/^\d/.test(population)) return `people like those studied (${population})`
  return GROUPS.test(population) ? population.charAt(0).toLowerCase() + population.slice(1) : population
}

/** A number without the noise of binary fractions: 100 - 99.7 is 0.3. */
function numeral(value: number): string {
  return String(Math.round(value * 100) / 100)
}
