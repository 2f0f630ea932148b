import { severity } from '../engine/status.ts'
import type { TreatmentOption } from '../model.ts'
import type { Diagram } from './diagram.ts'
import { TRUE } from './diagram-condition.ts'
import { type Judgement, NO_OPTIONS } from './diagram-guide.ts'
import type { Finding } from './finding.ts'

/** Indications without effect: never true where there are options, or true only where their option is put off. */
export function findDeadIndications(
  judgement: Judgement,
  option: TreatmentOption,
  status: Diagram,
): readonly Finding[] {
  const { diagrams, truthOf } = judgement
  const whereTrue = diagrams.binary((truth, value) => (truth === TRUE ? value : NO_OPTIONS))
  return (option.indications ?? []).flatMap((indication): readonly Finding[] => {
    const named = { option: option.id, indication: indication.id, place: indication.place }
    const truth = truthOf(indication.when)
    if (!diagrams.values(truth).has(TRUE)) return [{ code: 'indication-never-applies', ...named }]
    const best = Math.min(...diagrams.values(whereTrue(truth, status)))
    return best > severity('check-first') ? [{ code: 'indication-only-when-out', ...named }] : []
  })
}

/** 1 where an indication of the option applies to a person who has options. */
export function indicationDiagrams({ diagrams, truthOf }: Judgement, option: TreatmentOption) {
  return (option.indications ?? []).map(({ when }) =>
    diagrams.map(truthOf(when), (truth) => (truth === TRUE ? 1 : 0)),
  )
}
