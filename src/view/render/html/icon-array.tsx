import { cleanText } from '../../../text/clean-text.ts'
import type { BlockOf } from '../../document/document.ts'
import { isRounded, ROUNDED_NOTE } from '../../document/icon-array.ts'

type IconArrayBlock = BlockOf<'icon-array'>

const COLUMNS = 20
const CELL = 10
const PEOPLE = 100

/** The fill patterns of drawings: a filled circle and a ring, which differ in shape. */
export function IconPatterns() {
  const pattern = (id: string, radius: number) => (
    <pattern id={id} width={CELL} height={CELL} patternUnits="userSpaceOnUse">
      <circle cx={CELL / 2} cy={CELL / 2} r={radius} class={id} />
    </pattern>
  )
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      {pattern('wanted', 4)}
      {pattern('unwanted', 4)}
      {pattern('others', 3.3)}
    </svg>
  )
}

/** A drawing of 100 people for each row, with the same in words. */
export function IconArray({ block }: { readonly block: IconArrayBlock }) {
  const kind = block.isGood ? 'wanted' : 'unwanted'
  return (
    <figure>
      <p>{cleanText(block.sentence)}</p>
      <div class="drawings">
        {block.rows.map((row) => (
          <div>
            <p class="group">
              {cleanText(row.label)}: {row.count} of {PEOPLE}
            </p>
            <Drawing block={block} count={row.count} label={row.label} kind={kind} />
          </div>
        ))}
      </div>
      <figcaption>
        <Key kind={kind} /> {cleanText(block.event)}{' '}
        <strong>{block.isGood ? '(wanted: more is better)' : '(unwanted: fewer is better)'}</strong>{' '}
        <Key kind="others" /> {cleanText(block.otherwise)}.
        {isRounded(block.rows.map(({ count }) => count)) ? ` ${ROUNDED_NOTE}` : ''}
      </figcaption>
    </figure>
  )
}

type IconKind = 'wanted' | 'unwanted' | 'others'

function Key({ kind }: { readonly kind: IconKind }) {
  return (
    <svg class="key" width={CELL} height={CELL} viewBox={`0 0 ${CELL} ${CELL}`} aria-hidden="true">
      <circle cx={CELL / 2} cy={CELL / 2} r={kind === 'others' ? 3.3 : 4} class={kind} />
    </svg>
  )
}

function Drawing(props: { block: IconArrayBlock; count: number; label: string; kind: IconKind }) {
  const { block, count, label, kind } = props
  const marked = Math.min(PEOPLE, Math.max(0, Math.round(count)))
  const rows = PEOPLE / COLUMNS
  const rest = Math.round((PEOPLE - count) * 100) / 100
  return (
    <svg
      class="people"
      viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL}`}
      role="img"
      aria-label={cleanText(
        `${label}: ${count} of ${PEOPLE} ${block.event}, ${rest} of ${PEOPLE} ${block.otherwise}`,
      )}
    >
      {spans(0, marked).map((span) => (
        <rect {...span} fill={`url(#${kind})`} />
      ))}
      {spans(marked, PEOPLE).map((span) => (
        <rect {...span} fill="url(#others)" />
      ))}
    </svg>
  )
}

/** A range of people as rectangles: the rest of a row, whole rows, the start of a row. */
function spans(from: number, to: number): readonly { x: number; y: number; width: number; height: number }[] {
  const spanned: { x: number; y: number; width: number; height: number }[] = []
  let position = from
  while (position < to) {
    const column = position % COLUMNS
    const rows = column === 0 ? Math.floor((to - position) / COLUMNS) : 0
    const width = rows > 0 ? COLUMNS : Math.min(COLUMNS - column, to - position)
    const height = Math.max(1, rows)
    spanned.push({
      x: column * CELL,
      y: Math.floor(position / COLUMNS) * CELL,
      width: width * CELL,
      height: height * CELL,
    })
    position += width * height
  }
  return spanned
}
