import { guideId } from '../../core/guide-id.ts'
import type { Guide } from '../../core/model.ts'
import type { GuideDiff } from '../../core/prove/diff.ts'
import { isUnchanged } from '../pages/diff-page.ts'

/** What differs between two guides, as `nextline/diff@1`. */
export function diffJson(before: Guide, after: Guide, difference: GuideDiff): object {
  return {
    schema: 'nextline/diff@1',
    before: guideId(before),
    after: guideId(after),
    same: isUnchanged(difference),
    ...difference,
    texts: difference.texts.map(({ path, from = null, to = null }) => ({ path, from, to })),
  }
}
