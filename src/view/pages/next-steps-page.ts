import { isNextStep } from '../../core/engine/order.ts'
import { activeAlerts } from '../../core/engine/plan.ts'
import type { Plan, PlannedOption } from '../../core/model.ts'
import { facts, heading, paragraph, shortNotice } from '../document/blocks.ts'
import type { Block, Document, Fact, Text } from '../document/document.ts'
import { screenLines } from '../render/to-terminal.ts'
import type { Reader } from '../text/labels.ts'
import { answersInBrief, openGateBlocks } from '../text/plan-text.ts'
import { groupRest, namesByReason, planNames } from '../text/rest-text.ts'
import { findOutRows } from './find-out.ts'
import { type StepDetail, stepBlocks } from './plan-steps.ts'

type NextStepsStyle = {
  readonly reader: Reader
  /** True when a menu follows instead of commands to type. */
  readonly isWalk?: boolean
}

/** The amount of each part on the first screen. */
type ScreenAmount = {
  /** By step; the last one is for all further steps. */
  readonly steps: readonly StepDetail[]
  readonly findOut: number
  readonly out: number
  /** Names in a list of other options; 0 shows counts. */
  readonly names: number
}

/** From most to least; the first that fits is shown. */
const AMOUNTS: readonly ScreenAmount[] = [
  { steps: ['all'], findOut: 4, out: 12, names: 12 },
  { steps: ['all', 'all', 'most'], findOut: 3, out: 8, names: 8 },
  { steps: ['most'], findOut: 3, out: 6, names: 6 },
  { steps: ['most', 'most', 'some'], findOut: 2, out: 5, names: 5 },
  { steps: ['most', 'some'], findOut: 2, out: 5, names: 4 },
  { steps: ['some'], findOut: 2, out: 4, names: 3 },
  { steps: ['some', 'some', 'short'], findOut: 2, out: 4, names: 3 },
  { steps: ['some', 'short'], findOut: 2, out: 4, names: 0 },
  { steps: ['short'], findOut: 2, out: 4, names: 0 },
  { steps: ['short', 'short', 'short', 'least'], findOut: 2, out: 3, names: 0 },
  { steps: ['short', 'short', 'short', 'least'], findOut: 1, out: 2, names: 0 },
  { steps: ['short', 'short', 'least'], findOut: 1, out: 2, names: 0 },
  { steps: ['short', 'least'], findOut: 1, out: 2, names: 0 },
  { steps: ['least'], findOut: 1, out: 2, names: 0 },
  { steps: ['least'], findOut: 1, out: 1, names: 0 },
  { steps: ['least'], findOut: 0, out: 1, names: 0 },
]

const MOST_STEPS = 5
/** 80 columns by 24 rows, minus the next prompt or a question of the walk. */
const SCREEN = { width: 80, lines: 23, linesInWalk: 16 }

/** The first screen of a plan: next steps, what to find out first, and the other options by name, as much as fits. */
export function nextStepsPage(plan: Plan, style: NextStepsStyle): Document {
  const most = style.isWalk === true ? SCREEN.linesInWalk : SCREEN.lines
  const toFindOut = findOutRows(plan)
  // Binary search: each amount takes fewer lines than the one before.
  let richest = 0
  let leanest = AMOUNTS.length - 1
  const pageWith = (index: number) => pageOf(plan, style, toFindOut, AMOUNTS[index] as ScreenAmount)
  let page = pageWith(leanest)
  while (richest < leanest) {
    const middle = Math.floor((richest + leanest) / 2)
    const candidate = pageWith(middle)
    if (screenLines(candidate, SCREEN.width) <= most) {
      page = candidate
      leanest = middle
    } else richest = middle + 1
  }
  return page
}

function pageOf(
  plan: Plan,
  { reader, isWalk }: NextStepsStyle,
  toFindOut: readonly Fact[],
  amount: ScreenAmount,
): Document {
  const { guide } = plan
  const steps = plan.options.filter(isNextStep).slice(0, MOST_STEPS)
  const title = reader === 'patient' ? 'Your next steps' : 'Next steps'
  const rest = plan.options.filter((planned) => !steps.includes(planned))
  const gates = openGateBlocks(plan, isWalk === true ? 'page' : 'terminal')
  const safetyNet = gates.length === 0 ? guide.safetyNet?.[reader] : undefined
  return {
    title,
    layout: 'screen',
    blocks: [
      heading(1, title, { aside: answersInBrief(plan, SCREEN.width - title.length - 4) }),
      ...(safetyNet === undefined ? [] : [paragraph(safetyNet)]),
      ...activeAlerts(guide, plan.answers).map((alert) => paragraph({ mark: 'care' }, ` ${alert.text}`)),
      ...gates,
      ...(steps.length === 0 ? [paragraph(NOTHING_FITS)] : []),
      ...steps.flatMap((step, index) => stepBlocks(step, { index, reader, detail: detailAt(amount, index) })),
      ...findOutBlocks(toFindOut, amount.findOut, isWalk === true ? 'in the whole plan' : 'with --full'),
      ...restBlocks(rest, amount),
      ...(isWalk === true ? [] : [READ_ON]),
      shortNotice(guide),
    ],
  }
}

/** Commands for the rest; they need the same flags for answers. */
const READ_ON = paragraph(
  { faint: 'All of it: ' },
  { code: 'nextline plan --full' },
  { faint: ' · Why: ' },
  { code: 'nextline explain <name>' },
)

const NOTHING_FITS = 'Nothing in these answers points to one option first yet.'

function detailAt({ steps }: ScreenAmount, index: number): StepDetail {
  return steps[index] ?? steps.at(-1) ?? 'least'
}

function findOutBlocks(rows: readonly Fact[], most: number, where: string): readonly Block[] {
  if (rows.length === 0) return []
  const more = rows.length > most ? `${rows.length - most} more ${where}` : undefined
  return [heading(2, 'Find out first', { aside: more }), ...facts(rows.slice(0, most))]
}

/** All other options by name, grouped by why they are not a next step. */
function restBlocks(rest: readonly PlannedOption[], { out, names }: ScreenAmount): readonly Block[] {
  const group = groupRest(rest)
  const groups = [
    ['Also possible', group('possible')],
    ['After finding out', group('after')],
    ['Against a wish', group('against')],
    ['Later or tried', group('later')],
  ] as const
  const others =
    names === 0
      ? [{ label: 'Others', value: countsOf(groups) }]
      : groups.map(([label, options]) => ({ label, value: namesOf(options, names) }))
  const rows = [{ label: 'Not for you', value: outText(group('out'), out) }, ...others]
  return facts(rows.filter(({ value }) => value.length > 0))
}

function countsOf(groups: readonly (readonly [string, readonly PlannedOption[]])[]): string {
  const counts = groups
    .filter(([, options]) => options.length > 0)
    .map(([label, options]) => `${options.length} ${label.toLowerCase()}`)
  return counts.length === 0 ? '' : `${counts.join(', ')}.`
}

function namesOf(options: readonly PlannedOption[], most: number): string {
  if (options.length === 0) return ''
  // One more name takes no more room than "and 1 more".
  return `${planNames(options, options.length === most + 1 ? options.length : most)}.`
}

/** Ruled-out options, grouped by reason. */
function outText(out: readonly PlannedOption[], most: number): Text {
  if (out.length === 0) return []
  const more = out.length > most ? `, and ${out.length - most} more` : ''
  return [{ mark: 'no', decorative: true }, ` ${namesByReason(out.slice(0, most))}${more}.`]
}
