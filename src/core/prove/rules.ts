import { severity } from '../engine/status.ts'
import type { Rule, TreatmentOption } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { FALSE, TRUE } from './diagram-condition.ts'
import type { Judgement } from './diagram-guide.ts'
import type { Finding } from './finding.ts'

/**
 * Rules of an option that do nothing: never true where there are options, or without effect on any status. A note is
 * meant to have none.
 */
export function findDeadRules(
  judgement: Judgement,
  option: TreatmentOption,
  status: Diagram,
): readonly Finding[] {
  const without = judgement.statusWithoutEach(option)
  return option.rules.flatMap((rule, index): readonly Finding[] => {
    const named = { option: option.id, rule: rule.id, place: rule.place }
    if (!canBeTrue(judgement, rule)) return [{ code: 'rule-never-applies', ...named }]
    return rule.kind !== 'note' && without[index] === status ? [{ code: 'rule-never-decides', ...named }] : []
  })
}

function canBeTrue({ diagrams, truthOf }: Judgement, rule: Rule): boolean {
  return diagrams.values(truthOf(rule.when)).has(TRUE)
}

/**
 * Two ways in which rules of an option contradict. Two of them hold for the same answers, and are open for the same,
 * yet give different statuses: only one can be meant. Or rules that rule the option out (`avoid`, `not-relevant`)
 * leave no answers without one of them, although none holds always: a condition and its opposite, for one.
 */
export function findContradictions(judgement: Judgement, option: TreatmentOption): readonly Finding[] {
  return [...differingTwins(judgement, option), ...ruledOutTogether(judgement, option)]
}

function differingTwins(judgement: Judgement, option: TreatmentOption): readonly Finding[] {
  const firstWith = new Map<Diagram, Rule>()
  return option.rules.flatMap((rule): readonly Finding[] => {
    if (!canBeTrue(judgement, rule)) return []
    const truth = judgement.truthOf(rule.when)
    const twin = firstWith.get(truth)
    if (twin === undefined) firstWith.set(truth, rule)
    if (twin === undefined || twin.status === rule.status) return []
    return [{ code: 'rules-contradict', option: option.id, rules: [twin.id, rule.id], place: rule.place }]
  })
}

function ruledOutTogether(judgement: Judgement, option: TreatmentOption): readonly Finding[] {
  const severe = option.rules.filter((rule) => severity(rule.status) >= severity('avoid'))
  if (severe.some((rule) => neverAllFalse(judgement, [rule])) || !neverAllFalse(judgement, severe)) return []
  // Only those that it takes: each is left out in turn if the rest still shut the option out.
  const needed = severe.reduce((needed, rule) => {
    const rest = needed.filter((other) => other !== rule)
    return neverAllFalse(judgement, rest) ? rest : needed
  }, severe)
  const [first] = needed
  if (first === undefined) return []
  return [
    {
      code: 'option-never-available',
      option: option.id,
      rules: needed.map((rule) => rule.id),
      place: first.place,
    },
  ]
}

function neverAllFalse({ diagrams, truthOf }: Judgement, rules: readonly Rule[]): boolean {
  return !diagrams.values(truthOf({ kind: 'any', of: rules.map((rule) => rule.when) })).has(FALSE)
}
