import type { Fit, PlannedOption } from '../../core/model.ts'
import { cardFact, cited, facts, heading } from '../document/blocks.ts'
import type { Block, Fact } from '../document/document.ts'
import { guidelinesInBrief } from '../text/guideline-text.ts'
import { asSentence, type Reader } from '../text/labels.ts'
import { ruleName, rulesToCheck } from '../text/plan-text.ts'
import { indicationWords } from '../text/reader-words.ts'
import { shortTitle } from '../text/short-names.ts'
import { statusAndCertainty } from './plan-steps.ts'

const MOST_FIRST = 2

/** A next step with why it fits, what it may give and cost, what guidelines say, and what to find out. */
export function takeHomeStep(
  planned: PlannedOption,
  { index, reader, reasons }: { readonly index: number; readonly reader: Reader; readonly reasons: number },
): readonly Block[] {
  const { option, fits } = planned
  const { card } = option
  const guidelines = guidelinesInBrief(option)
  return [
    heading(3, `${index + 1} ${shortTitle(option)}`, { aside: statusAndCertainty(planned, reader) }),
    ...facts([
      ...fits.slice(0, reasons).map((fit, index) => whyRow(fit, reader, index)),
      ...cardFact('May give', card?.effect, reader),
      ...cardFact('Takes', card?.takes, reader),
      ...cardFact('May harm', card?.harm, reader),
      ...(guidelines.length === 0 ? [] : [{ label: 'Guidelines', value: guidelines }]),
      ...firstRows(planned),
    ]),
  ]
}

function whyRow({ indication }: Fit, reader: Reader, index: number): Fact {
  return {
    label: index === 0 ? 'Why' : 'And',
    value: [indicationWords(indication, reader), ...cited(indication.sources)],
  }
}

/** What its `check-first` rules ask to do. */
function firstRows(planned: PlannedOption): readonly Fact[] {
  const rules = rulesToCheck(planned)
  if (rules.length === 0) return []
  const words = new Set(rules.map((rule) => rule.do ?? asSentence(ruleName(rule))))
  return [{ label: 'First', value: [...words].slice(0, MOST_FIRST).join(' ') }]
}
