import { describe, expect, it } from 'vitest'
import { createLinter } from '../../src/check/lint/lint.ts'
import { readingGrade } from '../../src/check/lint/reading-grade.ts'
import type { Guide, TreatmentOption } from '../../src/core/model.ts'
import { fixtureGuide } from '../support/fixture-guide.ts'
import { fixtureOptions } from '../support/fixture-options.ts'

const TODAY = '2026-11-22'

/** The findings about the first option of the fixture, with some of its fields changed. */
function found(fields: Partial<TreatmentOption>, guide: Partial<Guide> = {}, today = TODAY) {
  const [first, ...others] = fixtureOptions
  if (first === undefined) throw new Error('the fixture has no options')
  const file = `options/${first.id}.yaml`
  const before = codes({ ...fixtureGuide, ...guide }, file, TODAY)
  const after = codes(
    { ...fixtureGuide, ...guide, options: [{ ...first, ...fields }, ...others] },
    file,
    today,
  )
  return after.filter((code) => !before.includes(code))
}

const codes = (guide: Guide, file: string, today: string) =>
  createLinter()(guide, today)
    .filter((finding) => finding.file === file)
    .map((finding) => `${finding.code} ${finding.path.join('.')}`)

const claim = (text: string) => ({ text, sources: ['pain-trial-2020'] })
const risk = (howOften: string) => ({
  what: 'Bleed',
  howOften,
  greaterRisk: 'Some.',
  watchFor: 'Pain.',
  sources: [],
})

describe('numbers', () => {
  it.each([
    ['"1 in X" is found, in figures', 'It hurts 1 in 20 people.', 'one-in-x'],
    ['"1 in X" is found, in words', 'It hurts one in five people.', 'one-in-x'],
    ['a percentage in plain words is found', 'It helps 20% of people.', 'denominator'],
    ['another denominator than 100 is found', 'It hurts 3 of 20 people.', 'denominator'],
    ['a count of 1,000 that could be one of 100 is found', 'It hurts 30 of 1,000 people.', 'denominator'],
    ['10 of 1,000 is found: it is 1 of 100', 'It hurts 10 of 1,000 people.', 'denominator'],
    ['a relative risk alone is found', 'It doubles the risk of a bleed.', 'relative-risk'],
    ['one frame alone is found', 'It helped 60 of 100 people.', 'one-sided'],
  ])('%s', (_title, text, code) => {
    expect(found({ summary: claim(text) })).toContain(`${code} summary.text`)
  })

  it.each([
    ['both frames', 'It helped 60 of 100 people. It did not help 40 of 100.'],
    [
      'a relative risk beside its absolute one',
      'It doubles the risk: 4 of 100 with it, 2 of 100 without. The others did not bleed.',
    ],
    ['a count of 1,000 for what is rare', 'In a year it hurts 3 of 1,000 people.'],
    ['a count of days', 'It lasts 1 to 10 days in most people.'],
  ])('%s passes', (_title, text) => {
    expect(found({ summary: claim(text) })).toEqual([])
  })

  it('a frequency needs its time span', () => {
    expect(found({ risks: [risk('2 of 100 people bleed. The other 98 do not.')] })).toEqual([
      'number-context risks.0.how-often',
    ])
    expect(found({ risks: [risk('In a year 2 of 100 people bleed. The other 98 do not.')] })).toEqual([])
  })
})

describe('words', () => {
  it.each([
    'Stop taking your blood thinner a week before.',
    'You should stop the tablets now.',
    'Skip your aspirin on the day.',
    'Reduce your opioids slowly.',
  ])('an order to stop a medicine is found: %s', (text) => {
    expect(found({ summary: claim(text) })).toContain('stop-medicine summary.text')
  })

  it.each([
    'Never stop a blood thinner on your own.',
    'Do not change your tablets without your doctor.',
    'Ask your prescriber whether to pause the blood thinner.',
    'Nobody should stop an opioid suddenly.',
  ])('a warning against stopping one passes: %s', (text) => {
    expect(found({ summary: claim(text) })).toEqual([])
  })

  it.each([
    ['high', 'It may ease pain.'],
    ['moderate', 'It eases pain.'],
    ['low', 'It eases pain.'],
    ['very-low', 'It may ease pain.'],
  ] as const)('words that do not match certainty %s are found', (certainty, text) => {
    expect(found({ harms: [{ ...claim(text), certainty }] })).toContain('certainty-words harms.0.text')
  })

  it.each([
    ['high', 'It eases pain.'],
    ['moderate', 'It probably eases pain.'],
    ['low', 'It may ease pain.'],
    ['very-low', 'Whether it eases pain is very uncertain.'],
  ] as const)('words that match certainty %s pass', (certainty, text) => {
    expect(found({ benefits: [{ ...claim(text), certainty }] })).not.toContain(
      'certainty-words benefits.0.text',
    )
  })

  it('a text harder than grade 8 is found, and clinical notes may be hard', () => {
    const hard =
      'Radiofrequency neurotomy interrupts nociceptive transmission originating from degenerative articulations.'
    const text = `${hard} ${hard}`
    expect(found({ summary: claim(text) })).toEqual(['reading-grade summary.text'])
    expect(found({ clinicalNotes: [claim(text)] })).toEqual([])
  })

  it('grades rise with longer words and sentences', () => {
    const easy = readingGrade('The test is short. It does not hurt much.')
    const hard = readingGrade(
      'Interventional management necessitates comprehensive multidisciplinary evaluation.',
    )
    expect(easy).toBeLessThan(3)
    expect(hard).toBeGreaterThan(15)
  })
})

describe('balance and dates', () => {
  it('benefits much longer than harms are found', () => {
    const long = claim('It may ease pain in some people. '.repeat(12))
    expect(found({ benefits: [long], harms: [claim('It can hurt.')] })).toContain('balance harms')
  })

  it('a list may be exactly twice as long as the other, and not a letter longer', () => {
    const points = (good: number, bad: number) =>
      found({ benefits: [claim('a'.repeat(good))], harms: [claim('a'.repeat(bad))] }).filter((code) =>
        code.startsWith('balance'),
      )
    expect(points(200, 100)).toEqual([])
    expect(points(201, 100)).toEqual(['balance harms'])
    expect(points(100, 201)).toEqual(['balance benefits'])
  })

  it('a guide past its review-by date is found, and the day itself still counts', () => {
    const dates = (today: string) =>
      createLinter()(fixtureGuide, today)
        .filter(({ code }) => code === 'review-date')
        .map(({ problem }) => problem)
    expect(dates(fixtureGuide.reviewBy)).toEqual([])
    expect(dates('2027-11-23')).toEqual(['was to be reviewed by 2027-11-22'])
  })
})
