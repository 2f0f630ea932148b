import { describe, expect, it } from 'vitest'
import { gradesByFile, HIGHEST_GRADE } from '../src/check/lint/reading-grade.ts'
import { textsOf } from '../src/check/lint/texts.ts'
import { citedOnReportsAlone } from '../src/core/citations.ts'
import type { Guide } from '../src/core/model.ts'
import { parseAnswers } from '../src/guide/answers/parse-answers.ts'
import { findByName } from '../src/guide/find/names.ts'
import { facetJoint } from './support/compiled-guides.ts'

const guide: Guide = facetJoint()

it('an age that nobody reaches is a slip, and is refused', async () => {
  await expect(parseAnswers({ set: ['age=172'] }, guide)).rejects.toThrow('"172" is not an answer to age')
  expect((await parseAnswers({ set: ['age=102'] }, guide)).answers.age).toBe('65-or-over')
})

describe('ids that scripts rely on (contract section 5)', () => {
  it.each([
    ['watchful-waiting', ['watchful-waiting']],
    ['reassessment', ['diagnosis-review', 'diagnostic-medial-branch-block']],
    [
      'alternative-injections',
      ['sacroiliac-joint-injection', 'nerve-block', 'repeat-facet-injection', 'epidural-injection'],
    ],
    ['denervation', ['radiofrequency-denervation']],
    ['physical-therapy', ['physical-therapy']],
    ['psychological-therapies', ['cognitive-behavioural-therapy', 'multidisciplinary-rehabilitation']],
    ['surgery', ['facet-rhizotomy', 'facet-fusion']],
    [
      'medications',
      [
        ...['nsaids', 'topical-nsaids', 'paracetamol', 'duloxetine', 'tricyclics', 'tramadol', 'opioids'],
        'gabapentinoids',
      ],
    ],
    ['alternative-therapies', ['acupuncture', 'massage', 'chiropractic']],
    ['lifestyle-changes', ['weight-loss', 'stop-smoking', 'activity-changes', 'heat']],
  ])('the topic %s holds %s', (topic, options) => {
    expect(guide.topics.find(({ id }) => id === topic)?.options).toEqual(options)
    for (const option of options) expect(guide.options.map(({ id }) => id)).toContain(option)
  })

  const yesNo = ['no', 'yes']
  it.each<[string, readonly string[]]>([
    [
      'warning-signs',
      [
        ...['none', 'saddle-numbness', 'bladder-or-bowel', 'leg-weakness', 'clumsy-hands-or-gait', 'fever'],
        ...['recent-trauma', 'cancer-history', 'weight-loss', 'severe-headache-after-injection'],
        ...['worse-since-injection', 'chest-pain-or-collapse', 'night-pain', 'upper-back-new'],
      ],
    ],
    ['age', ['under-18', '18-64', '65-or-over']],
    ['region', ['lumbar', 'thoracic', 'cervical']],
    ['duration', ['under-3-months', '3-months-or-more']],
    ['injection-relief', ['none', 'hours-to-days', 'weeks-to-months']],
    ['diagnostic-block', ['not-done', 'negative', 'positive']],
    ['pain-pattern', ['spine-only', 'buttock-below-belt', 'limb-with-numbness']],
    ['daily-impact', ['mild', 'moderate', 'severe']],
    ['tried', ['none', ...guide.options.map(({ id }) => id)]],
    ['denervation-relief', ['none', 'wore-off']],
    ['pregnancy', ['no', 'yes', 'breast-feeding']],
    [
      'medicines',
      [
        ...['none', 'ace-inhibitor-or-arb', 'diuretic', 'steroid-tablets', 'antidepressant', 'lithium'],
        ...['methotrexate', 'hiv-booster'],
      ],
    ],
    ['allergies', ['none', 'local-anaesthetic', 'contrast-dye', 'steroid']],
    ['implanted-device', ['no', 'yes', 'metal-in-spine']],
    ['blood-thinners', ['none', 'antiplatelet', 'anticoagulant']],
    ...[
      ...['kidney-disease', 'stomach-bleed', 'heart-disease', 'nsaid-reaction', 'diabetes', 'osteoporosis'],
      ...['substance-use', 'sedatives', 'breathing-problems', 'smoking', 'liver-disease'],
      ...[
        'high-blood-pressure',
        'bowel-inflammation',
        'asthma',
        'glaucoma',
        'inflammatory-arthritis',
        'low-mood',
      ],
    ].map((id): [string, readonly string[]] => [id, yesNo]),
    ['infection-or-immune', ['no', 'active-infection', 'weak-immune-system']],
    ['weight', ['bmi-under-30', 'bmi-30-or-over']],
    [
      'preferences',
      [
        ...['none', 'avoid-surgery', 'avoid-injections', 'avoid-opioids', 'avoid-medicines', 'quick-relief'],
        ...['low-cost', 'do-at-home'],
      ],
    ],
  ])('the question %s takes %s', (id, answers) => {
    const question = guide.questions.find((candidate) => candidate.id === id)
    expect(question?.answers.map((choice) => choice.id)).toEqual(expect.arrayContaining([...answers]))
    const many = ['warning-signs', 'tried', 'medicines', 'allergies', 'preferences']
    expect(question?.type).toBe(many.includes(id) ? 'many' : 'one')
  })
})

describe('warning signs', () => {
  it('each says what to say and what it may be, and its urgency has one action block', () => {
    const blocks = new Map((guide.urgentActions ?? []).map((block) => [block.within, block]))
    expect(guide.warningSigns).toHaveLength(13)
    for (const { id, say, concern, within } of guide.warningSigns) {
      expect(say, id).toBeDefined()
      expect(concern, id).toBeDefined()
      expect(blocks.get(within)?.lines.length, id).toBeGreaterThan(0)
    }
  })

  it('a sign for now never sends a person to call a doctor and wait', () => {
    for (const { id, within, action } of guide.warningSigns) {
      if (within === 'now') expect(action, id).not.toMatch(/today|call your doctor|helpline/i)
      else expect(action, id).toMatch(/today/)
    }
  })
})

/** All texts of one option, or of a topic, in lower case. */
function said(id: string): string {
  const texts = textsOf(guide).filter(({ file }) => file === `options/${id}.yaml`)
  const topic = guide.topics.find((candidate) => candidate.id === id)
  const points = [
    topic?.summary ?? '',
    ...(topic?.points ?? []).flatMap(({ heading, text }) => [heading, text]),
  ]
  return [...texts.map(({ text }) => text), ...(topic === undefined ? [] : points)].join(' ').toLowerCase()
}

describe('every statement of the article has its place', () => {
  it.each<[string, readonly RegExp[]]>([
    [
      'sacroiliac-joint-injection',
      [
        /lower back/,
        /buttock/,
        /x-ray/,
        /steroid/,
        /numb/,
        /months/,
        /repeat|again/,
        /not a cure|not cure|no cure/,
      ],
    ],
    ['sacroiliac-joint-injection', [/bleed/, /infection/, /nerve/, /office|outpatient|day clinic|clinic/]],
    [
      'nerve-block',
      [/signals/, /a leg or a foot/, /x-ray/, /steroid/, /not a cure|not cure|no cure/, /bleed/, /infection/],
    ],
    [
      'physical-therapy',
      [
        /strength/,
        /weak muscles/,
        /stable/,
        /endurance/,
        /stretching/,
        /flexibility/,
        /range of motion/,
        /experience/,
        /plan is made for you/,
      ],
    ],
    ['facet-rhizotomy', [/cut/, /weak/, /surgeon/]],
    [
      'facet-fusion',
      [/join/, /flexib|stiff|bend/, /surgeon/, /last resort|last step|other (?:treatments|care)/],
    ],
    ['medications', [/opioid/, /nsaid|anti-inflammatory/, /doctor/]],
    ['nsaids', [/ibuprofen/, /naproxen/, /without\s+a prescription/, /stomach/, /bleed/, /kidney/]],
    ['opioids', [/codeine/, /oxycodone/, /prescri/, /addict/, /doctor/]],
    ['acupuncture', [/traditional chinese medicine/, /thin needles/, /natural pain relief/, /not a cure/]],
    ['massage', [/soft tissues/, /muscle tension/, /circulation/, /not a cure/]],
    [
      'chiropractic',
      [/nervous system/, /misalignments/, /adjustments/, /nerve function/, /range of motion/, /not a cure/],
    ],
    ['weight-loss', [/excess weight is thought to put strain on the facet joints/]],
    ['stop-smoking', [/smoking is thought to damage the facet joints/, /protect the facet joints/]],
    ['activity-changes', [/avoid/, /aggravate/]],
  ])('%s says %s', (id, facts) => {
    for (const fact of facts) expect(said(id)).toMatch(fact)
  })

  it('there are the five tips, the six questions and more, a summary, and a word of hope', () => {
    expect(guide.tips).toHaveLength(5)
    expect(guide.faqs.length).toBeGreaterThanOrEqual(6)
    expect(guide.summary.length).toBeGreaterThanOrEqual(3)
    expect(guide.encouragement).toContain('hope')
    expect(guide.seeADoctor).toContain('doctor')
  })
})

describe('points that must come out right', () => {
  const all = textsOf(guide)
    .map(({ text }) => text)
    .join(' ')

  it('an adjustment is never said to put a bone back', () => {
    expect(all).not.toMatch(/corrects? (?:a )?misalign|puts? (?:the |a )?(?:bones?|joints?|vertebrae?) back/i)
    expect(said('chiropractic')).toMatch(/9 of 10/)
  })

  it('a positive block that wore off is not said to mean that denervation fails', () => {
    expect(said('radiofrequency-denervation')).toMatch(/wore off|did not last|short/)
  })

  it.each([
    ["can't pee", 'bladder-or-bowel'],
    ['numb bum', 'saddle-numbness'],
    ['CAN’T FEEL MY LEGS', 'leg-weakness'],
    ['cannot walk', 'leg-weakness'],
  ])('"%s" leads to its warning sign', (words, sign) => {
    expect(findByName(guide, words)).toMatchObject({
      question: { id: 'warning-signs' },
      answer: { id: sign },
    })
  })

  it('nobody is told that one NSAID is safe', () => {
    expect(said('nsaids')).toMatch(/no kind is the safe one/)
  })

  it('black stools on an NSAID mean take no more of it and get help', () => {
    const bleed = guide.options
      .find(({ id }) => id === 'nsaids')
      ?.risks.find(({ what }) => /bleed/.test(what))
    expect(bleed?.watchFor).toMatch(/black .*take no more of these tablets and get emergency help/i)
  })

  it('NICE is said to consider NSAIDs, not to put them first', () => {
    const nice = guide.options
      .find(({ id }) => id === 'nsaids')
      ?.recommendations.find(({ body }) => body === 'NICE NG59')
    expect(nice?.says).toMatch(/^Consider/)
    expect(nice?.strength).toBe('conditional')
  })

  it('tramadol is told apart from the strong opioids, and CDC 2022 is for opioids only if', () => {
    const named = (id: string) => guide.options.find((option) => option.id === id)
    expect(named('opioids')?.aliases).not.toContain('tramadol')
    for (const id of ['opioids', 'tramadol']) {
      const cdc = named(id)?.recommendations.find(
        ({ year, body }) => year === 2022 && /Disease Control/.test(body),
      )
      expect(cdc?.direction).toBe('only-if')
    }
  })

  it('nobody is told to stop gabapentin, an opioid or a medicine for low mood on their own', () => {
    for (const id of ['gabapentinoids', 'opioids', 'tramadol', 'duloxetine', 'tricyclics']) {
      expect(said(id)).toMatch(/do not stop (?:it|them)|never stop (?:it|them)/)
    }
  })

  it('the two figures of the NSAID effect are not both printed: only the one that was read', () => {
    expect(all).not.toMatch(/6\.97/)
  })
})

describe('what the statements rest on', () => {
  const { alone } = citedOnReportsAlone(guide)

  it('fewer than 20 rest on reports of other work alone', () => {
    expect(alone.length).toBeLessThan(20)
  })

  it('none rests on the article that the guide grew from alone', () => {
    expect(alone.filter(({ sources }) => sources.every((id) => id === 'article'))).toEqual([])
  })
})

describe('words that people understand', () => {
  it.each(gradesByFile(guide).map(({ file, grade }) => [file, grade] as const))(
    '%s reads at or under grade 8 (%s)',
    (_file, grade) => {
      expect(grade).toBeLessThanOrEqual(HIGHEST_GRADE)
    },
  )
})
