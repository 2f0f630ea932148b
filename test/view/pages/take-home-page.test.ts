import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNextStep } from '../../../src/core/engine/order.ts'
import { plan } from '../../../src/core/engine/plan.ts'
import type { Answers } from '../../../src/core/model.ts'
import { takeHomePage } from '../../../src/view/pages/take-home-page.ts'
import { toMarkdown } from '../../../src/view/render/to-markdown.ts'
import { anyAnswers } from '../../support/answers.ts'
import { facetJoint } from '../../support/compiled-guides.ts'

const guide = facetJoint()
const older: Answers = {
  'warning-signs': ['none'],
  age: '65-or-over',
  region: 'lumbar',
  'injection-relief': 'none',
  'daily-impact': 'severe',
  tried: ['physical-therapy'],
  'blood-thinners': 'anticoagulant',
  'kidney-disease': 'yes',
  preferences: ['avoid-surgery'],
}
const page = (answers: Answers) => toMarkdown(takeHomePage(plan(guide, answers), 'patient'))
const part = (text: string, title: string) => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

describe('the page to take to a visit', () => {
  it('opens with every warning sign and what to do about it', () => {
    const [box = ''] = page(older).split('\n## ')
    for (const { sign } of guide.warningSigns) expect(box).toContain(sign)
    for (const { heading, lines } of guide.urgentActions ?? []) {
      for (const line of [heading, ...lines]) expect(box).toContain(line)
    }
  })

  it('says of each next step why, what it may give and take, the main harm, what guidelines say and how sure it is', () => {
    const steps = part(page(older), 'Next steps to talk about').split('\n### ').slice(1)
    expect(steps.length).toBe(plan(guide, older).options.filter(isNextStep).length)
    for (const step of steps) {
      expect(step).toMatch(/certainty\n/)
      for (const label of ['Why', 'May give', 'Takes', 'May harm', 'Guidelines'])
        expect(step, label).toContain(`**${label}:**`)
    }
  })

  it('says what to find out, and what is out with the reason in a word', () => {
    const text = page(older)
    expect(part(text, 'Find out first')).toContain('Never stop it on your own')
    expect(part(text, 'The other options')).toMatch(
      /Not for me:\*\* Anti-inflammatory tablets \(kidney disease/,
    )
  })

  it('has what matters to the person, questions, and room to write', () => {
    const text = page(older)
    expect(part(text, 'What matters to me')).toContain('I want to avoid surgery')
    expect(part(text, 'Questions for the visit')).toContain('?')
    for (const label of ['My own questions', 'Next step', 'We look at it again on', 'Date of this visit'])
      expect(text).toContain(`**${label}:** \\_\\_`)
  })

  it('names no command of the program, and says a wish once', () => {
    fc.assert(
      fc.property(anyAnswers(guide), (answers) => {
        const text = page(answers)
        expect(text).not.toMatch(/nextline|--full|`/)
        expect(text.split('I want to avoid surgery').length).toBeLessThanOrEqual(2)
        expect(text).toContain('not a diagnosis')
        expect(text).toContain(`version ${guide.version}`)
      }),
      { numRuns: 100 },
    )
  })

  it('numbers its citations in the order in which they come, and lists each source once', () => {
    const text = page(older)
    const cited = [...text.matchAll(/\\\[([\d, ]+)]/g)].flatMap(([, list = '']) =>
      list.split(', ').map(Number),
    )
    const listed = [...part(text, 'Sources').matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    expect(listed).toEqual(listed.map((_, at) => at + 1))
    expect(new Set(cited)).toEqual(new Set(listed))
  })

  it('puts warning signs that are there first, and lists no option beside them', () => {
    const text = page({ ...older, 'warning-signs': ['fever'] })
    expect(text).toMatch(/^# Get medical care first/)
    expect(text).toContain('No options are listed now')
    expect(text).not.toContain('Next steps')
  })

  it('says why the guide is not for a child, and what to do instead', () => {
    const text = page({ ...older, age: 'under-18' })
    expect(text).toContain('This guide is not made for these answers')
    expect(text).toContain(guide.seeADoctor.slice(0, 30))
  })
})
