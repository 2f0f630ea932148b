import type { Explanation, RuleVerdict } from '../../core/engine/explain.ts'
import { openStatus } from '../../core/engine/plan.ts'
import { reasonJson } from './plan-json.ts'

/**
 * An explanation as `nextline/explain@1` (contract section 4), with every rule beside it. Without a list of options
 * (`outcome` says why) the status is null and nothing is proposed.
 */
export function explainJson({ plan, option, planned, rules, changes }: Explanation): object {
  const { guide } = plan
  return {
    schema: 'nextline/explain@1',
    guide: { id: guide.id, version: guide.version, reviewed: guide.reviewed },
    option: option.id,
    title: option.title,
    answers: plan.answers,
    outcome: plan.outcome,
    status: planned?.status ?? null,
    reasons: (planned?.reasons ?? []).map((reason) => reasonJson(guide, reason)),
    ask: planned?.ask ?? [],
    rules: rules.map(ruleJson),
    changes: changes.map(({ to, set }) => ({ to, set })),
    notice: guide.notice,
  }
}

function ruleJson({ rule, truth, answers, questions }: RuleVerdict): object {
  return {
    id: rule.id,
    kind: rule.kind,
    status: rule.status,
    whileOpen: openStatus(rule),
    applies: truth,
    because: rule.because,
    answers,
    questions,
    basis: rule.basis,
    sources: rule.sources,
  }
}
