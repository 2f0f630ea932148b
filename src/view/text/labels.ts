import type {
  EvidenceCertainty,
  Invasiveness,
  Outcome,
  Place,
  Recommendation,
  Rule,
  Source,
  Status,
  TimeFrame,
} from '../../core/model.ts'
import { capitalized } from '../../text/words.ts'

/** Whom a page is for. Patients do not see clinical notes. */
export type Reader = (typeof READERS)[number]
export const READERS = ['patient', 'clinician'] as const

/** Headings of a plan's groups, in order; `not-relevant` options are not shown. */
export const STATUS_HEADING: Readonly<Record<Status, string>> = {
  suitable: 'Worth discussing now',
  caution: 'Possible, with care',
  'check-first': 'Find out or do something first',
  'not-now': 'Later, or already tried',
  avoid: 'These answers speak against it',
  'not-relevant': 'Does not apply',
}

/** What a rule does to an option, to go after "then:". */
export const STATUS_EFFECT: Readonly<Record<Status, string>> = {
  suitable: 'worth discussing',
  caution: 'possible, with care',
  'check-first': 'find out or do something first',
  'not-now': 'a later step, or already tried',
  avoid: 'this speaks against it',
  'not-relevant': 'does not apply',
}

/** How soon care is needed, to go after "get care". */
export const WITHIN_WORDS: Readonly<Record<TimeFrame, string>> = {
  now: 'now: go to an emergency department',
  today: 'today',
  'this-week': 'this week',
}

export const BASIS_WORDS: Readonly<Record<Rule['basis'], string>> = {
  evidence: 'studies',
  guideline: 'a guideline',
  prudence: 'our own caution',
}

export const DIRECTION_WORDS: Readonly<Record<Recommendation['direction'], string>> = {
  for: 'For',
  'only-if': 'Only if',
  against: 'Against',
  'no-position': 'No position',
}

export const STRENGTH_WORDS: Readonly<Record<Recommendation['strength'], string>> = {
  strong: 'Strong',
  conditional: 'Conditional',
  'not-stated': 'Not stated',
}

type Rated = Outcome['certainty'] | Recommendation['certainty']

export const CERTAINTY_NAME: Readonly<Record<Rated, string>> = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  'very-low': 'Very low',
  'not-rated': 'Not rated',
  'not-stated': 'Not stated',
}

/** What a certainty of evidence means (GRADE's four levels, in plain words). */
export const CERTAINTY_MEANS: Readonly<Record<Outcome['certainty'], string>> = {
  high: 'High: the true effect is very likely close to this.',
  moderate: 'Moderate: the true effect is probably close to this.',
  low: 'Low: the true effect may be quite different.',
  'very-low': 'Very low: we are very uncertain about the effect.',
  'not-rated': 'Not rated by the source.',
}

/** After a claim, in brackets. */
export const CERTAINTY_NOTE: Readonly<Record<EvidenceCertainty, string>> = {
  high: 'high certainty',
  moderate: 'moderate certainty',
  low: 'low certainty',
  'very-low': 'very low certainty',
}

export const INVASIVENESS_WORDS: Readonly<Record<Invasiveness, string>> = {
  none: 'Nothing is done to the body.',
  touch: 'Hands or tools on the body, nothing goes deep into it.',
  medicine: 'A medicine.',
  needle: 'A needle.',
  ablation: 'A needle that damages a small nerve on purpose.',
  surgery: 'An operation.',
}

export const SOURCE_KIND_WORDS: Readonly<Record<Source['kind'], string>> = {
  guideline: 'Guideline',
  research: 'Research',
  regulator: 'A regulator',
  label: 'A medicine label',
  policy: 'Policy',
  law: 'Law',
  secondary: 'A report of other work',
}

export const READ_WORDS: Readonly<Record<Source['read'], string>> = {
  'full-text': 'The full text',
  abstract: 'The abstract',
  excerpt: 'A part of the text',
  secondary: 'A page about it, not the work itself',
}

/** A place in a file, as editors open it. */
export function placeWords({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

/**
 * A title inside a sentence: lower-case, unless the first word is in capitals (`NSAIDs`, `MRI`) or a single letter
 * other than "A".
 */
export function inSentence(title: string): string {
  const first = title.split(/[\s-]/)[0] ?? ''
  return /^(?:A|\p{Lu}[\p{Ll}']+)$/u.test(first) && !/^A-/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title
}

/** Words as a sentence: a capital at the start, a full stop at the end. */
export function asSentence(words: string): string {
  const text = words.trim()
  const whole = capitalized(text)
  return /[.!?]$/.test(whole) || whole === '' ? whole : `${whole}.`
}
