import { quote, type TextRule } from './finding.ts'

const ONE_IN_X =
  /\b(?:1|one) in (?:every )?(?:\d[\d,.]{0,15}|an?|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)\b/i

/** "1 in X" makes a risk look larger than the same risk of 100 (Trevena 2013; the 2025 review of 316 papers). */
export const oneInX: TextRule = (text) => {
  const phrase = ONE_IN_X.exec(text)?.[0]
  return phrase === undefined
    ? []
    : [
        {
          code: 'one-in-x',
          problem: `says ${quote(phrase)}`,
          fix: 'Say how many of 100 people.',
        },
      ]
}
