import { quote, type TextRule } from './finding.ts'

const RELATIVE =
  /\b(?:twice|doubl\w+|tripl\w+|(?:two|three|four|five|\d+) times (?:as|the|more|higher|greater)|half the (?:risk|chance)|(?:risk|odds|hazard|rate) ratio)\b/i
const ABSOLUTE = /(?<![\d.])\d[\d.]{0,15}(?: to \d[\d.]{0,15})? of (?:every )?(?:100|1,000|10,000|100,000)\b/

/** A relative risk alone changes what people choose, whatever they value (PLoS Medicine 2009, statins). */
export const relativeRisk: TextRule = (text, voice) => {
  const phrase = RELATIVE.exec(text)?.[0]
  return phrase === undefined || voice === 'clinical' || ABSOLUTE.test(text)
    ? []
    : [
        {
          code: 'relative-risk',
          problem: `gives a relative risk alone: ${quote(phrase)}`,
          fix: 'Add how many of 100 people with and without, or leave the comparison out.',
        },
      ]
}
