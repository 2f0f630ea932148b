import { isOpen } from '../../core/engine/condition.ts'
import type { Explanation } from '../../core/engine/explain.ts'
import type { Plan, Status } from '../../core/model.ts'
import type { Change } from '../../core/prove/smallest-changes.ts'
import { list, paragraph } from '../document/blocks.ts'
import type { Block } from '../document/document.ts'
import { changeClauses } from '../text/change-text.ts'
import { questionLabel } from '../text/condition-text.ts'
import { STATUS_HEADING } from '../text/labels.ts'

/** `full` lists every rule, also those that do not apply. */
export type ExplainDetail = 'brief' | 'full'

/** A change of more answers than this is shown alone, as a list. */
const LONGEST_SHORT_CHANGE = 3
const NUMBER_WORDS = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ')

/** The smallest changes of answers that would move an option, or why there are none. */
export function changeBlocks(
  { plan, changes }: Explanation,
  status: Status,
  detail: ExplainDetail,
): readonly Block[] {
  if (changes === undefined) {
    return [paragraph('Its rules test too many questions together to work out what would move it.')]
  }
  const [first] = changes
  if (first === undefined) {
    return [
      paragraph(
        status === 'suitable'
          ? 'It stands as high as an option can.'
          : 'Nothing that can change or be found out would move it.',
      ),
    ]
  }
  const size = Object.keys(first.set).length
  return [
    ...(size > LONGEST_SHORT_CHANGE ? longWay(plan, first, detail) : shortWays(plan, changes, size)),
    paragraph(
      'This says how the list works. It is not advice to change anything. ' +
        'Never stop or change a prescribed medicine on your own.',
    ),
  ]
}

function shortWays({ guide, answers }: Plan, changes: readonly Change[], size: number): readonly Block[] {
  const things =
    size === 1
      ? 'One thing would have to change.'
      : `${NUMBER_WORDS[size]} things would have to change together.`
  return [
    paragraph(changes.length === 1 ? things : `${things} Each line is one way.`),
    ...list(
      changes.map((change) => [
        `If ${changeClauses(guide, answers, change).join(', and ')}: `,
        { strong: STATUS_HEADING[change.to] },
        '.',
      ]),
    ),
  ]
}

/** In brief, the open questions are joined, because none of them alone changes the status. */
function longWay({ guide, answers }: Plan, change: Change, detail: ExplainDetail): readonly Block[] {
  const ids = Object.keys(change.set)
  const open = detail === 'full' ? [] : ids.filter((id) => isOpen(answers, id))
  const known = Object.fromEntries(Object.entries(change.set).filter(([id]) => !open.includes(id)))
  const labels = open.map((id) => questionLabel(guide, id)).join('; ')
  const clauses = [
    ...changeClauses(guide, answers, { ...change, set: known }),
    ...(open.length === 0 ? [] : [`these open questions turned out well: ${labels}`]),
  ]
  const count = NUMBER_WORDS[ids.length] ?? String(ids.length)
  return [
    paragraph(
      `${count} things would have to change or be known together. One way, to `,
      { strong: STATUS_HEADING[change.to] },
      ':',
    ),
    ...list(clauses.map((clause) => `If ${clause}`)),
  ]
}
