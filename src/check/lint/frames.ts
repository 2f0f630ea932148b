import { quote, type TextRule } from './finding.ts'

// Starts at the first digit and is bounded, so that a long run of digits is not tried from each position.
const COUNT = /(?<![\d.])(\d[\d.]{0,15})(?: to \d[\d.]{0,15})? of 100\b/g
const THE_OTHERS =
  /\b(?:the other|the others|the rest|all 100|none of 100|did not|do not|had not|no more than)\b/i

/** Both frames: "60 of 100 do, 40 of 100 do not" (Patient Information Forum). */
export const frames: TextRule = (text, voice) => {
  const counts = [...text.matchAll(COUNT)].map((match) => Number(match[1]))
  const complete = counts.some((count) => counts.some((other) => Math.abs(count + other - 100) < 0.11))
  return voice === 'clinical' || counts.length === 0 || complete || THE_OTHERS.test(text)
    ? []
    : [
        {
          code: 'one-sided',
          problem: `gives one frame only: ${quote(text)}`,
          fix: 'Say also how many of 100 people do not.',
        },
      ]
}
