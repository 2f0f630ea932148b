import type { Fit, Guide, PlannedOption, Reason, TreatmentOption } from '../../core/model.ts'
import { STATUSES } from '../../core/model.ts'
import { cardFact, cited, facts, heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Inline, Text } from '../document/document.ts'
import { openConcerns, reasonSources, reasonWords, youAnswered } from '../text/condition-text.ts'
import { guidelinesInBrief } from '../text/guideline-text.ts'
import { type Reader, STATUS_HEADING } from '../text/labels.ts'
import { wishLabels } from '../text/plan-text.ts'
import { indicationWords } from '../text/reader-words.ts'

/** Planned options under a heading for each status. */
export function groupBlocks(
  guide: Guide,
  options: readonly PlannedOption[],
  reader: Reader,
): readonly Block[] {
  return STATUSES.flatMap((status) => {
    const group = options.filter((planned) => planned.status === status)
    return section(
      heading(2, STATUS_HEADING[status]),
      group.flatMap((planned) => fullBlocks(guide, planned, reader)),
    )
  })
}

/** A next step in full. */
export function stepInFull(guide: Guide, planned: PlannedOption, reader: Reader): readonly Block[] {
  const { option, status } = planned
  const guidelines = guidelinesInBrief(option)
  return [
    heading(3, option.title),
    paragraph({ strong: `${STATUS_HEADING[status]}.` }),
    ...list(planned.fits.map((fit) => whyItFits(guide, fit, reader))),
    ...facts([
      ...cardFact('May give', option.card?.effect, reader),
      ...cardFact('Lasts', option.card?.lasts, reader),
      ...cardFact('Takes', option.card?.takes, reader),
      ...cardFact('Main harm', option.card?.harm, reader),
      ...(guidelines.length === 0 ? [] : [{ label: 'Guidelines', value: guidelines }]),
    ]),
    ...list(reasonsWithoutGates(planned).flatMap((reason) => reasonItems(guide, reason, reader))),
    ...wishBlocks(guide, planned),
    readAbout(option),
  ]
}

/** Why it fits, with the answers that say so. */
function whyItFits(guide: Guide, { indication, answers }: Fit, reader: Reader): Text {
  return [
    indicationWords(indication, reader),
    youAnswered(guide, answers, reader),
    ...cited(indication.sources),
  ]
}

function fullBlocks(guide: Guide, planned: PlannedOption, reader: Reader): readonly Block[] {
  const { option } = planned
  const reasons = reasonsWithoutGates(planned)
  const why =
    reasons.length === 0
      ? [paragraph(clearWords(planned))]
      : list(reasons.flatMap((reason) => reasonItems(guide, reason, reader)))
  return [
    heading(3, option.title),
    ...(planned.status === 'avoid' || planned.status === 'not-now' ? [] : [paragraph(option.summary.text)]),
    ...list(planned.fits.map((fit) => whyItFits(guide, fit, reader))),
    ...why,
    ...wishBlocks(guide, planned),
    readAbout(option),
  ]
}

function readAbout(option: TreatmentOption): Block {
  return paragraph({ ref: `option:${option.id}`, text: 'Read about it' }, ': ', {
    code: `nextline ${option.id}`,
  })
}

/** The reasons of the option's rules; open gates are shown above the list. */
function reasonsWithoutGates(planned: PlannedOption): readonly Reason[] {
  return planned.reasons.filter((reason) => reason.code !== 'gate')
}

function clearWords({ reasons }: PlannedOption): string {
  const open = reasons.length === 0 ? '' : ' What is still open above comes first.'
  return `Nothing in these answers speaks against it.${open}`
}

/** A reason with the answers behind it; an open one with what each rule would say. */
function reasonItems(guide: Guide, reason: Reason, reader: Reader): readonly Text[] {
  const words = reasonWords(guide, reason)
  if (reason.code !== 'rule') {
    const concerns = reason.code === 'open' ? openConcerns(guide, reason) : []
    return [[words], ...concerns.map(({ words, sources }) => [words, ...cited(sources)])]
  }
  const answered = youAnswered(guide, reason.answers, reader)
  const name: readonly Inline[] = reader === 'clinician' ? [' Rule: ', { code: reason.rule.id }, '.'] : []
  return [[words, answered, ...name, ...cited(reasonSources(reason))]]
}

function wishBlocks(guide: Guide, planned: PlannedOption): readonly Block[] {
  const wishes = [
    ['Meets a wish:', planned.meets],
    ['Goes against a wish:', planned.conflicts],
  ] as const
  return wishes
    .filter(([, ids]) => ids.length > 0)
    .map(([label, ids]) => paragraph({ strong: label }, ` ${wishLabels(guide, ids).join('; ')}.`))
}
