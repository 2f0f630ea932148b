import type {
  AnswerId,
  CardText,
  Fit,
  Guide,
  PlannedOption,
  Reason,
  TreatmentOption,
} from '../../core/model.ts'
import { STATUSES } from '../../core/model.ts'
import { cited, heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Inline, Text } from '../document/document.ts'
import { answerWords, openConcerns, quoted, reasonSources, reasonWords } from '../text/condition-text.ts'
import { guidelinesInBrief } from '../text/guideline-text.ts'
import { asSentence, type Reader, STATUS_HEADING } from '../text/labels.ts'

const CLEAR = 'Nothing in these answers speaks against it.'

/** Planned options under their status in words, in the plan's order; a status without options is left out. */
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

/** A next step in full: why it fits, what it may give and cost, what guidelines say, and what to find out. */
export function stepInFull(guide: Guide, planned: PlannedOption, reader: Reader): readonly Block[] {
  const { option, status } = planned
  return [
    heading(3, option.title),
    paragraph({ strong: `${STATUS_HEADING[status]}.` }),
    ...list(planned.fits.map((fit) => fitText(guide, fit, reader))),
    { kind: 'facts', rows: cardRows(option, reader) },
    ...list(ownReasons(planned).flatMap((reason) => reasonItems(guide, reason, reader))),
    ...wishBlocks(guide, planned),
    readAbout(option),
  ]
}

/** Why it fits, with the answers that say so. */
function fitText(guide: Guide, { indication, answers }: Fit, reader: Reader): Text {
  const given = answerWords(guide, answers, reader)
  return [
    `${reader === 'clinician' ? asSentence(indication.clinical ?? indication.short) : indication.because}`,
    given.length === 0 ? '' : ` You answered ${quoted(given)}.`,
    ...cited(indication.sources),
  ]
}

/** What the card of an option says of benefits and costs, and what guidelines say. */
function cardRows(option: TreatmentOption, reader: Reader) {
  const { card } = option
  const text = (label: string, field: CardText | undefined): readonly { label: string; value: Text }[] => {
    const words = (reader === 'clinician' ? field?.clinician : undefined) ?? field?.patient
    return field === undefined || words === undefined
      ? []
      : [{ label, value: [words, ...cited(field.sources)] }]
  }
  const guidelines = guidelinesInBrief(option)
  return [
    ...text('May give', card?.effect),
    ...text('Lasts', card?.lasts),
    ...text('Takes', card?.takes),
    ...text('Main harm', card?.harm),
    ...(guidelines === undefined ? [] : [{ label: 'Guidelines', value: `${guidelines}.` }]),
  ]
}

function fullBlocks(guide: Guide, planned: PlannedOption, reader: Reader): readonly Block[] {
  const { option } = planned
  const reasons = ownReasons(planned)
  const why =
    reasons.length === 0
      ? [paragraph(clearWords(planned))]
      : list(reasons.flatMap((reason) => reasonItems(guide, reason, reader)))
  return [
    heading(3, option.title),
    ...(planned.status === 'avoid' || planned.status === 'not-now' ? [] : [paragraph(option.summary.text)]),
    ...list(planned.fits.map((fit) => fitText(guide, fit, reader))),
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

/** The reasons of the option itself. What holds for the whole list, as an open warning sign, is said above it. */
function ownReasons(planned: PlannedOption): readonly Reason[] {
  return planned.reasons.filter((reason) => reason.code !== 'gate')
}

function clearWords(planned: PlannedOption): string {
  return planned.reasons.length === 0 ? CLEAR : `${CLEAR} What is still open above comes first.`
}

/** A reason with the answers behind it in the person's words; an open one with what each question decides. */
function reasonItems(guide: Guide, reason: Reason, reader: Reader): readonly Text[] {
  const words = reasonWords(guide, reason)
  if (reason.code !== 'rule') {
    const concerns = reason.code === 'open' ? openConcerns(guide, reason) : []
    return [[words], ...concerns.map(({ words, sources }) => [words, ...cited(sources)])]
  }
  const answers = answerWords(guide, reason.answers, reader)
  const given = answers.length === 0 ? '' : ` You answered ${quoted(answers)}.`
  const name: readonly Inline[] = reader === 'clinician' ? [' Rule: ', { code: reason.rule.id }, '.'] : []
  return [[words, given, ...name, ...cited(reasonSources(reason))]]
}

function wishBlocks(guide: Guide, planned: PlannedOption): readonly Block[] {
  const rows = [
    { label: 'Meets a wish:', value: wishes(guide, planned.meets) },
    { label: 'Goes against a wish:', value: wishes(guide, planned.conflicts) },
  ]
  return rows
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => paragraph({ strong: label }, ` ${value}.`))
}

function wishes(guide: Guide, ids: readonly AnswerId[]): string {
  if (ids.length === 0) return ''
  const preferences = guide.questions.filter((question) => question.role === 'preference')
  const labels = ids.map(
    (id) => preferences.flatMap(({ answers }) => answers).find((choice) => choice.id === id)?.label ?? id,
  )
  return labels.join('; ')
}
