import type { PlannedOption } from '../../core/model.ts'
import { heading, paragraph } from '../document/blocks.ts'
import type { Block, Inline } from '../document/document.ts'
import { guidelinesInBrief } from '../text/guideline-text.ts'
import { asSentence, CERTAINTY_NOTE, type Reader, STATUS_HEADING } from '../text/labels.ts'
import { outcomeInBrief } from '../text/outcome-text.ts'
import { ruleName, rulesToCheck } from '../text/plan-text.ts'
import { cardWords } from '../text/reader-words.ts'
import { shortTitle } from '../text/short-names.ts'

/**
 * Detail of a next step. `least`: one line with why it fits. `short`: adds the benefit. `some`: adds guidelines.
 * `most`: in sentences, adds what to find out. `all`: adds effort and main harm.
 */
export type StepDetail = 'least' | 'short' | 'some' | 'most' | 'all'

type StepStyle = { readonly index: number; readonly reader: Reader; readonly detail: StepDetail }

/** A next step with its number and name, in the given detail. */
export function stepBlocks(planned: PlannedOption, { index, reader, detail }: StepStyle): readonly Block[] {
  const { option } = planned
  const title = `${index + 1} ${shortTitle(option)}`
  if (detail === 'least') return [heading(3, title, { aside: shortWhy(planned) })]
  return [
    heading(3, title, { aside: statusAndCertainty(planned, reader) }),
    ...stepLines(planned, reader, detail).map((line) => paragraph('  ', ...line)),
  ]
}

/** The status and the certainty of the evidence in a few words. */
export function statusAndCertainty({ option, status }: PlannedOption, reader: Reader): string {
  const certainty = CERTAINTY_NOTE[option.certainty]
  return reader === 'patient' && status === 'suitable'
    ? certainty
    : `${STATUS_HEADING[status].toLowerCase()}; ${certainty}`
}

function stepLines(
  planned: PlannedOption,
  reader: Reader,
  detail: StepDetail,
): readonly (readonly Inline[])[] {
  const { option } = planned
  const { card } = option
  const why: Inline = { strong: reader === 'patient' ? 'Why you: ' : 'Fits: ' }
  const gain = asSentence(mainGain(planned))
  if (detail === 'short') return [[why, `${shortWhy(planned)}. ${gain}`]]
  if (detail === 'some') return [[why, `${shortWhy(planned)}. ${gain} `, ...guidelinesInBrief(option, 1)]]
  const guidelines = guidelinesInBrief(option, detail === 'all' ? 3 : 1)
  const labelled = (label: string, text: string | undefined): readonly (readonly Inline[])[] =>
    text === undefined || text === '' ? [] : [[{ strong: `${label}: ` }, text]]
  return [
    [why, reader === 'patient' ? longWhy(planned) : `${shortWhy(planned)}.`],
    ...labelled('May give', detail === 'all' ? (cardWords(card?.effect, reader) ?? gain) : gain),
    ...(detail === 'all' ? labelled('Takes', cardWords(card?.takes, reader)) : []),
    ...(detail === 'all' ? labelled('Main harm', cardWords(card?.harm, reader)) : []),
    ...(guidelines.length === 0 ? [] : [[{ strong: 'Guidelines: ' }, ...guidelines]]),
    ...labelled('Find out', firstToFindOut(planned)),
  ]
}

/** The headline outcome in a line. */
function mainGain({ option }: PlannedOption): string {
  const headline = option.outcomes.find(({ id }) => id === option.card?.headline)
  return headline === undefined
    ? (option.noNumbers ?? 'no figure that fits was found.')
    : outcomeInBrief(headline)
}

function shortWhy({ fits }: PlannedOption): string {
  return fits.map(({ indication }) => indication.short).join('; ')
}

const MOST_REASONS = 2

function longWhy({ fits }: PlannedOption): string {
  return fits
    .slice(0, MOST_REASONS)
    .map(({ indication }) => indication.because)
    .join(' ')
}

/** The first step that its `check-first` rules name. */
function firstToFindOut(planned: PlannedOption): string | undefined {
  const [first] = rulesToCheck(planned)
  return first === undefined ? undefined : (first.do ?? `${ruleName(first)}.`)
}
