import type { Guide, Property } from '../model.ts'
import { attempt } from './diagram.ts'
import { type Judgement, judgeAll } from './diagram-guide.ts'
import { encodeAnswers } from './diagram-space.ts'
import type { Finding, FindingCode } from './finding.ts'
import { proveListNeverEmpty, proveProperty } from './properties.ts'
import { type OptionProof, proveOptions } from './prove-option.ts'
import { findUnreachable, findWithoutEffect } from './reach.ts'
import { focusOnProperties } from './variable-order.ts'

/** The checks of every guide, each with the findings that make it fail. */
const UNIVERSAL_CHECKS = {
  'list-never-empty': ['list-empty'],
  'no-dead-rule': ['rule-never-applies', 'rule-never-decides'],
  'no-dead-indication': ['indication-never-applies', 'indication-only-when-out'],
  'no-unreachable-text': [
    'warning-sign-unreachable',
    'out-of-scope-unreachable',
    'alert-unreachable',
    'question-unreachable',
  ],
  'no-question-without-effect': ['question-without-effect'],
  'no-contradiction': ['rules-contradict', 'option-never-available'],
  'contraindication-never-improves': ['contraindication-outweighed', 'contraindication-improves'],
  'open-contraindication-never-suitable': ['contraindication-open'],
} as const satisfies Readonly<Record<string, readonly FindingCode[]>>

export type UniversalCheck = keyof typeof UNIVERSAL_CHECKS

/** `undecided`: no failure was found, but not everything was decided. */
export type ProofVerdict = 'holds' | 'fails' | 'undecided'

export type Proof = {
  /** The guide's properties about answers, in its order. */
  readonly properties: readonly { readonly property: Property; readonly verdict: ProofVerdict }[]
  readonly universal: readonly { readonly check: UniversalCheck; readonly verdict: ProofVerdict }[]
  /** Everything that fails or was not decided, in the order of the checks and of the guide. */
  readonly findings: readonly Finding[]
  /** Order of magnitude of the number of answer sets covered: 12 for 10^12. */
  readonly magnitude: number
}

/** The limit on work (Diagrams.allow) for one option: about two seconds and 300 MB. */
const STEPS = 600_000

/**
 * Decides the guide's safety properties and the universal checks over every combination of answers, including `unsure`,
 * unanswered and lists. Exact: what holds is proved for all of them, and a finding comes with answers for which plan()
 * shows it. Past the limit on work it reports "undecided". Lint decides properties about texts.
 */
export function prove(guide: Guide, steps = STEPS): Proof {
  const gates = attempt(() => judgeAll(guide, [], steps))
  const options = gates === undefined ? [] : proveOptions(guide, steps)
  const findings =
    gates === undefined
      ? [{ code: 'gates-too-large', place: gatesPlace(guide) } as const]
      : allFindings(guide, { gates, options, steps })
  const undecided = new Set(findings.flatMap(propertiesNotDecided))
  const failed = new Set(
    findings.flatMap((finding) =>
      'property' in finding && finding.code !== 'property-too-large' ? [finding.property] : [],
    ),
  )
  const isWhole = gates !== undefined && options.every(({ isDecided }) => isDecided)
  return {
    properties: guide.properties
      .filter((property) => property.kind !== 'text')
      .map((property) => ({
        property,
        verdict: verdict(failed.has(property.id), gates !== undefined && !undecided.has(property.id)),
      })),
    universal: (Object.keys(UNIVERSAL_CHECKS) as UniversalCheck[]).map((check) => ({
      check,
      verdict: verdict(
        findings.some(({ code }) => UNIVERSAL_CHECKS[check].some((failing) => failing === code)),
        check === 'list-never-empty'
          ? gates !== undefined && findings.every(({ code }) => code !== 'list-too-large')
          : isWhole,
      ),
    })),
    findings,
    magnitude: encodeAnswers(guide.questions).magnitude,
  }
}

function verdict(fails: boolean, isDecided: boolean): ProofVerdict {
  return fails ? 'fails' : isDecided ? 'holds' : 'undecided'
}

function propertiesNotDecided(finding: Finding): readonly string[] {
  if (finding.code === 'too-large') return finding.properties
  return finding.code === 'property-too-large' ? [finding.property] : []
}

type ProofParts = {
  readonly gates: Judgement
  readonly options: readonly OptionProof[]
  readonly steps: number
}

function allFindings(guide: Guide, { gates, options, steps }: ProofParts): readonly Finding[] {
  return [
    ...guide.properties.flatMap((property): readonly Finding[] => {
      gates.diagrams.allow(steps)
      const focus = [focusOnProperties([property])]
      const whole =
        attempt(() => proveProperty(guide, gates, property)) ??
        attempt(() => proveProperty(guide, judgeAll(guide, focus, steps), property))
      if (whole === undefined) {
        return [{ code: 'property-too-large', property: property.id, place: property.place }]
      }
      const ofOptions = property.kind === 'status' && whole.length === 0 ? property.options : []
      const proofs = ofOptions.flatMap((id) => options.find(({ option }) => option.id === id) ?? [])
      return [...whole, ...proofs.flatMap(({ ofProperties }) => ofProperties.get(property) ?? [])]
    }),
    ...listNeverEmpty(guide, options, steps),
    ...options.flatMap(({ findings }) => findings),
    ...reach(guide, { gates, options, steps }),
  ]
}

function listNeverEmpty(guide: Guide, options: readonly OptionProof[], steps: number): readonly Finding[] {
  if (options.some(({ isAlwaysRelevant }) => isAlwaysRelevant)) return []
  const place = guide.options[0]?.place ?? NOWHERE
  return (
    attempt(() => proveListNeverEmpty(judgeAll(guide, undefined, steps), guide.options, place)) ?? [
      { code: 'list-too-large', place },
    ]
  )
}

function reach(guide: Guide, { gates, options, steps }: ProofParts): readonly Finding[] {
  gates.diagrams.allow(steps)
  const matters = new Set(options.flatMap(({ questions }) => questions))
  return (
    attempt(() => [...findUnreachable(guide, gates), ...findWithoutEffect(guide, gates, matters)]) ?? [
      { code: 'gates-too-large', place: gatesPlace(guide) },
    ]
  )
}

function gatesPlace(guide: Guide): Finding['place'] {
  return (guide.warningSigns[0] ?? guide.outOfScope[0])?.place ?? NOWHERE
}

/** The place of a finding that has no line of its own. */
const NOWHERE = { file: 'guide.yaml', line: 1, column: 1 } as const
