import type { Guide, TreatmentOption, UndesirableEffect } from '../../core/model.ts'
import { cited, guidePage, heading, paragraph } from '../document/blocks.ts'
import type { Block, Document, Text } from '../document/document.ts'
import { CERTAINTY_NOTE } from '../text/labels.ts'

/** Risks and side effects of these options, side by side. */
export function risksPage(guide: Guide, options: readonly TreatmentOption[]): Document {
  return guidePage(guide, { title: 'Risks and side effects' }, [
    paragraph(
      'Not known means that no source we read could count it. It does not mean that it never happens.',
    ),
    ...options.flatMap((option) => optionRisks(option)),
  ])
}

function optionRisks(option: TreatmentOption): readonly Block[] {
  const none = paragraph('No risks are listed for this option.')
  const table = riskTable(option.risks)
  return [heading(2, option.title, { id: `option:${option.id}` }), ...(table.length === 0 ? [none] : table)]
}

/** Risks in four points each; empty without risks. */
export function riskTable(risks: readonly UndesirableEffect[]): readonly Block[] {
  if (risks.length === 0) return []
  return [
    {
      kind: 'table',
      head: ['Risk', 'How often', 'At greater risk', 'Watch for'],
      rows: risks.map((risk) => [
        risk.what,
        howOften(risk),
        risk.greaterRisk,
        [risk.watchFor, ...(risk.basis === 'prudence' ? [' (our own caution)'] : []), ...cited(risk.sources)],
      ]),
    },
  ]
}

function howOften(risk: UndesirableEffect): Text {
  return risk.certainty === undefined ? risk.howOften : `${risk.howOften} (${CERTAINTY_NOTE[risk.certainty]})`
}
