import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/core/engine/plan.ts'
import type { Answers } from '../../../src/core/model.ts'
import { planPage } from '../../../src/view/pages/plan-page.ts'
import { toTerminal } from '../../../src/view/render/to-terminal.ts'
import type { Reader } from '../../../src/view/text/labels.ts'
import { anyAnswers } from '../../support/answers.ts'
import { facetJoint } from '../../support/compiled-guides.ts'

const guide = facetJoint()
const READERS: readonly Reader[] = ['patient', 'clinician']
const HEALTHY: Answers = Object.fromEntries(
  guide.questions.map(({ id, type, answers }) => {
    const no = answers.find((choice) => ['no', 'none'].includes(choice.id)) ?? answers[0]
    return [id, type === 'many' ? [no?.id ?? 'none'] : (no?.id ?? 'unsure')]
  }),
)
const { 'denervation-relief': _, ...NEVER_HEATED } = HEALTHY
const adult: Answers = {
  ...NEVER_HEATED,
  age: '18-64',
  region: 'lumbar',
  duration: '3-months-or-more',
  'pain-pattern': 'spine-only',
  'daily-impact': 'moderate',
}

function firstScreen(answers: Answers, reader: Reader, width = 80): string {
  const style = { width, unicode: true, plain: false }
  return toTerminal(planPage(plan(guide, answers), { detail: 'first', reader }), style)
}
const lineCount = (text: string) => text.split('\n').length - 1
const words = (text: string) => text.replace(/\s+/g, ' ')

describe('the first screen of a plan', () => {
  it.each(READERS)('fits 80 columns by 24 rows, whatever the answers (%s)', (reader) => {
    fc.assert(
      fc.property(anyAnswers(guide), (answers) => {
        const text = firstScreen({ ...answers, age: '18-64', 'warning-signs': ['none'] }, reader)
        expect(lineCount(text), text).toBeLessThanOrEqual(23)
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      }),
      { numRuns: 300 },
    )
  })

  it('opens with what the answers speak for, and says why in a word', () => {
    const text = words(firstScreen({ ...adult, tried: ['none'] }, 'patient'))
    expect(text).toMatch(/^YOUR NEXT STEPS/)
    expect(text).toMatch(/1 \S.*Why you: /)
  })

  it('has nerve heating among the next steps after a positive block and other care', () => {
    const text = firstScreen(
      {
        ...adult,
        'diagnostic-block': 'positive',
        'injection-relief': 'weeks-to-months',
        tried: ['physical-therapy', 'cognitive-behavioural-therapy'],
      },
      'patient',
    )
    expect(text).toMatch(/^[1-5] Nerve heating/m)
  })

  it('says what is out, with the reason in a word', () => {
    const text = words(firstScreen({ ...adult, 'kidney-disease': 'yes' }, 'patient'))
    expect(text).toMatch(/Not for you ✗ .*\(.*kidney disease/)
  })

  it('says first what to find out, what to do about it, and what that would open', () => {
    const text = words(
      firstScreen({ ...adult, tried: ['physical-therapy'], 'blood-thinners': 'anticoagulant' }, 'patient'),
    )
    expect(text).toMatch(/FIND OUT FIRST.* \(for: /)
  })

  it('does not say that no warning sign was found while nobody has looked', () => {
    const { 'warning-signs': _, ...open } = adult
    const text = firstScreen(open, 'clinician')
    expect(text).toContain('CHECK THIS FIRST')
    expect(text).not.toContain(guide.safetyNet?.clinician.slice(0, 20) ?? 'No red flag')
  })

  it('says at the top that an infection after a spine injection has to be told', () => {
    const text = firstScreen({ ...adult, 'infection-or-immune': 'active-infection' }, 'patient')
    const alert = guide.alerts?.[0]?.text.slice(0, 25) ?? 'missing'
    expect(text).toContain(alert)
    expect(text.indexOf(alert)).toBeLessThan(text.indexOf('\n1 '))
  })

  it('counts what there was no room for instead of leaving it out', () => {
    const text = words(firstScreen(adult, 'patient'))
    expect(text).toMatch(/Others \d+|Also possible/)
  })
})

describe('warning signs', () => {
  const signs = guide.warningSigns.map(({ id }) => id)
  const urgent = (...given: readonly string[]) => firstScreen({ 'warning-signs': given }, 'patient')

  it.each([1, 4])('of %i signs: one action, last on the screen, at most eight lines', (count) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(signs, { minLength: count, maxLength: count }), (given) => {
        const text = urgent(...given)
        const lines = text.trimEnd().split('\n')
        const block = lines.filter((line) => line.startsWith('┃'))
        expect(block.length, text).toBeLessThanOrEqual(8)
        expect(lines.slice(-block.length)).toEqual(block)
        expect(lines.length, text).toBeLessThanOrEqual(23)
      }),
      { numRuns: 100 },
    )
  })

  it('the most urgent of several decides what to do', () => {
    const heading = (within: string) =>
      guide.urgentActions?.find((action) => action.within === within)?.heading.toUpperCase() ?? 'missing'
    const soonest = guide.warningSigns.find(({ within }) => within === 'now')?.id ?? ''
    const later = guide.warningSigns.find(({ within }) => within === 'today')?.id ?? ''
    expect(urgent(later, soonest)).toContain(heading('now'))
    expect(urgent(later)).toContain(heading('today'))
    expect(urgent(later, soonest)).not.toContain(heading('today'))
  })

  it('no option is named', () => {
    const text = urgent('fever')
    for (const option of guide.options) expect(text).not.toContain(option.title)
  })

  it('in full, each sign says what to do, why, and on what that rests', () => {
    const document = planPage(plan(guide, { 'warning-signs': ['fever'] }), {
      detail: 'full',
      reader: 'patient',
    })
    const style = { width: 80, unicode: true, plain: false }
    const text = words(toTerminal(document, style)).replaceAll(' ┃', '')
    const fever = guide.warningSigns.find(({ id }) => id === 'fever')
    for (const part of [fever?.action, fever?.because, ...(fever?.sources ?? [])]) {
      expect(text).toContain(part ?? 'missing')
    }
  })
})
