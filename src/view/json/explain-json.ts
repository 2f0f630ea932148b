import type { Explanation, Neighbour, RuleVerdict } from '../../core/engine/explain.ts'
import { openStatus } from '../../core/engine/status.ts'
import { envelope } from './envelope.ts'
import { fitJson, reasonJson } from './plan-json.ts'

/**
 * An explanation with every rule, as `nextline/explain@1` (contract section 4). Without options in the plan the status
 * is null and there are no changes.
 */
export function explainJson(explanation: Explanation): object {
  const { plan, option, planned, rules, changes } = explanation
  const { guide } = plan
  return envelope(guide, 'explain', {
    option: option.id,
    title: option.title,
    answers: plan.answers,
    outcome: plan.outcome,
    status: planned?.status ?? null,
    reasons: (planned?.reasons ?? []).map((reason) => reasonJson(guide, reason)),
    fits: (planned?.fits ?? []).map(fitJson),
    ask: planned?.ask ?? [],
    ...(planned === undefined ? {} : { order: orderJson(explanation, planned.rank) }),
    rules: rules.map(ruleJson),
    changes: (changes ?? []).map(({ to, set }) => ({ to, set })),
    ...(changes === undefined ? { changesUndecided: true } : {}),
  })
}

/** The rank in the plan, and the keys that decide against its neighbours (contract section 4). */
function orderJson({ plan, after, before }: Explanation, rank: number): object {
  const neighbour = ({ planned, key }: Neighbour) => ({ option: planned.option.id, key })
  return {
    rank,
    of: plan.options.length,
    after: after === undefined ? null : neighbour(after),
    before: before === undefined ? null : neighbour(before),
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
