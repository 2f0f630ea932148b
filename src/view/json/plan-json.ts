import { isNextStep } from '../../core/engine/order.ts'
import type { Fit, Guide, Plan, PlannedOption, Reason } from '../../core/model.ts'
import { reasonSources, reasonWords } from '../text/condition-text.ts'
import { envelope } from './envelope.ts'

/** A plan as `nextline/plan@1` (contract section 4): the same guide and answers give the same bytes. */
export function planJson(plan: Plan): object {
  const { guide } = plan
  return envelope(guide, 'plan', {
    answers: plan.answers,
    outcome: plan.outcome,
    urgent: plan.urgent.map(({ sign }) => ({
      sign: sign.id,
      text: sign.sign,
      action: sign.action,
      within: sign.within,
      because: sign.because,
      sources: sign.sources,
    })),
    outOfScope: plan.outOfScope.map(({ gate }) => ({ id: gate.id, because: gate.because })),
    options: plan.options.map((planned) => plannedJson(guide, planned)),
    unanswered: plan.unanswered,
  })
}

function plannedJson(guide: Guide, planned: PlannedOption): object {
  const { option, status, rank, reasons, fits, ask, meets, conflicts } = planned
  return {
    id: option.id,
    topic: option.topic,
    title: option.title,
    status,
    rank,
    nextStep: isNextStep(planned),
    reasons: reasons.map((reason) => reasonJson(guide, reason)),
    fits: fits.map(fitJson),
    ask,
    meets,
    conflicts,
  }
}

/** An indication that applies. */
export function fitJson({ indication, answers }: Fit): object {
  const { id, because, sources } = indication
  return { indication: id, because, answers, sources }
}

/** A reason as data and words. A reason about open questions has no answers. */
export function reasonJson(guide: Guide, reason: Reason): object {
  return {
    status: reason.status,
    ...(reason.code === 'rule' ? { rule: reason.rule.id } : {}),
    ...(reason.code === 'open' ? { rules: reason.rules.map((rule) => rule.id) } : {}),
    because: reasonWords(guide, reason),
    answers: reason.code === 'rule' ? reason.answers : {},
    ...(reason.code === 'rule' ? {} : { questions: reason.questions }),
    sources: reasonSources(reason),
  }
}
