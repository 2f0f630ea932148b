import { sourcesOfOption } from '../../core/citations.ts'
import { type Claim, DIRECTIONS, type Guide, type TreatmentOption } from '../../core/model.ts'
import { facts, guidePage, heading, paragraph } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'
import { CERTAINTY_MEANS, CERTAINTY_NOTE, DIRECTION_WORDS, INVASIVENESS_WORDS } from '../text/labels.ts'
import { outcomeSentence } from '../text/outcome-text.ts'
import { guidelineTitle } from './option-evidence.ts'

/** A point of comparison. */
type Point = { readonly label: string; readonly text: (option: TreatmentOption) => string }

const POINTS: readonly Point[] = [
  { label: 'What it is', text: (option) => claimWords(option.summary) },
  { label: 'What helps', text: (option) => allWords(option.benefits) },
  { label: 'What may harm', text: (option) => allWords(option.harms) },
  {
    label: 'How often',
    text: (option) => option.risks.map((risk) => `${risk.what}: ${risk.howOften}`).join(' '),
  },
  { label: 'In numbers', text: numbersText },
  { label: 'How it is done', text: (option) => allWords(option.involves) },
  { label: 'Where', text: (option) => claimWords(option.atAGlance.setting) },
  { label: 'Effort', text: (option) => claimWords(option.atAGlance.effort) },
  { label: 'How soon', text: (option) => claimWords(option.atAGlance.onset) },
  { label: 'How long', text: (option) => claimWords(option.atAGlance.duration) },
  { label: 'Repeat', text: (option) => claimWords(option.atAGlance.repeatable) },
  { label: 'How sure', text: (option) => CERTAINTY_MEANS[option.certainty] },
  { label: 'How invasive', text: (option) => INVASIVENESS_WORDS[option.invasiveness] },
  { label: 'Guidelines', text: guidelines },
  { label: 'May suit', text: (option) => allWords(option.maySuit) },
  { label: 'May not suit', text: (option) => allWords(option.mayNotSuit) },
]

/** Options side by side, one row for each point, with the sources of each option below. */
export function comparePage(guide: Guide, options: readonly TreatmentOption[]): Document {
  return guidePage(guide, { title: 'Side by side' }, [
    paragraph('The order of the columns says nothing about which is better.'),
    {
      kind: 'table',
      head: ['Point', ...options.map((option) => option.title)],
      rows: POINTS.map((point) => [
        point.label,
        ...options.map((option) => point.text(option) || 'Not known.'),
      ]),
    },
    heading(2, 'Sources'),
    ...facts(options.map((option) => ({ label: option.title, value: [{ cite: sourcesOfOption(option) }] }))),
  ])
}

/** The points of `comparePage` for one option. */
export function comparisonOf(
  option: TreatmentOption,
): readonly { readonly point: string; readonly says: string }[] {
  return POINTS.map((point) => ({ point: point.label, says: point.text(option) }))
}

function claimWords(claim: Claim): string {
  return claim.certainty === undefined ? claim.text : `${claim.text} (${CERTAINTY_NOTE[claim.certainty]})`
}

function allWords(claims: readonly Claim[]): string {
  return claims.map(claimWords).join(' ')
}

function numbersText(option: TreatmentOption): string {
  const sentences = option.outcomes.map((outcome) => {
    const indirect = outcome.direct ? '' : ' (indirect)'
    return `${outcomeSentence(option, outcome)} Over: ${outcome.timeSpan}${indirect}.`
  })
  return [...(option.noNumbers === undefined ? [] : [option.noNumbers]), ...sentences].join(' ')
}

function guidelines(option: TreatmentOption): string {
  const sides = DIRECTIONS.flatMap((direction) => {
    const bodies = option.recommendations
      .filter((recommendation) => recommendation.direction === direction)
      .map(guidelineTitle)
    return bodies.length === 0 ? [] : [`${DIRECTION_WORDS[direction]}: ${bodies.join('; ')}.`]
  })
  return sides.length === 0 ? 'None known.' : sides.join(' ')
}
