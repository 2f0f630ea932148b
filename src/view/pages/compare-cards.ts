import type { Guide, TreatmentOption } from '../../core/model.ts'
import { heading } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'
import type { Reader } from '../text/labels.ts'
import { shortTitle } from '../text/short-names.ts'
import { cardFacts } from './option-card.ts'
import { closing } from './screen.ts'

/** Cards side by side, a row for each point. */
export function compareCards(guide: Guide, options: readonly TreatmentOption[], reader: Reader): Document {
  const title = options.map(shortTitle).join(' and ')
  const cards = options.map((option) => cardFacts(guide, option, reader))
  const labels = [...new Set(cards.flatMap((facts) => facts.map(({ label }) => label)))]
  const rows = labels.map((label) => [
    label,
    ...cards.map((facts) => facts.find((fact) => fact.label === label)?.value ?? '-'),
  ])
  return {
    title,
    blocks: [
      heading(1, title),
      { kind: 'table', head: ['Point', ...options.map(shortTitle)], rows },
      ...closing(
        { faint: 'With every text and source: ' },
        { code: `nextline compare ${options.map(({ id }) => id).join(',')} --full` },
      ),
    ],
  }
}
