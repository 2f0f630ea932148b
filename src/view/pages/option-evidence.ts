import type { Recommendation, TestFacts, TreatmentOption } from '../../core/model.ts'
import { cited, claimText, facts, paragraph } from '../document/blocks.ts'
import type { Block } from '../document/document.ts'
import { CERTAINTY_NAME, DIRECTION_WORDS, STRENGTH_WORDS } from '../text/labels.ts'

/** Guidelines side by side, and what they differ about; empty without any. */
export function guidelineBlocks(option: TreatmentOption): readonly Block[] {
  if (option.recommendations.length === 0) return []
  return [
    {
      kind: 'table',
      head: ['Guideline', 'For whom', 'Position', 'Strength', 'Certainty', 'Says'],
      rows: option.recommendations.map((recommendation) => [
        guidelineTitle(recommendation),
        recommendation.population,
        DIRECTION_WORDS[recommendation.direction],
        STRENGTH_WORDS[recommendation.strength],
        CERTAINTY_NAME[recommendation.certainty],
        [recommendation.says, ...cited(recommendation.sources)],
      ]),
    },
    ...(option.disagreement === undefined
      ? []
      : [paragraph({ strong: 'Where they differ:' }, ` ${option.disagreement}`)]),
  ]
}

export function guidelineTitle(recommendation: Recommendation): string {
  return `${recommendation.body} (${recommendation.year})`
}

const TEST_LABELS: Readonly<Record<keyof TestFacts, string>> = {
  measures: 'What it measures',
  ifPositive: 'If it is positive',
  ifNegative: 'If it is negative',
  harmlessFinding: 'If it finds what would never have troubled you',
  truePositive: 'Chance of a right positive',
  trueNegative: 'Chance of a right negative',
  falsePositive: 'Chance of a wrong positive',
  falseNegative: 'Chance of a wrong negative',
  withAndWithout: 'Finding the cause with and without it',
}

/** IPDAS facts of an option that is a test; empty for others. */
export function testBlocks(option: TreatmentOption): readonly Block[] {
  const { test } = option
  if (test === undefined) return []
  const keys = Object.keys(TEST_LABELS) as (keyof TestFacts)[]
  return facts(keys.map((key) => ({ label: TEST_LABELS[key], value: claimText(test[key]) })))
}
