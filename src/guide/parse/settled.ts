import type { GuideReader } from './guide-reader.ts'
import type { Declared } from './read-file.ts'

/** What they declare is tested and cited everywhere: ids, and answers. */
const TESTED_EVERYWHERE = ['questions.yaml', 'sources.yaml']

/**
 * Which pieces need no second look at what they cite and test: those of files that have not changed since the guide was
 * valid, as long as everything that was declared then still is.
 */
export function settledPieces(
  reader: GuideReader,
  validBefore: ReadonlyMap<string, Declared> | undefined,
): (piece: object) => boolean {
  const unchanged = (file: string | undefined) =>
    file !== undefined && validBefore?.has(file) === true && reader.unchanged.has(file)
  if (!TESTED_EVERYWHERE.every(unchanged)) return () => false
  for (const [file, { ids }] of validBefore ?? []) {
    if (!declares(reader.files.get(file)?.ids, ids)) return () => false
  }
  return (piece) => unchanged(reader.origins.get(piece)?.file)
}

function declares(now: readonly string[] = [], before: readonly string[] = []): boolean {
  const known = new Set(now)
  return before.every((id) => known.has(id))
}
