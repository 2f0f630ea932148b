import type { Declared, ReadFile } from './read-file.ts'

/** Its answers are tested everywhere, and are not part of what a file declares. */
const TESTED_EVERYWHERE = 'questions.yaml'

/**
 * Names of the files whose pieces need no second look: those that have not changed since the guide was valid, as long as
 * everything that was declared then still is.
 */
export function settledFiles(
  files: ReadonlyMap<string, ReadFile>,
  unchanged: ReadonlySet<string>,
  validBefore: ReadonlyMap<string, Declared> | undefined,
): ReadonlySet<string> {
  if (validBefore === undefined || !unchanged.has(TESTED_EVERYWHERE)) return new Set()
  for (const [file, before] of validBefore) {
    const now = files.get(file)
    if (!includes(now?.ids, before.ids) || !includes(now?.features, before.features)) return new Set()
  }
  return unchanged
}

function includes(now: readonly string[] = [], before: readonly string[] = []): boolean {
  const names = new Set(now)
  return before.every((name) => names.has(name))
}
