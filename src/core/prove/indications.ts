import { severity } from '../engine/status.ts'
import type { TreatmentOption } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { TRUE } from './diagram-condition.ts'
import { canBeTrue, type Judgement, NO_OPTIONS } from './diagram-guide.ts'
import type { Finding } from './finding.ts'

/** Indications without effect: never true where there are options, or true only where their option is put off. */
export function findDeadIndications(
  judgement: Judgement,
  option: TreatmentOption,
  status: Diagram,
): readonly Finding[] {
  const { diagrams, truthOf } = judgement
  const statusWhereTrue = diagrams.binary((truth, value) => (truth === TRUE ? value : NO_OPTIONS))
  return (option.indications ?? []).flatMap((indication): readonly Finding[] => {
    const named = { option: option.id, indication: indication.id, place: indication.place }
    if (!canBeTrue(judgement, indication.when)) return [{ code: 'indication-never-applies', ...named }]
    const best = Math.min(...diagrams.values(statusWhereTrue(truthOf(indication.when), status)))
    return best > severity('check-first') ? [{ code: 'indication-only-when-out', ...named }] : []
  })
}
