import { CHECK_FIRST, severity } from '../engine/status.ts'
import type { Rule, TreatmentOption } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { FALSE, TRUE } from './diagram-condition.ts'
import { canBeTrue, type Judgement, NO_OPTIONS } from './diagram-guide.ts'
import type { Finding } from './finding.ts'

/**
 * Rules without effect: never true where there are options, or without influence on any status. A note never has any.
 */
export function findDeadRules(
  judgement: Judgement,
  option: TreatmentOption,
  status: Diagram,
): readonly Finding[] {
  const without = judgement.statusWithoutEach(option)
  return option.rules.flatMap((rule, index): readonly Finding[] => {
    const reference = { option: option.id, rule: rule.id, place: rule.place }
    if (!canBeTrue(judgement, rule.when)) return [{ code: 'rule-never-applies', ...reference }]
    return rule.kind !== 'note' && without[index] === status
      ? [{ code: 'rule-never-decides', ...reference }]
      : []
  })
}

/** Indications without effect: never true where there are options, or true only where their option is put off. */
export function findDeadIndications(
  judgement: Judgement,
  option: TreatmentOption,
  status: Diagram,
): readonly Finding[] {
  const { diagrams, truthOf } = judgement
  const statusWhereTrue = diagrams.binary((truth, value) => (truth === TRUE ? value : NO_OPTIONS))
  return (option.indications ?? []).flatMap((indication): readonly Finding[] => {
    const reference = { option: option.id, indication: indication.id, place: indication.place }
    if (!canBeTrue(judgement, indication.when)) return [{ code: 'indication-never-applies', ...reference }]
    const best = Math.min(...diagrams.values(statusWhereTrue(truthOf(indication.when), status)))
    return best > CHECK_FIRST ? [{ code: 'indication-only-when-out', ...reference }] : []
  })
}

/**
 * Contradictions between rules of an option, of two kinds. Two rules are true and open for the same answers but give
 * different statuses. Or several rules that give `avoid` or `not-relevant` cover all answers, although none of them
 * is always true, such as a condition and its opposite.
 */
export function findContradictions(judgement: Judgement, option: TreatmentOption): readonly Finding[] {
  return [...differingTwins(judgement, option), ...ruledOutTogether(judgement, option)]
}

function differingTwins(judgement: Judgement, option: TreatmentOption): readonly Finding[] {
  const firstWith = new Map<Diagram, Rule>()
  return option.rules.flatMap((rule): readonly Finding[] => {
    if (!canBeTrue(judgement, rule.when)) return []
    const truth = judgement.truthOf(rule.when)
    const twin = firstWith.get(truth)
    if (twin === undefined) firstWith.set(truth, rule)
    if (twin === undefined || twin.status === rule.status) return []
    return [{ code: 'rules-contradict', option: option.id, rules: [twin.id, rule.id], place: rule.place }]
  })
}

function ruledOutTogether(judgement: Judgement, option: TreatmentOption): readonly Finding[] {
  const excluding = option.rules.filter((rule) => severity(rule.status) >= severity('avoid'))
  if (excluding.some((rule) => neverAllFalse(judgement, [rule])) || !neverAllFalse(judgement, excluding))
    return []
  // Reduce to a minimal set: drop each rule that the rest can do without.
  const needed = excluding.reduce((remaining, rule) => {
    const rest = remaining.filter((other) => other !== rule)
    return neverAllFalse(judgement, rest) ? rest : remaining
  }, excluding)
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
