import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/core/explain.ts'
import type { Answers, Guide } from '../../src/core/model.ts'
import { severity } from '../../src/core/status.ts'
import { bruteChanges } from '../support/brute-changes.ts'
import { fixtureGuide } from '../support/fixture-guide.ts'
import { smallGuide, someAnswers } from '../support/random-guide.ts'

const SHOWN = 5

/** Each named change does what it says and none smaller exists; all of the smallest are named, up to five. */
function holds(guide: Guide, option: string, answers: Answers): void {
  const { changes } = explain(guide, option, answers)
  const expected = bruteChanges(guide, option, answers)
  expect(changes.length).toBe(Math.min(SHOWN, expected.length))
  for (const change of changes) expect(expected).toContainEqual(change)
  expect(new Set(changes.map(({ set }) => JSON.stringify(set))).size).toBe(changes.length)
  const grades = changes.map(({ to }) => severity(to))
  expect(grades).toEqual([...grades].sort())
  expect(grades[0]).toBe(expected.map(({ to }) => severity(to)).sort()[0])
}

describe('what would move an option', () => {
  it('is exact for random answers to the fixture', () => {
    fc.assert(
      fc.property(someAnswers(fixtureGuide), fc.constantFrom(...fixtureGuide.options), (answers, { id }) =>
        holds(fixtureGuide, id, answers),
      ),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    )
  }, 100000)

  it('is exact for random small guides', () => {
    fc.assert(
      fc.property(
        smallGuide.chain((guide) => fc.tuple(fc.constant(guide), someAnswers(guide))),
        ([guide, answers]) => {
          for (const { id } of guide.options) holds(guide, id, answers)
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    )
  }, 100000)
})
