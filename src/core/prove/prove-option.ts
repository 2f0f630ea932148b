import { questionsIn } from '../engine/condition.ts'
import type { Guide, Property, QuestionId, Rule, TreatmentOption } from '../model.ts'
import { proveContraindications } from './contraindications.ts'
import { attempt } from './diagram.ts'
import { type Judgement, judgeAll } from './diagram-guide.ts'
import type { Finding } from './finding.ts'
import { findDeadIndications, indicationDiagrams } from './indications.ts'
import { isAlwaysRelevant, proveStatus, type StatusProperty } from './properties.ts'
import { questionsThatMatter } from './reach.ts'
import { findContradictions, findDeadRules } from './rules.ts'
import { type Focus, focusOn, focusOnProperties } from './variable-order.ts'

/** The proof of one option. */
export type OptionProof = {
  readonly option: TreatmentOption
  readonly isDecided: boolean
  readonly findings: readonly Finding[]
  /** Findings against the guide's own properties, by property. */
  readonly ofProperties: ReadonlyMap<Property, readonly Finding[]>
  /** The questions that its status or one of its indications depends on. */
  readonly questions: readonly QuestionId[]
  readonly isAlwaysRelevant: boolean
}

/** Diagrams are discarded after this much work, so that memory does not grow with the number of options. */
const MOST_HELD = 2_000_000

/**
 * Proves option by option, each within a limit on work. One that exceeds it is tried again with its own variable order,
 * and then reported as too large.
 */
export function proveOptions(guide: Guide, steps: number): readonly OptionProof[] {
  let shared: Judgement | undefined
  return guide.options.map((option) => {
    shared ??= judgeAll(guide, undefined, steps)
    shared.diagrams.allow(steps)
    const judgement = shared
    const proof =
      attempt(() => proveOption(guide, judgement, option)) ??
      attempt(() => proveOption(guide, judgeAll(guide, focusOnAll(guide, option), steps), option)) ??
      tooLarge(guide, option)
    if (shared.diagrams.steps() > MOST_HELD || !proof.isDecided) shared = undefined
    return proof
  })
}

function proveOption(guide: Guide, judgement: Judgement, option: TreatmentOption): OptionProof {
  const status = judgement.statusOf(option.rules)
  return {
    option,
    isDecided: true,
    findings: [
      ...findDeadRules(judgement, option, status),
      ...findDeadIndications(judgement, option, status),
      ...findContradictions(judgement, option),
      ...proveContraindications(guide, judgement, option, status),
    ],
    ofProperties: new Map(
      propertiesOf(guide, option).map((property) => [
        property,
        proveStatus(guide, judgement, property, { option: option.id, status }),
      ]),
    ),
    questions: questionsThatMatter(judgement, [status, ...indicationDiagrams(judgement, option)]),
    isAlwaysRelevant: isAlwaysRelevant(judgement, status),
  }
}

/** The option, and the properties that name it. */
function focusOnAll(guide: Guide, option: TreatmentOption): readonly Focus[] {
  const properties = propertiesOf(guide, option).map((property) => focusOnProperties([property]))
  return [focusOn(option), ...properties]
}

function propertiesOf(guide: Guide, { id }: TreatmentOption): readonly StatusProperty[] {
  return guide.properties.flatMap((property) =>
    property.kind === 'status' && property.options.includes(id) ? [property] : [],
  )
}

/** Reports the rule that tests most questions, as the one to split. */
function tooLarge(guide: Guide, option: TreatmentOption): OptionProof {
  const size = ({ when }: Pick<Rule, 'when'>) => questionsIn(when).length
  const [largest] = [...option.rules].sort((a, b) => size(b) - size(a))
  return {
    option,
    isDecided: false,
    findings: [
      {
        code: 'too-large',
        option: option.id,
        rule: largest?.id ?? '',
        questions: largest === undefined ? 0 : size(largest),
        properties: propertiesOf(guide, option).map(({ id }) => id),
        place: largest?.place ?? option.place,
      },
    ],
    ofProperties: new Map(),
    questions: [...option.rules, ...(option.indications ?? [])].flatMap(({ when }) => questionsIn(when)),
    isAlwaysRelevant: false,
  }
}
