import { groupBy } from '../../core/group-by.ts'
import type { TextChange } from '../../core/prove/diff-texts.ts'
import { counted } from '../../text/words.ts'
import { heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Text } from '../document/document.ts'

/** More changes than this are only counted, unless `full`. */
const FEW = 40

/** Changed texts, numbers and sources, before and after, or their number in each piece. */
export function textBlocks(texts: readonly TextChange[], full: boolean): readonly Block[] {
  const title = heading(2, 'Texts, numbers and sources')
  if (full || texts.length <= FEW) return section(title, list(texts.map(changeText)))
  return [
    title,
    ...list(
      [...groupBy(texts, pieceOf)].map(
        ([piece, changes]): Text => [{ code: piece }, `: ${fieldsOf(changes)}`],
      ),
    ),
    paragraph('Each of them, before and after: add ', { code: '--full' }),
  ]
}

/** The name of a piece: `options nsaids`, `sources trial-2020`, or a field of the guide. */
function pieceOf({ path: [kind = '', id] }: TextChange): string {
  return typeof id === 'string' ? `${kind} ${id}` : String(kind)
}

function fieldsOf(changes: readonly TextChange[]): string {
  const fields = new Set(changes.flatMap(({ path }) => (path.length > 2 ? [String(path[2])] : [])))
  const count = counted(changes.length, 'change')
  return fields.size === 0 ? count : `${count} in ${[...fields].join(', ')}`
}

function changeText({ path, from, to }: TextChange): Text {
  return [{ code: path.join(' ') }, `: ${changedValue(from)}, now ${changedValue(to)}`]
}

function changedValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value, withoutPlaces)
}

const withoutPlaces = (key: string, value: unknown) => (key === 'place' ? undefined : value)
