import type { Explanation, RuleVerdict } from '../../core/engine/explain.ts'
import { openStatus, severity } from '../../core/engine/status.ts'
import type { Fit, Guide, PlannedOption } from '../../core/model.ts'
import { cited, facts, guidePage, heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Document, Text } from '../document/document.ts'
import {
  conditionWords,
  findQuestion,
  questionLabel,
  reasonSources,
  reasonWords,
  youAnswered,
} from '../text/condition-text.ts'
import { BASIS_WORDS, inSentence, STATUS_EFFECT, STATUS_HEADING } from '../text/labels.ts'
import { orderWords } from '../text/order-text.ts'
import { changeBlocks, type ExplainDetail } from './change-blocks.ts'
import { planPage } from './plan-page.ts'

/** How many open questions the brief page names. */
const QUESTIONS_SHOWN = 4

/**
 * An option's status with reasons, what to find out, what would change it, and how it ranks against its neighbours.
 * Without options in the plan, the plan's page is shown.
 */
export function explainPage(explanation: Explanation, detail: ExplainDetail = 'brief'): Document {
  const { plan, option, planned, rules } = explanation
  if (planned === undefined) return planPage(plan, { detail: 'first', reader: 'patient' })
  const { guide } = plan
  return guidePage(guide, { title: option.title }, [
    paragraph('Where it stands with these answers: ', { strong: STATUS_HEADING[planned.status] }),
    ...statusReasons(guide, planned),
    ...section(heading(2, 'What speaks for it'), list(planned.fits.map(indicationText))),
    ...section(heading(2, 'What applies too'), list(milderReasons(planned))),
    ...section(heading(2, 'Find out or do first'), firstSteps(guide, planned, detail)),
    heading(2, planned.status === 'not-relevant' ? 'When it would apply' : 'What would move it'),
    ...changeBlocks(explanation, planned.status, detail),
    ...section(heading(2, 'Its place in the list'), orderBlocks(explanation, planned)),
    ...(detail === 'full'
      ? section(heading(2, 'Every rule'), everyRule(guide, rules))
      : [paragraph('Every rule with its sources: ', { code: `nextline explain ${option.id} --full` })]),
  ])
}

/** The reasons with the option's own status. */
function statusReasons(guide: Guide, { reasons, status }: PlannedOption): readonly Block[] {
  if (reasons.length === 0) return [paragraph('Nothing in these answers speaks against it.')]
  return list(
    reasons
      .filter((reason) => reason.status === status)
      .map((reason): Text => {
        const answered = reason.code === 'rule' ? youAnswered(guide, reason.answers) : ''
        return [`${reasonWords(guide, reason)}${answered}`, ...cited(reasonSources(reason))]
      }),
  )
}

function indicationText({ indication }: Fit): Text {
  return [indication.because, ...cited(indication.sources)]
}

/** Rules that apply and are milder than the status. */
function milderReasons({ reasons, status }: PlannedOption): readonly Text[] {
  return reasons.flatMap((reason): readonly Text[] =>
    reason.code === 'rule' && reason.status !== status
      ? [[reason.rule.because, ...cited(reason.rule.sources)]]
      : [],
  )
}

/** Steps of the rules that apply, and how to settle each open question. */
function firstSteps(guide: Guide, { reasons, ask }: PlannedOption, detail: ExplainDetail): readonly Block[] {
  const toDo = reasons.flatMap((reason) => (reason.code === 'rule' ? (reason.rule.do ?? []) : []))
  const shown = detail === 'full' ? ask : ask.slice(0, QUESTIONS_SHOWN)
  const rows = shown.map((id) => ({
    label: questionLabel(guide, id),
    value: findQuestion(guide, id)?.settle ?? '',
  }))
  const rest = ask.slice(shown.length).map((id) => questionLabel(guide, id))
  return [
    ...list([...new Set(toDo)]),
    ...facts(rows),
    ...(rest.length === 0 ? [] : [paragraph(`Also open: ${rest.join('; ')}.`)]),
  ]
}

/** The keys that decide against the options above and below it. */
function orderBlocks(
  { plan: { guide }, after, before }: Explanation,
  planned: PlannedOption,
): readonly Block[] {
  if (planned.status === 'not-relevant') return []
  return list([
    ...(after === undefined ? [] : [belowText(guide, after.planned, planned)]),
    ...(before === undefined || before.planned.status === 'not-relevant'
      ? []
      : [aboveText(guide, planned, before.planned)]),
  ])
}

function belowText(guide: Guide, upper: PlannedOption, planned: PlannedOption): Text {
  const words = orderWords(guide, upper, planned)
  return `Below ${inSentence(upper.option.title)}, of which holds: ${words.above}. Here: ${words.below}.`
}

function aboveText(guide: Guide, planned: PlannedOption, lower: PlannedOption): Text {
  const words = orderWords(guide, planned, lower)
  return `Above ${inSentence(lower.option.title)}: ${words.above}. There: ${words.below}.`
}

/** Rules that apply, then rules that could, then the others; each most restrictive first. */
function everyRule(guide: Guide, rules: readonly RuleVerdict[]): readonly Block[] {
  const withTruth = (truth: RuleVerdict['truth']) =>
    rules
      .filter((verdict) => verdict.truth === truth)
      .sort((a, b) => severity(b.rule.status) - severity(a.rule.status))
      .map((verdict) => ruleText(guide, verdict))
  return [
    ...section(heading(3, 'These apply'), list(withTruth(true))),
    ...section(heading(3, 'These could still apply'), list(withTruth('unknown'))),
    ...section(heading(3, 'These do not apply'), list(withTruth(false))),
  ]
}

function ruleText(guide: Guide, { rule, truth, answers, questions }: RuleVerdict): Text {
  const answered = youAnswered(guide, answers)
  const effect = `${rule.because} On its own: ${STATUS_EFFECT[rule.status]}.`
  const meets = `"${conditionWords(guide, rule.when)}"`
  const open = questions.map((id) => questionLabel(guide, id)).join('; ')
  const until = STATUS_EFFECT[openStatus(rule)]
  const words =
    truth === true
      ? `${effect}${answered}`
      : truth === false
        ? `It would take ${meets}.${answered}`
        : `If the answer is ${meets}: ${effect} Still open: ${open}. Until then: ${until}.`
  return [{ code: rule.id }, `: ${words} It rests on ${BASIS_WORDS[rule.basis]}.`, ...cited(rule.sources)]
}
