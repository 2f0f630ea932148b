import { isNextStep } from '../../core/engine/order.ts'
import type { Plan, PlannedOption } from '../../core/model.ts'
import { cited, facts, heading, notice, paragraph, section } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { asSentence, type Reader } from '../text/labels.ts'
import { alertBlocks, answersInBrief, openGateBlocks } from '../text/plan-text.ts'
import { groupRest, namesByReason, planNames } from '../text/rest-text.ts'
import { careHeading, urgencies } from '../text/urgency.ts'
import { findOutRows } from './find-out.ts'
import { numberCitations } from './numbered-citations.ts'
import { sheetLines } from './sheet-length.ts'
import { takeHomeStep } from './take-home-step.ts'
import { writeInBlocks } from './take-home-write-in.ts'

/** How much of each part a page shows. */
type SheetAmount = { readonly steps: number; readonly reasons: number; readonly findOut: number }

/** From most to least; the first that fits two printed pages is taken. */
const AMOUNTS: readonly SheetAmount[] = [
  { steps: 5, reasons: 2, findOut: 5 },
  { steps: 5, reasons: 1, findOut: 4 },
  { steps: 5, reasons: 1, findOut: 3 },
  { steps: 5, reasons: 1, findOut: 2 },
  { steps: 4, reasons: 1, findOut: 3 },
  { steps: 3, reasons: 1, findOut: 3 },
  { steps: 2, reasons: 1, findOut: 2 },
]
const LEAST: SheetAmount = { steps: 2, reasons: 1, findOut: 1 }
/** Lines on two pages of Letter paper, which is shorter than A4, less the loss at a page end. */
const TWO_PAGES = 140

/** Lines to write on in each of two parts, at least and at most. */
const WRITTEN_LINES = { least: 2, most: 5 } as const

const MOST_NAMED = 8
/** The number of steps when no indication applies. */
const STEPS_WITHOUT_FIT = 3
const LONGEST_ANSWERS = 240

/**
 * A plan on at most two printed pages, to take to a visit. The date is written by hand, so that the same plan gives the
 * same page.
 */
export function takeHomePage(plan: Plan, reader: Reader): Document {
  for (const amount of AMOUNTS) {
    const spare = TWO_PAGES - sheetLines(sheetOf(plan, reader, amount))
    if (spare >= 0) return sheetOf(plan, reader, amount, writtenLines(spare))
  }
  return sheetOf(plan, reader, LEAST)
}

/** Two parts share the spare room, and a written line is twice as high as a printed one. */
function writtenLines(spare: number): number {
  return Math.min(WRITTEN_LINES.most, WRITTEN_LINES.least + Math.floor(spare / 4))
}

function sheetOf(
  plan: Plan,
  reader: Reader,
  amount: SheetAmount,
  lines: number = WRITTEN_LINES.least,
): Document {
  const { guide } = plan
  const title = TITLES[plan.outcome]
  const parts = [...helpBlocks(plan), ...planBlocks(plan, reader, amount)]
  const { blocks, sources } = numberCitations(guide, parts)
  return {
    title,
    layout: 'sheet',
    blocks: [
      heading(1, title),
      paragraph({ strong: `${guide.title}.` }, ` ${asSentence(answersInBrief(plan, LONGEST_ANSWERS))}`),
      ...blocks,
      ...(plan.outcome === 'urgent'
        ? []
        : writeInBlocks(plan, { steps: plan.outcome === 'options' ? stepsOf(plan, amount) : [], lines })),
      ...section(heading(2, 'Sources'), sources),
      paragraph({ faint: `Guide: ${guide.title}, version ${guide.version}, reviewed ${guide.reviewed}.` }),
      notice(guide),
    ],
  }
}

const TITLES: Readonly<Record<Plan['outcome'], string>> = {
  urgent: 'Get medical care first',
  'out-of-scope': 'My page for the visit',
  options: 'My page for the visit',
}

function planBlocks(plan: Plan, reader: Reader, amount: SheetAmount): readonly Block[] {
  switch (plan.outcome) {
    case 'urgent':
      return [paragraph('No options are listed now. They can wait until this was looked at.')]
    case 'out-of-scope':
      return [
        heading(2, 'This guide is not made for these answers'),
        ...plan.outOfScope.map(({ gate }) => paragraph(gate.because)),
        paragraph(plan.guide.seeADoctor),
      ]
    case 'options':
      return optionParts(plan, reader, amount)
  }
}

function optionParts(plan: Plan, reader: Reader, amount: SheetAmount): readonly Block[] {
  const steps = stepsOf(plan, amount)
  const rest = plan.options.filter((planned) => !steps.includes(planned))
  const hasNextStep = steps.some(isNextStep)
  const safetyNet = plan.guide.safetyNet?.[reader]
  return [
    ...(safetyNet === undefined ? [] : [paragraph(safetyNet)]),
    ...alertBlocks(plan),
    ...openGateBlocks(plan, 'page'),
    heading(2, hasNextStep ? 'Next steps to talk about' : 'Worth talking about'),
    ...steps.flatMap((planned, index) => takeHomeStep(planned, { index, reader, reasons: amount.reasons })),
    ...section(heading(2, 'Find out first'), findOutBlocks(plan, amount.findOut)),
    ...section(heading(2, 'The other options'), restBlocks(rest)),
  ]
}

function stepsOf({ options }: Plan, { steps }: SheetAmount): readonly PlannedOption[] {
  const next = options.filter(isNextStep)
  if (next.length > 0) return next.slice(0, steps)
  return options
    .filter(({ status }) => status !== 'not-relevant')
    .slice(0, Math.min(steps, STEPS_WITHOUT_FIT))
}

function findOutBlocks(plan: Plan, most: number): readonly Block[] {
  const rows = findOutRows(plan)
  const labels = rows.slice(most).map(({ label }) => label)
  const more = labels.length > MOST_NAMED ? `; and ${labels.length - MOST_NAMED} more` : ''
  const value = `${labels.slice(0, MOST_NAMED).join('; ')}${more}.`
  return facts([...rows.slice(0, most), ...(labels.length === 0 ? [] : [{ label: 'Also open', value }])])
}

/** The options that are not a next step, by name, with reasons for those that are out or for later. */
function restBlocks(rest: readonly PlannedOption[]): readonly Block[] {
  const group = groupRest(rest)
  const rows = [
    { label: 'Not for me', value: namesByReason(group('out')) },
    { label: 'Later or tried', value: namesByReason(group('later')) },
    { label: 'Against my wishes', value: planNames(group('against')) },
    { label: 'Also possible', value: planNames(group('possible')) },
    { label: 'After finding out', value: planNames(group('after')) },
  ].filter(({ value }) => value !== '')
  return facts(rows.map(({ label, value }) => ({ label, value: `${value}.` })))
}

/** The signs found, each with its action; otherwise all signs to watch for, with one action an urgency. */
function helpBlocks({ guide, outcome, urgent }: Plan): readonly Block[] {
  if (outcome === 'urgent') {
    return urgent.map(({ sign }) => ({
      kind: 'callout',
      tone: 'danger',
      label: careHeading(sign.within),
      body: [[{ strong: sign.sign }], [sign.action, ...cited(sign.sources)]],
    }))
  }
  return urgencies(guide).map(({ heading: label, action, signs }) => ({
    kind: 'callout',
    tone: 'danger',
    label,
    body: [
      action === undefined ? '' : [action.lines.join(' '), ...cited(action.sources)],
      'If any of these starts:',
    ],
    items: signs.map(({ sign }) => sign),
  }))
}
