import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/core/model.ts'
import { outcomeBlocks, outcomeSentence } from '../../../src/view/text/outcome-text.ts'
import { fixtureOption, said } from '../find-text.ts'

const tablets = fixtureOption('nsaids')
const opioids = fixtureOption('opioids')

function points(own: Partial<Extract<Outcome, { kind: 'points' }>>): string {
  const [base] = tablets.outcomes
  if (base?.kind !== 'points') throw new Error('the fixture has lost its points')
  return outcomeSentence(tablets, { ...base, interval: [1.3, 5.3], noticeable: '2 points', ...own })
}

function of100(own: Partial<Extract<Outcome, { kind: 'of-100' }>>): string {
  const [base] = opioids.outcomes
  if (base?.kind !== 'of-100') throw new Error('the fixture has lost its numbers of 100')
  return outcomeSentence(opioids, { ...base, ...own })
}

describe('numbers of 100 people', () => {
  it('say how many have the event and how many do not, with the option and without it', () => {
    expect(of100({})).toBe(
      'Of 100 adults with low back pain, 35 felt sick with opioids (strong painkillers); 65 did not. ' +
        'With dummy tablets: 30 felt sick, 70 did not.',
    )
  })

  it('add up to 100, with fractions too', () => {
    expect(of100({ withOption: 0.3, withoutOption: 29.4 })).toContain(
      '0.3 felt sick with opioids (strong painkillers); 99.7',
    )
    expect(of100({ withOption: 0.3, withoutOption: 29.4 })).toContain('29.4 felt sick, 70.6 did not')
  })

  it('say so when nobody was compared', () => {
    const { withoutOption: _, ...alone } = opioids.outcomes[0] as Extract<Outcome, { kind: 'of-100' }>
    expect(outcomeSentence(opioids, alone)).toMatch(/65 did not\. There was no group to compare with\.$/)
  })

  it('set a count of those studied in brackets, or two numbers would meet', () => {
    expect(of100({ population: '46 adults with pain' })).toMatch(
      /^Of 100 people like those studied \(46 adults with pain\), 35/,
    )
  })

  it('keep the capital of a nation', () => {
    expect(of100({ population: 'Dutch adults' })).toMatch(/^Of 100 Dutch adults,/)
    expect(of100({ population: 'Adults in care' })).toMatch(/^Of 100 adults in care,/)
    expect(of100({ population: 'Procedures on one joint' })).toMatch(/^Of 100 procedures on one joint,/)
  })
})

describe('points on a scale', () => {
  it.each<[Outcome['certainty'], string]>([
    ['high', 'On average, pain improved by 3.3 points more than with dummy tablets, on a scale of 0 to 100.'],
    [
      'moderate',
      'On average, pain probably improved by 3.3 points more than with dummy tablets, on a scale of 0 to 100.',
    ],
    [
      'low',
      'On average, pain may have improved by 3.3 points more than with dummy tablets, on a scale of 0 to 100.',
    ],
    [
      'very-low',
      'On average, pain may have improved by 3.3 points more than with dummy tablets, on a scale of 0 to 100, but this is very uncertain.',
    ],
  ])('take the verb of GRADE for %s certainty', (certainty, sentence) => {
    expect(points({ certainty })).toBe(sentence)
  })

  it('say when the change is smaller than people notice', () => {
    expect(points({ noticeable: '10 to 15 points' })).toMatch(/That is less than most people would notice\.$/)
    expect(points({ noticeable: 'about 3 points' })).not.toContain('notice')
    expect(points({ noticeable: '30 percent' })).not.toContain('notice')
  })

  it('say when the difference may be chance', () => {
    expect(points({ interval: [-1, 7] })).toMatch(/The difference may be down to chance\.$/)
    expect(points({ interval: [0.1, 7] })).not.toContain('chance')
  })

  it.each([
    [-2, 'by 2 points less than with dummy tablets'],
    [1, 'by 1 point more than with dummy tablets'],
    [0, 'as much as with dummy tablets'],
  ])('%d is put as "%s"', (better, words) => {
    expect(points({ better, noticeable: 'not known' })).toContain(words)
  })
})

describe('a measured effect in full', () => {
  it('names the people, the time, the comparator, the certainty, and that it is indirect', () => {
    const text = said({
      title: '',
      blocks: tablets.outcomes.flatMap((own) => outcomeBlocks(tablets, own, 3)),
    })
    for (const line of [
      'Who was studied: Adults with long-lasting low back pain',
      'Time span: about 8 weeks',
      'Compared with: dummy tablets',
      '95% interval: 1.3 to 5.3 points',
      'Smallest noticeable: 10 points',
      'Certainty: Low: the true effect may be quite different.',
      'Fit: Indirect: the people studied are not quite those this guide is for.',
      'Note: The gain was gone when the weaker trials were left out.',
      'Sources: [pain-trial-2020]',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
  })

  it('tells outcomes of one name apart by their time', () => {
    const [pain] = tablets.outcomes
    if (pain === undefined) throw new Error('the fixture has lost its outcome')
    const later = { ...pain, id: 'later', timeSpan: '1 year' }
    const twice = { ...tablets, outcomes: [pain, later] }
    expect(outcomeBlocks(twice, later, 3)[0]).toMatchObject({ kind: 'heading', text: 'Pain: 1 year' })
    expect(outcomeBlocks(tablets, pain, 3)[0]).toMatchObject({ kind: 'heading', text: 'Pain' })
  })
})
