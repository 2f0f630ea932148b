import { createMemo } from '../memo.ts'
import type { Guide, Property } from '../model.ts'
import { attempt } from './diagram.ts'
import { type Judgement, judgeAll } from './diagram-guide.ts'
import { encodeAnswers } from './diagram-space.ts'
import type { Finding, FindingCode } from './finding.ts'
import { keyOfGates, keyOfOption } from './proof-key.ts'
import { proveListNeverEmpty, proveProperty } from './properties.ts'
import { type OptionProof, propertiesOf, proveOption } from './prove-option.ts'
import { findUnreachable, findWithoutEffect } from './reach.ts'
import { focusOnProperty } from './variable-order.ts'

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
  return createProver(steps)(guide)
}

/** `prove` for versions of one guide: only what a change reaches is proved again. */
export function createProver(steps = STEPS): (guide: Guide) => Proof {
  const ofOptions = createMemo<OptionProof>()
  const ofProperties = createMemo<PropertyProofs>()
  return (guide) => {
    const gates = attempt(() => judgeAll(guide, [], steps))
    if (gates === undefined)
      return proofFrom(guide, [{ code: 'gates-too-large', place: gatesPlace(guide) }], undefined)
    const key = keyOfGates(guide)
    const options = guide.options.map((option) =>
      ofOptions(option.id, key + keyOfOption(option, propertiesOf(guide, option)), () =>
        proveOption(guide, option, steps),
      ),
    )
    const properties = ofProperties('', key + JSON.stringify(guide.properties), () =>
      proveProperties(guide, gates, steps),
    )
    return proofFrom(guide, allFindings(guide, { gates, options, properties, steps }), options)
  }
}

/** @param options undefined when the gates alone are too large */
function proofFrom(
  guide: Guide,
  findings: readonly Finding[],
  options: readonly OptionProof[] | undefined,
): Proof {
  const undecided = new Set(findings.flatMap(propertiesNotDecided))
  const failed = new Set(
    findings.flatMap((finding) =>
      'property' in finding && finding.code !== 'property-too-large' ? [finding.property] : [],
    ),
  )
  const isWhole = options?.every(({ isDecided }) => isDecided) === true
  return {
    properties: guide.properties
      .filter((property) => property.kind !== 'text')
      .map((property) => ({
        property,
        verdict: verdict(failed.has(property.id), options !== undefined && !undecided.has(property.id)),
      })),
    universal: (Object.keys(UNIVERSAL_CHECKS) as UniversalCheck[]).map((check) => ({
      check,
      verdict: verdict(
        findings.some(({ code }) => UNIVERSAL_CHECKS[check].some((failing) => failing === code)),
        check === 'list-never-empty'
          ? options !== undefined && findings.every(({ code }) => code !== 'list-too-large')
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
  readonly properties: PropertyProofs
  readonly steps: number
}

/** Findings about each property apart from single options, by its id. */
type PropertyProofs = ReadonlyMap<string, readonly Finding[]>

function proveProperties(guide: Guide, gates: Judgement, steps: number): PropertyProofs {
  return new Map(
    guide.properties.map((property) => {
      gates.diagrams.allow(steps)
      const focus = [focusOnProperty(property)]
      const findings: readonly Finding[] = attempt(() => proveProperty(guide, gates, property)) ??
        attempt(() => proveProperty(guide, judgeAll(guide, focus, steps), property)) ?? [
          { code: 'property-too-large', property: property.id, place: property.place },
        ]
      return [property.id, findings]
    }),
  )
}

function allFindings(guide: Guide, parts: ProofParts): readonly Finding[] {
  const { options, properties, steps } = parts
  return [
    ...guide.properties.flatMap((property): readonly Finding[] => {
      const whole = properties.get(property.id) ?? []
      const named = property.kind === 'status' && whole.length === 0 ? property.options : []
      const proofs = named.flatMap((id) => options.find((proof) => proof.id === id) ?? [])
      return [...whole, ...proofs.flatMap(({ ofProperties }) => ofProperties.get(property.id) ?? [])]
    }),
    ...listNeverEmpty(guide, options, steps),
    ...options.flatMap(({ findings }) => findings),
    ...findIneffective(guide, parts),
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

function findIneffective(guide: Guide, { gates, options, steps }: ProofParts): readonly Finding[] {
  const matters = new Set(options.flatMap(({ questions }) => questions))
  gates.diagrams.allow(steps)
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
