import type { Plan, TimeFrame, UrgentAction, WarningSign } from '../../core/model.ts'
import { TIME_FRAMES } from '../../core/model.ts'
import { cited, heading, notice, paragraph, shortNotice } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { screenLines } from '../render/to-terminal.ts'
import { careHeading, urgency } from '../text/urgency.ts'

const MOST_CONCERNS = 2
/** The most lines of the action by width, so that it fits on 24 rows above the walk's menu. */
const MOST_LINES = [
  { width: 80, lines: 8 },
  { width: 40, lines: 12 },
] as const

type UrgentStyle = { readonly detail: 'first' | 'full'; readonly isWalk?: boolean }

/**
 * The warning signs found, why they matter, and one action, the most urgent. The action comes last, so that it stays on
 * the screen. `full` has the action, reason and sources of each sign.
 */
export function urgentPage(plan: Plan, { detail, isWalk }: UrgentStyle): Document {
  return detail === 'full' ? everySign(plan) : oneAction(plan, isWalk === true)
}

function oneAction(plan: Plan, isWalk: boolean): Document {
  const signs = soonestFirst(plan)
  const signNames = signs.map(({ sign, say }) => say ?? sign)
  return {
    title: 'Get medical care first',
    layout: 'screen',
    blocks: [
      paragraph({ strong: 'You answered: ' }, signNames.join(' · ')),
      ...concernBlocks(signs),
      ...(isWalk
        ? []
        : [
            paragraph({ faint: 'Each sign with its reason and sources: ' }, { code: 'nextline plan --full' }),
          ]),
      shortNotice(plan.guide),
      actionBlock(plan, signNames),
    ],
  }
}

function soonestFirst({ urgent }: Plan): readonly WarningSign[] {
  return urgent
    .map(({ sign }) => sign)
    .sort((a, b) => TIME_FRAMES.indexOf(a.within) - TIME_FRAMES.indexOf(b.within))
}

function concernBlocks(signs: readonly WarningSign[]): readonly Block[] {
  const concerns = [...new Set(signs.flatMap(({ concern }) => concern ?? []))].slice(0, MOST_CONCERNS)
  if (concerns.length === 0) return []
  return [paragraph({ strong: 'Why: ' }, `this can mean ${concerns.join(', or ')}.`)]
}

/** The action for the most urgent sign, naming as many signs as fit on the screen. */
function actionBlock(plan: Plan, signNames: readonly string[]): Block {
  for (let count = signNames.length; count > 1; count -= 1) {
    const block = actionSaying(plan, signNames.slice(0, count))
    const page = { title: '', blocks: [block] }
    if (MOST_LINES.every(({ width, lines }) => screenLines(page, width) <= lines)) return block
  }
  return actionSaying(plan, signNames.slice(0, 1))
}

function actionSaying(plan: Plan, signNames: readonly string[]): Block {
  const signs = soonestFirst(plan)
  const within = signs[0]?.within ?? 'now'
  const { action, heading: label } = urgency(plan.guide, within)
  const judged = isJudged(action, signs, within) ? [[{ faint: JUDGED }]] : []
  return {
    kind: 'callout',
    tone: 'danger',
    label,
    body: [...(action?.lines ?? [signs[0]?.action ?? '']), `Say: "${signNames.join(', ')}".`, ...judged],
  }
}

const JUDGED = 'How soon is our own judgement, on the early side.'

function isJudged(
  action: UrgentAction | undefined,
  signs: readonly WarningSign[],
  within: TimeFrame,
): boolean {
  if (action !== undefined) return action.basis === 'editorial'
  return signs.some((sign) => sign.within === within && sign.basis === 'editorial')
}

/** The heading of the most urgent action; undefined without signs. */
export function urgentHeading(plan: Plan): string | undefined {
  const [first] = soonestFirst(plan)
  return first && urgency(plan.guide, first.within).heading
}

function everySign(plan: Plan): Document {
  const signs = soonestFirst(plan)
  const isEditorial = signs.some(({ basis }) => basis === 'editorial')
  return {
    title: 'Get medical care first',
    blocks: [
      heading(1, 'Get medical care first'),
      ...signs.map(
        (sign): Block => ({
          kind: 'callout',
          tone: 'danger',
          label: `Urgent. ${careHeading(sign.within)}`,
          body: [
            [{ strong: sign.sign }],
            [{ strong: 'What to do:' }, ` ${sign.action}`],
            [`${sign.because}${sign.basis === 'editorial' ? ' *' : ''}`, ...cited(sign.sources)],
          ],
        }),
      ),
      ...(isEditorial ? [paragraph({ faint: `* ${JUDGED}` })] : []),
      paragraph('No options are listed now. They can wait until this was looked at.'),
      notice(plan.guide),
      actionBlock(
        plan,
        signs.map(({ sign, say }) => say ?? sign),
      ),
    ],
  }
}
