import { activeAlerts } from '../core/engine/plan.ts'
import type { Plan, PlannedOption, Reason } from '../core/model.ts'
import { answerWords, reasonWords } from '../view/text/condition-text.ts'
import { type Reader, STATUS_HEADING } from '../view/text/labels.ts'
import { gatesUrl, optionsUrl, planDefinitionUrl, STATUS_URL } from './canonical.ts'
import { type CodeableConcept, concept, type Resource } from './resources.ts'

/**
 * A plan as a proposed CarePlan: an activity for each warning sign, or for each option in order.
 * @param response address of the answers
 */
export function carePlan(plan: Plan, reader: Reader, response: string): Resource {
  const { guide } = plan
  const activities = [
    ...plan.urgent.map((urgent) => signActivity(plan, urgent)),
    ...plan.options.map((planned) => optionActivity(plan, planned, reader)),
  ]
  const alerts = plan.outcome === 'options' ? activeAlerts(guide, plan.answers) : []
  const limits = plan.outOfScope.map(({ gate }) => ({ text: gate.because }))
  return {
    resourceType: 'CarePlan',
    language: guide.language,
    instantiatesCanonical: [`${planDefinitionUrl(guide).url}|${guide.version}`],
    status: 'draft',
    intent: 'proposal',
    title: guide.title,
    description: guide.question,
    subject: { display: 'The person who gave the answers' },
    supportingInfo: [{ reference: response }],
    ...(activities.length === 0 ? {} : { activity: activities }),
    note: [...alerts.map(({ text }) => ({ text })), ...limits, { text: guide.notice }],
  }
}

function signActivity({ guide }: Plan, { sign }: Plan['urgent'][number]) {
  return {
    detail: {
      code: concept({ system: gatesUrl(guide).url, code: sign.id, display: sign.sign }),
      reasonCode: [{ text: sign.because }],
      status: 'not-started',
      doNotPerform: false,
      description: sign.action,
    },
  }
}

/** FHIR's status says whether an activity began, so the option's status is the status reason. */
function optionActivity({ guide }: Plan, planned: PlannedOption, reader: Reader) {
  const { option, status, reasons, fits } = planned
  const reasonCode: readonly CodeableConcept[] = [
    ...reasons.map((reason) => ({ text: reasonText(guide, reason, reader) })),
    ...fits.map(({ indication }) => ({ text: `May fit: ${indication.because}` })),
  ]
  return {
    detail: {
      code: concept({ system: optionsUrl(guide).url, code: option.id, display: option.title }),
      ...(reasonCode.length === 0 ? {} : { reasonCode }),
      status: status === 'not-relevant' ? 'cancelled' : 'not-started',
      statusReason: concept({ system: STATUS_URL.url, code: status, display: STATUS_HEADING[status] }),
      doNotPerform: status === 'avoid',
      description: option.summary.text,
    },
  }
}

/** "kidney disease: Yes. These tablets can harm the kidneys." */
function reasonText(guide: Plan['guide'], reason: Reason, reader: Reader): string {
  const words = reasonWords(guide, reason)
  if (reason.code !== 'rule') return words
  const answers = answerWords(guide, reason.answers, reader)
  return answers.length === 0 ? words : `${answers.join('; ')}. ${words}`
}
