import { describe, expect, it } from 'vitest'
import type { TreatmentOption } from '../../../src/core/model.ts'
import type { Document } from '../../../src/view/document/document.ts'
import { answerCard } from '../../../src/view/pages/answer-card.ts'
import { optionCard } from '../../../src/view/pages/option-card.ts'
import { overviewPage } from '../../../src/view/pages/overview-page.ts'
import { questionsCard } from '../../../src/view/pages/questions-page.ts'
import { topicCard } from '../../../src/view/pages/topic-card.ts'
import { topicsPage } from '../../../src/view/pages/topic-page.ts'
import { warningSignsCard } from '../../../src/view/pages/warning-signs-page.ts'
import { screenLines } from '../../../src/view/render/to-terminal.ts'
import { READERS } from '../../../src/view/text/labels.ts'
import { facetJoint } from '../../support/compiled-guides.ts'
import { said } from '../find-text.ts'

const guide = facetJoint()
/** Rows of a terminal, less the line of the prompt. */
const ROWS = 23

/** A row of a card by its label, in capitals for clinicians. */
function row(text: string, ...labels: readonly string[]): string | undefined {
  return text.split('\n').find((line) => labels.some((label) => line.startsWith(`${label}: `)))
}

describe.each(guide.options.map((option) => [option.id, option] as const))('the card of %s', (_, option) => {
  it.each(READERS)('fits a screen of 24 rows for a %s', (reader) => {
    expect(screenLines(optionCard(guide, option, reader), 80)).toBeLessThanOrEqual(ROWS)
  })

  it.each(READERS)('says effect, certainty, harm, whom it is not for and guidelines to a %s', (reader) => {
    const text = said(optionCard(guide, option, reader))
    expect(text.split('\n')[0]).toMatch(/(certainty|how sure:) (high|moderate|low|very low)/)
    expect(row(text, 'EFFECT', 'May gain')).toBeDefined()
    expect(row(text, 'HARM', 'Risks')).toBeDefined()
    expect(row(text, 'NOT', 'Not if')).toBeDefined()
    expect(row(text, 'FOR', 'ONLY IF', 'AGAINST', 'SILENT', 'GUIDES', 'Guidelines')).toBeDefined()
    for (const { short, body, year, direction } of option.recommendations) {
      if (direction !== 'no-position') expect(text).toContain(short ?? `${body} ${year}`)
    }
  })
})

describe('a card', () => {
  const option = guide.options.find(({ id }) => id === 'nsaids') as TreatmentOption

  it('names every answer that rules the option out', () => {
    const not = row(said(optionCard(guide, option, 'clinician')), 'NOT')
    for (const { short } of option.rules.filter(({ status }) => status === 'avoid'))
      expect(not).toContain(short)
  })

  it('is made from whole first sentences where the guide has no card', () => {
    const { card: _, ...bare } = option
    const page = optionCard(guide, bare, 'patient')
    const benefit = /^.*?[.!?](?=\s|$)/.exec(option.benefits[0]?.text ?? '')?.[0]
    expect(said(page)).toContain(`May gain: ${benefit}`)
    expect(screenLines(page, 80)).toBeLessThanOrEqual(ROWS)
  })

  it('cuts no statement of the guide', () => {
    for (const own of guide.options.filter(({ card }) => card !== undefined)) {
      const text = said(optionCard(guide, own, 'patient'))
      expect(text).toContain(own.card?.effect.patient)
      expect(text).toContain(own.card?.harm.patient)
    }
  })
})

describe('other pages of one screen', () => {
  const pages: readonly (readonly [string, Document])[] = [
    ['the overview', overviewPage(guide)],
    ['the topics', topicsPage(guide)],
    ['the warning signs', warningSignsCard(guide)],
    ['the questions', questionsCard(guide)],
    ...guide.topics.map((topic) => [`the topic ${topic.id}`, topicCard(guide, topic)] as const),
    ...guide.questions.map((own) => [`the question ${own.id}`, answerCard(guide, own)] as const),
  ]

  it.each(pages)('%s fits a screen of 24 rows', (_, page) => {
    expect(screenLines(page, 80)).toBeLessThanOrEqual(ROWS)
  })

  it('the warning signs are all there, each urgency with its whole action', () => {
    const text = said(warningSignsCard(guide))
    for (const { say, sign } of guide.warningSigns) expect(text).toContain(say ?? sign)
    for (const { lines } of guide.urgentActions ?? []) for (const line of lines) expect(text).toContain(line)
  })
})

describe('what an answer changes', () => {
  const textOf = (id: string, answerId: string) => {
    const question = guide.questions.find((own) => own.id === id)
    const answer = question?.answers.find((own) => own.id === answerId)
    if (question === undefined || answer === undefined) throw new Error(`no answer ${id}=${answerId}`)
    return said(answerCard(guide, question, answer))
  }

  it.each([
    ['pregnancy', 'yes', 'Speaks against', 'anti-inflammatory tablets'],
    ['pregnancy', 'yes', 'Not now', 'nerve heating'],
    ['blood-thinners', 'anticoagulant', 'Speaks against', 'anti-inflammatory tablets'],
    ['implanted-device', 'yes', 'Find out first', 'nerve heating'],
    ['kidney-disease', 'yes', 'Unchanged', 'watchful waiting'],
  ])('%s=%s: %s, %s', (question, answer, label, option) => {
    const rows = textOf(question, answer)
      .split('\n')
      .filter((line) => line.includes(`${label}: `))
    expect(rows.join('\n')).toContain(option)
  })

  it('a warning sign says what to do, and no option', () => {
    const text = textOf('warning-signs', 'fever')
    expect(text).toContain('Warning sign: ')
    expect(text).not.toContain('Unchanged')
  })
})
