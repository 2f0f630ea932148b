import { sourcesOfOption } from '../core/citations.ts'
import { gateConditions } from '../core/engine/condition.ts'
import type { Condition, Guide, Rule, TimeFrame, TreatmentOption } from '../core/model.ts'
import { asSentence, STATUS_HEADING } from '../view/text/labels.ts'
import {
  computerName,
  gatesUrl,
  optionsUrl,
  planDefinitionUrl,
  questionnaireUrl,
  STATUS_URL,
} from './canonical.ts'
import { documentation, references } from './citations.ts'
import { applicability } from './fhirpath.ts'
import { definitionHeader } from './guide-header.ts'
import { all, anyOf, type Logic, logicOf, not, type StatusLogic, statusLogic, surely } from './logic.ts'
import { concept, type Resource } from './resources.ts'

/** FHIR R4's profile for shared plan definitions. */
const SHAREABLE = 'http://hl7.org/fhir/StructureDefinition/shareableplandefinition'

/**
 * The rules of a guide as three groups of actions, of which one applies: warning signs, limits, options. Each option
 * has an action for each status, of which exactly one applies. Conditions are FHIRPath over a QuestionnaireResponse.
 */
export function planDefinition(guide: Guide, options: readonly TreatmentOption[]): Resource {
  const { url } = questionnaireUrl(guide)
  const sources = [
    ...options.flatMap(sourcesOfOption),
    ...guide.warningSigns.flatMap((sign) => sign.sources),
    ...guide.problem.sources,
  ]
  return {
    ...definitionHeader(guide, 'PlanDefinition', planDefinitionUrl(guide), {
      name: computerName(`${guide.id}-options`),
      title: guide.title,
      profile: SHAREABLE,
    }),
    type: concept({
      system: 'http://terminology.hl7.org/CodeSystem/plan-definition-type',
      code: 'clinical-protocol',
    }),
    description: `${guide.decision} ${guide.notice}`,
    purpose: guide.question,
    usage:
      'Conditions are FHIRPath with a response to the Questionnaire as %resource. Unknown is never read as no.',
    lastReviewDate: guide.reviewed,
    effectivePeriod: { start: guide.reviewed, end: guide.reviewBy },
    relatedArtifact: [
      { type: 'depends-on', resource: `${url}|${guide.version}` },
      ...references(guide, sources),
    ],
    action: [...gateActions(guide), optionsAction(guide, options)],
  }
}

const PRIORITY: Readonly<Record<TimeFrame, string>> = { now: 'stat', today: 'asap', 'this-week': 'urgent' }

function gateActions(guide: Guide) {
  const { warningSigns, outOfScope } = guide
  const isAny = (gates: readonly { readonly when: Condition }[]) => {
    const conditions = gates.map(({ when }) => when)
    return surely(anyOf(conditions, guide))
  }
  const isUrgent = isAny(warningSigns)
  const { url: system } = gatesUrl(guide)
  const signs = warningSigns.map((sign) => ({
    id: `sign.${sign.id}`,
    title: sign.sign,
    description: sign.action,
    priority: PRIORITY[sign.within],
    code: [concept({ system, code: sign.id, display: sign.sign })],
    ...documentation(guide, sign.sources),
    condition: applicability(logicOf(sign.when, guide)),
  }))
  const limits = outOfScope.map((limit) => ({
    id: `out-of-scope.${limit.id}`,
    title: 'This guide does not fit',
    description: limit.because,
    code: [concept({ system, code: `out-of-scope.${limit.id}` })],
    condition: applicability(logicOf(limit.when, guide)),
  }))
  return [
    ...group('warning-signs', 'Get medical care first', isUrgent, signs),
    ...group('out-of-scope', 'Outside this guide', all([not(isUrgent), isAny(outOfScope)]), limits),
  ]
}

function group(id: string, title: string, when: Logic, actions: readonly object[]) {
  return actions.length === 0 ? [] : [{ id, title, condition: applicability(when), action: actions }]
}

function optionsAction(guide: Guide, options: readonly TreatmentOption[]) {
  const gates = gateConditions(guide)
  const topics = guide.topics.flatMap((topic) => {
    const inTopic = options.filter((option) => option.topic === topic.id)
    if (inTopic.length === 0) return []
    return [
      {
        id: `topic.${topic.id}`,
        title: topic.title,
        description: topic.summary,
        groupingBehavior: 'visual-group',
        action: inTopic.map((option) => optionAction(guide, option)),
      },
    ]
  })
  return {
    id: 'options',
    title: 'Options to talk about',
    ...(gates.length === 0 ? {} : { condition: applicability(not(surely(anyOf(gates, guide)))) }),
    action: topics,
  }
}

function optionAction(guide: Guide, option: TreatmentOption) {
  const { id, title } = option
  return {
    id,
    title,
    description: option.summary.text,
    code: [concept({ system: optionsUrl(guide).url, code: id, display: title })],
    ...documentation(guide, sourcesOfOption(option)),
    action: [
      {
        id: `${id}.status`,
        title: 'Where it stands',
        selectionBehavior: 'exactly-one',
        action: statusLogic(option, guide).map((logic) => statusAction(guide, option, logic)),
      },
      ...indicationActions(guide, option),
    ],
  }
}

function statusAction(guide: Guide, option: TreatmentOption, { status, when }: StatusLogic) {
  const rules = option.rules.filter((rule) => rule.status === status)
  return {
    id: `${option.id}.status.${status}`,
    title: STATUS_HEADING[status],
    code: [concept({ system: STATUS_URL.url, code: status, display: STATUS_HEADING[status] })],
    condition: applicability(when),
    ...(rules.length === 0 ? {} : { action: rules.map((rule) => ruleAction(guide, option, rule)) }),
  }
}

function ruleAction(guide: Guide, option: TreatmentOption, rule: Rule) {
  const todo = rule.do === undefined ? '' : ` ${rule.do}`
  return {
    id: `${option.id}.rule.${rule.id}`,
    title: asSentence(rule.short ?? rule.id).replace(/\.$/, ''),
    description: `${rule.because}${todo}`,
    ...documentation(guide, rule.sources),
    condition: applicability(logicOf(rule.when, guide)),
  }
}

/** The indications of the option, which change no status. */
function indicationActions(guide: Guide, { id, indications = [] }: TreatmentOption) {
  if (indications.length === 0) return []
  const action = indications.map((indication) => ({
    id: `${id}.indication.${indication.id}`,
    title: asSentence(indication.short).replace(/\.$/, ''),
    description: indication.because,
    ...documentation(guide, indication.sources),
    condition: applicability(logicOf(indication.when, guide)),
  }))
  return [{ id: `${id}.indications`, title: 'Why it may fit', action }]
}
