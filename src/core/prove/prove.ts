import type { Guide, Property } from '../model.ts'
import { proveContraindications } from './contraindications.ts'
import { judgeAll } from './diagram-guide.ts'
import type { Finding, FindingCode } from './finding.ts'
import { findDeadIndications, indicationDiagrams } from './indications.ts'
import { proveListNeverEmpty, proveProperties } from './properties.ts'
import { findUnreachable, findWithoutEffect } from './reach.ts'
import { findContradictions, findDeadRules } from './rules.ts'

/** What is decided for every guide, and the findings that speak against each. */
const UNIVERSAL_CHECKS = {
  'list-never-empty': ['list-empty'],
  'no-dead-rule': ['rule-never-applies', 'rule-never-decides'],
  'no-dead-indication': ['indication-never-applies', 'indication-only-when-out'],
  'no-unreachable-text': ['warning-sign-unreachable', 'out-of-scope-unreachable', 'question-unreachable'],
  'no-question-without-effect': ['question-without-effect'],
  'no-contradiction': ['rules-contradict', 'option-never-available'],
  'contraindication-never-improves': ['contraindication-outweighed', 'contraindication-improves'],
  'open-contraindication-never-suitable': ['contraindication-open'],
} as const satisfies Readonly<Record<string, readonly FindingCode[]>>

export type UniversalCheck = keyof typeof UNIVERSAL_CHECKS

export type Proof = {
  /** The guide's properties about answers, in its order, and whether each holds. */
  readonly properties: readonly { readonly property: Property; readonly holds: boolean }[]
  readonly universal: readonly { readonly check: UniversalCheck; readonly holds: boolean }[]
  /** Everything that does not hold, in the order of the checks and of the guide. */
  readonly findings: readonly Finding[]
  /** How many different sets of answers that covers, as an order of size: 12 for 10^12. */
  readonly magnitude: number
}

/**
 * Decides the guide's safety properties and the universal checks over every combination of answers: `unsure`,
 * unanswered, and every list of several answers included. Exact: what it calls proved holds for all of them, and what
 * it reports comes with answers for which plan() gives what is said. Properties about texts are not decided here.
 */
export function prove(guide: Guide): Proof {
  const judgement = judgeAll(guide)
  const statuses = new Map(guide.options.map((option) => [option.id, judgement.statusOf(option.rules)]))
  const findings = [
    ...proveProperties(guide, judgement, statuses),
    ...proveListNeverEmpty(judgement, statuses, guide.options[0]?.place ?? NOWHERE),
    ...guide.options.flatMap((option) => {
      const status = statuses.get(option.id) ?? 0
      return [
        ...findDeadRules(judgement, option, status),
        ...findDeadIndications(judgement, option, status),
        ...findContradictions(judgement, option),
        ...proveContraindications(guide, judgement, option, status),
      ]
    }),
    ...findUnreachable(guide, judgement),
    ...findWithoutEffect(guide, judgement, [
      ...statuses.values(),
      ...guide.options.flatMap((option) => indicationDiagrams(judgement, option)),
    ]),
  ]
  const failed = new Set(findings.flatMap((finding) => ('property' in finding ? [finding.property] : [])))
  return {
    properties: guide.properties
      .filter((property) => property.kind !== 'text')
      .map((property) => ({ property, holds: !failed.has(property.id) })),
    universal: (Object.keys(UNIVERSAL_CHECKS) as UniversalCheck[]).map((check) => ({
      check,
      holds: !UNIVERSAL_CHECKS[check].some((code) => findings.some((finding) => finding.code === code)),
    })),
    findings,
    magnitude: judgement.space.magnitude,
  }
}

/** Where a guide without options is wanting: no line of it is to blame. */
const NOWHERE = { file: 'guide.yaml', line: 1, column: 1 } as const
