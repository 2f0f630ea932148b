import type { Guide } from '../../core/model.ts'
import type { GuideDiff } from '../../core/prove/diff.ts'
import { isSame } from '../pages/diff-page.ts'

/** What differs between two guides, as `nextline/diff@1`. */
export function diffJson(before: Guide, after: Guide, found: GuideDiff): object {
  const named = ({ id, version, reviewed }: Guide) => ({ id, version, reviewed })
  return {
    schema: 'nextline/diff@1',
    before: named(before),
    after: named(after),
    same: isSame(found),
    ...found,
    texts: found.texts.map(({ path, from = null, to = null }) => ({ path, from, to })),
  }
}
