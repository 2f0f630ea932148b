import { questionsIn } from '../engine/condition.ts'
import type { Guide, OptionId, QuestionId, Rule, TreatmentOption } from '../model.ts'
import { proveContraindications } from './contraindications.ts'
import { attempt } from './diagram.ts'
import { type Judgement, judgeAll, whereTrue } from './diagram-guide.ts'
import type { Finding } from './finding.ts'
import { isAlwaysRelevant, proveStatus, type StatusProperty } from './properties.ts'
import { questionsThatMatter } from './reach.ts'
import { findContradictions, findDeadIndications, findDeadRules } from './rules.ts'
import { type Focus, focusOn, focusOnProperty } from './variable-order.ts'

/** The proof of one option. */
export type OptionProof = {
  readonly id: OptionId
  readonly isDecided: boolean
  readonly findings: readonly Finding[]
  /** Findings against the guide's own properties, by property. */
  readonly ofProperties: ReadonlyMap<string, readonly Finding[]>
  /** The questions that its status or one of its indications depends on. */
  readonly questions: readonly QuestionId[]
  readonly isAlwaysRelevant: boolean
}

/** Proves one option within a limit on work, on diagrams of its own whose variable order suits it. */
export function proveOption(guide: Guide, option: TreatmentOption, steps: number): OptionProof {
  return (
    attempt(() => proveOn(judgeAll(guide, focusOnAll(guide, option), steps), guide, option)) ??
    tooLarge(guide, option)
  )
}

function proveOn(judgement: Judgement, guide: Guide, option: TreatmentOption): OptionProof {
  const status = judgement.statusOf(option.rules)
  return {
    id: option.id,
    isDecided: true,
    findings: [
      ...findDeadRules(judgement, option, status),
      ...findDeadIndications(judgement, option, status),
      ...findContradictions(judgement, option),
      ...proveContraindications(guide, judgement, option, status),
    ],
    ofProperties: new Map(
      propertiesOf(guide, option).map((property) => [
        property.id,
        proveStatus(guide, judgement, property, { option: option.id, status }),
      ]),
    ),
    questions: questionsThatMatter(judgement, [
      status,
      ...(option.indications ?? []).map(({ when }) => whereTrue(judgement, when)),
    ]),
    isAlwaysRelevant: isAlwaysRelevant(judgement, status),
  }
}

/** The option, and the properties that name it. */
function focusOnAll(guide: Guide, option: TreatmentOption): readonly Focus[] {
  return [focusOn(option), ...propertiesOf(guide, option).map(focusOnProperty)]
}

/** The properties that name an option. */
export function propertiesOf(guide: Guide, { id }: TreatmentOption): readonly StatusProperty[] {
  return guide.properties.flatMap((property) =>
    property.kind === 'status' && property.options.includes(id) ? [property] : [],
  )
}

/** Reports the rule that tests most questions, as the one to split. */
function tooLarge(guide: Guide, option: TreatmentOption): OptionProof {
  const size = ({ when }: Pick<Rule, 'when'>) => questionsIn(when).length
  const [largest] = [...option.rules].sort((a, b) => size(b) - size(a))
  return {
    id: option.id,
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
