import type { CardText, Fit, PlannedOption } from '../../core/model.ts'
import { cited } from '../document/blocks.ts'
import type { Block, Text } from '../document/document.ts'
import { guidelinesInBrief } from '../text/guideline-text.ts'
import { asSentence, type Reader } from '../text/labels.ts'
import { ruleName, shortName } from '../text/plan-text.ts'
import { standing } from './plan-steps.ts'

type Row = { readonly label: string; readonly value: Text }

const MOST_FIRST = 2

/** A next step with why it fits, what it may give and cost, what guidelines say, and what to find out. */
export function takeHomeStep(
  planned: PlannedOption,
  { at, reader, reasons }: { readonly at: number; readonly reader: Reader; readonly reasons: number },
): readonly Block[] {
  const { option, fits } = planned
  const { card } = option
  const guidelines = guidelinesInBrief(option)
  return [
    { kind: 'heading', level: 3, text: `${at + 1} ${shortName(option)}`, aside: standing(planned, reader) },
    {
      kind: 'facts',
      rows: [
        ...fits.slice(0, reasons).map((fit, index) => whyRow(fit, reader, index)),
        ...cardRow('May give', card?.effect, reader),
        ...cardRow('Takes', card?.takes, reader),
        ...cardRow('May harm', card?.harm, reader),
        ...(guidelines === undefined ? [] : [{ label: 'Guidelines', value: asSentence(guidelines) }]),
        ...firstRows(planned),
      ],
    },
  ]
}

function whyRow({ indication }: Fit, reader: Reader, index: number): Row {
  const words =
    reader === 'clinician' ? asSentence(indication.clinical ?? indication.short) : indication.because
  return { label: index === 0 ? 'Why' : 'And', value: [words, ...cited(indication.sources)] }
}

function cardRow(label: string, text: CardText | undefined, reader: Reader): readonly Row[] {
  if (text === undefined) return []
  const words = (reader === 'clinician' ? text.clinician : undefined) ?? text.patient
  return [{ label, value: [words, ...cited(text.sources)] }]
}

/** What its rules ask to find out or do first. */
function firstRows({ reasons }: PlannedOption): readonly Row[] {
  const rules = reasons.flatMap((reason) =>
    reason.code === 'rule' && reason.status === 'check-first' ? [reason.rule] : [],
  )
  if (rules.length === 0) return []
  const words = new Set(rules.map((rule) => rule.do ?? asSentence(ruleName(rule))))
  return [{ label: 'First', value: [...words].slice(0, MOST_FIRST).join(' ') }]
}
