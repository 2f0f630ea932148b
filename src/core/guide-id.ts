import type { Guide } from './model.ts'

/** What identifies a guide in every JSON document. */
export function guideId({ id, version, reviewed }: Guide) {
  return { id, version, reviewed }
}
