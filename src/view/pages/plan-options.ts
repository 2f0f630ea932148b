import type { AnswerId, Guide, PlannedOption, Reason } from '../../core/model.ts'
import { STATUSES } from '../../core/model.ts'
import { cited, heading, list, namedOption, paragraph } from '../document/blocks.ts'
import type { Block, Inline, Text } from '../document/document.ts'
import { answerWords, openConcerns, quoted, reasonSources, reasonWords } from '../text/condition-text.ts'
import { type Reader, STATUS_HEADING } from '../text/labels.ts'

type Style = { readonly detail: 'brief' | 'full'; readonly reader: Reader }

const CLEAR = 'Nothing in these answers speaks against it.'

/** Planned options under their status in words, in the plan's order; a status without options is left out. */
export function groupBlocks(guide: Guide, options: readonly PlannedOption[], style: Style): readonly Block[] {
  return STATUSES.flatMap((status) => {
    const group = options.filter((planned) => planned.status === status)
    if (group.length === 0) return []
    const blocks =
      style.detail === 'brief'
        ? list(group.map((planned) => briefText(guide, planned)))
        : group.flatMap((planned) => fullBlocks(guide, planned, style.reader))
    return [heading(2, STATUS_HEADING[status]), ...blocks]
  })
}

/** A few lines: title, name to type, every reason without what lies behind it, and the wishes it goes against. */
function briefText(guide: Guide, planned: PlannedOption): Text {
  const reasons = ownReasons(planned).map((reason) => reasonWords(guide, reason))
  const why = reasons.length === 0 ? clearWords(planned) : reasons.join(' ')
  const against = wishes(guide, planned.conflicts)
  return [
    ...namedOption(planned.option),
    `: ${why}`,
    ...(against === '' ? [] : [` Goes against what matters: ${against}.`]),
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
    ...why,
    ...fitBlocks(guide, planned),
    paragraph({ ref: `option:${option.id}`, text: 'Read about it' }, ': ', {
      code: `nextline show ${option.id}`,
    }),
  ]
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

function fitBlocks(guide: Guide, planned: PlannedOption): readonly Block[] {
  const rows = [
    { label: 'Fits what matters:', value: wishes(guide, planned.meets) },
    { label: 'Goes against what matters:', value: wishes(guide, planned.conflicts) },
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
