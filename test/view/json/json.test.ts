import { describe, expect, it } from 'vitest'
import { sourceUsage } from '../../../src/core/citations.ts'
import { plan } from '../../../src/core/engine/plan.ts'
import {
  compareJson,
  faqJson,
  guideJson,
  optionJson,
  overviewJson,
  risksJson,
  searchJson,
  sourcesJson,
  tipsJson,
  topicJson,
  topicsJson,
} from '../../../src/view/json/guide-json.ts'
import { planJson } from '../../../src/view/json/plan-json.ts'
import { indication, is } from '../../support/build.ts'
import { fixtureGuide as guide } from '../../support/fixture-guide.ts'
import { fixtureOption } from '../find-text.ts'

const text = (data: object) => JSON.stringify(data)
const read = (data: object) => JSON.parse(text(data))

describe('a plan as JSON', () => {
  const answers = {
    age: '18-64',
    'warning-signs': ['none'],
    'kidney-disease': 'yes',
    pregnancy: 'unsure',
  } as const

  it('has the fields of the contract, in its order', () => {
    const json = read(planJson(plan(guide, answers)))
    expect(Object.keys(json)).toEqual([
      'schema',
      'guide',
      'answers',
      'outcome',
      'urgent',
      'outOfScope',
      'options',
      'unanswered',
      'notice',
    ])
    expect(json.schema).toBe('nextline/plan@1')
    expect(json.guide).toEqual({ id: 'fixture', version: '1.0.0', reviewed: '2026-11-22' })
    expect(json.unanswered).toEqual(['tried', 'preferences'])
    expect(json.notice).toBe(guide.notice)
  })

  it('gives a rule with the answers that decided it and its sources', () => {
    const nsaids = read(planJson(plan(guide, answers))).options.find(
      (option: { id: string }) => option.id === 'nsaids',
    )
    expect(nsaids).toEqual({
      id: 'nsaids',
      topic: 'medications',
      title: 'Anti-inflammatory tablets (NSAIDs)',
      status: 'avoid',
      rank: 3,
      nextStep: false,
      reasons: [
        {
          status: 'avoid',
          rule: 'kidney',
          because: 'These tablets can harm kidneys that are already weak.',
          answers: { 'kidney-disease': 'yes' },
          sources: ['harm-review-2018'],
        },
      ],
      fits: [],
      ask: [],
      meets: [],
      conflicts: [],
    })
  })

  it('gives the indications that apply, with the answers that decided them and their sources', () => {
    const options = guide.options.map((option) => ({
      ...option,
      indications: [
        indication('grown-up', is('age', '18-64'), {
          because: 'You are under 65.',
          sources: ['pain-trial-2020'],
        }),
      ],
    }))
    const [first] = read(planJson(plan({ ...guide, options }, answers))).options
    expect(first).toMatchObject({
      nextStep: true,
      fits: [
        {
          indication: 'grown-up',
          because: 'You are under 65.',
          answers: { age: '18-64' },
          sources: ['pain-trial-2020'],
        },
      ],
    })
  })

  it('gives what is open as a reason of its own, with no answers and the sources of its rules', () => {
    const open = { ...answers, 'kidney-disease': 'unsure', tried: ['none'] }
    const nsaids = read(planJson(plan(guide, open))).options.find(
      (option: { id: string }) => option.id === 'nsaids',
    )
    expect(nsaids.status).toBe('check-first')
    expect(nsaids.ask).toEqual(['pregnancy', 'kidney-disease'])
    expect(nsaids.reasons).toEqual([
      {
        status: 'check-first',
        rules: ['kidney', 'pregnancy'],
        because: 'Still to be found out: pregnancy; kidney disease.',
        answers: {},
        questions: ['pregnancy', 'kidney-disease'],
        sources: ['harm-review-2018'],
      },
    ])
  })

  it('lists warning signs by id with their action and time, and no options', () => {
    const json = read(planJson(plan(guide, { 'warning-signs': ['fever'] })))
    expect(json.outcome).toBe('urgent')
    expect(json.options).toEqual([])
    expect(json.urgent).toEqual([
      {
        sign: 'fever',
        text: 'Fever or feeling very unwell with the pain',
        action: 'Call a doctor today.',
        within: 'today',
        because: 'It can be an infection in the spine.',
        sources: ['harm-review-2018'],
      },
    ])
  })

  it('says why someone is out of scope', () => {
    const json = read(planJson(plan(guide, { 'warning-signs': ['none'], age: 'under-18' })))
    expect(json.outcome).toBe('out-of-scope')
    expect(json.outOfScope[0].because).toBe(
      'This guide is for adults. See a doctor who cares for young people.',
    )
  })

  it('gives the same bytes for the same answers in another order', () => {
    const turned = Object.fromEntries(Object.entries(answers).reverse())
    expect(text(planJson(plan(guide, turned)))).toBe(text(planJson(plan(guide, answers))))
  })
})

describe('look-ups as JSON', () => {
  const [topic] = guide.topics
  if (topic === undefined) throw new Error('the fixture has lost its topics')
  it.each([
    ['overview', overviewJson(guide)],
    ['topics', topicsJson(guide)],
    ['topic', topicJson(guide, topic)],
    ['option', optionJson(guide, fixtureOption('nsaids'), 'patient')],
    ['risks', risksJson(guide, guide.options)],
    ['faq', faqJson(guide, guide.faqs)],
    ['tips', tipsJson(guide)],
    ['compare', compareJson(guide, guide.options)],
    ['search', searchJson(guide, 'pain', [])],
    ['sources', sourcesJson(guide, guide.sources, sourceUsage(guide))],
  ])('%s says its schema, its guide and the notice', (name, data) => {
    expect(read(data)).toMatchObject({
      schema: `nextline/${name}@1`,
      guide: { id: 'fixture', version: '1.0.0', reviewed: '2026-11-22' },
      notice: guide.notice,
    })
    expect(text(data)).not.toContain('fixture.yaml')
  })

  it('export the whole guide so that it can be loaded again', () => {
    expect(read(guideJson(guide))).toEqual({ schema: 'nextline/guide@1', guide })
  })

  it('hide clinical notes from a patient', () => {
    expect(text(optionJson(guide, fixtureOption('nsaids'), 'patient'))).not.toContain('clinicalNotes')
    expect(text(optionJson(guide, fixtureOption('nsaids'), 'clinician'))).toContain('MD 3.3/100')
  })

  it('name what rests on each source', () => {
    const json = read(sourcesJson(guide, guide.sources, sourceUsage(guide)))
    expect(json.sources[4]).toMatchObject({
      id: 'pain-guideline-2021',
      usedBy: ['nsaids: recommendation NICE NG193'],
    })
  })

  it('line options up point by point', () => {
    const json = read(compareJson(guide, [fixtureOption('nsaids')]))
    expect(json.options[0].points[0]).toEqual({
      point: 'What it is',
      says: 'Tablets such as ibuprofen calm swelling and ease pain.',
    })
  })
})
