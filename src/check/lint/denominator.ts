import type { Guide } from '../../core/model.ts'
import { type Finding, quote } from './finding.ts'
import { textsOf } from './texts.ts'

const PERCENT = /\d\s?(?:%|per ?cent)/i
const OTHER_BASE =
  /\b(?:of|out of|per|in) (?:every )?(?:10|20|50|200|500|1[, ]?000|10[, ]?000|100[, ]?000|1[, ]?000[, ]?000) (?:people|patients|men|women|adults)\b/i

/** One denominator, 100, through all plain text (Trevena 2013). Counts of a study's own people are no rates. */
export function denominator(guide: Guide): readonly Finding[] {
  return textsOf(guide).flatMap(({ text, voice, file, path }) => {
    if (voice === 'clinical') return []
    const found = PERCENT.exec(text)?.[0] ?? OTHER_BASE.exec(text)?.[0]
    return found === undefined
      ? []
      : [{ code: 'denominator', file, path, problem: `counts ${quote(found)}`, fix: 'Count people of 100.' }]
  })
}
