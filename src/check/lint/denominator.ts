import { quote, type TextRule } from './finding.ts'

const PERCENT = /\d\s?(?:%|per ?cent)/i
const OTHER_BASE =
  /\b(?:of|out of|per|in) (?:every )?(?:10|20|50|200|500) (?:people|patients|men|women|adults)\b/i
const LARGE_BASE = /\b(\d[\d.]*) (?:of|out of|per|in) (?:every )?(1[, ]?000|10[, ]?000|100[, ]?000)\b/gi

/**
 * Plain text counts people of 100, or of 1,000 and more for what is rarer than 1 of 100 (Trevena 2013). Counts of a
 * study's own participants are not rates.
 */
export const denominator: TextRule = (text, voice) => {
  if (voice === 'clinical') return []
  const phrase = PERCENT.exec(text)?.[0] ?? OTHER_BASE.exec(text)?.[0] ?? needlesslyLarge(text)
  const fix = 'Count people of 100, or of 1,000 when it is rarer than 1 of 100.'
  return phrase === undefined ? [] : [{ code: 'denominator', problem: `counts ${quote(phrase)}`, fix }]
}

/** A count of 1,000 or more that could be one of 100. */
function needlesslyLarge(text: string): string | undefined {
  return [...text.matchAll(LARGE_BASE)].find(
    ([, count, base]) => Number(count) * 100 >= Number(base?.replace(/\D/g, '')),
  )?.[0]
}
