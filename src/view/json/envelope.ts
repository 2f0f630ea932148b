import { guideId } from '../../core/guide-id.ts'
import type { Guide } from '../../core/model.ts'

/** A document about a guide: its schema, the guide, the content in its order, and the guide's notice. */
export function envelope(guide: Guide, name: string, content: object): object {
  return { schema: `nextline/${name}@1`, guide: guideId(guide), ...content, notice: guide.notice }
}
