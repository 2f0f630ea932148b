import type { AnswerChoice, Answers, Guide, Question, Source } from '../../src/core/model.ts'
import { claim, fixtureOptions, place } from './fixture-options.ts'

/** A yes-or-no question about safety, unless the fields say otherwise. */
export function question(id: string, label: string, fields: Partial<Question>): Question {
  return {
    id,
    label,
    text: `Do you have ${label}?`,
    clinical: `${label}?`,
    why: 'Some options are not safe with it.',
    settle: 'Ask your doctor.',
    type: 'one',
    role: 'safety',
    change: 'discoverable',
    sensitive: false,
    answers: [
      { id: 'no', label: 'No' },
      { id: 'yes', label: 'Yes' },
    ],
    place,
    ...fields,
  }
}

const choice = (id: string, label: string, fields: Partial<AnswerChoice> = {}): AnswerChoice => ({
  id,
  label,
  ...fields,
})

const questions: readonly Question[] = [
  question('warning-signs', 'warning signs', {
    text: 'Do you have any of these now?',
    type: 'many',
    role: 'gate',
    change: 'changeable',
    settle: 'If you cannot tell, call your doctor today.',
    answers: [
      choice('none', 'None of these'),
      choice('fever', 'Fever or feeling very unwell with the pain', {
        clinical: 'Fever',
        canBecome: ['none'],
      }),
      choice('leg-weakness', 'New or growing weakness in a leg', { canBecome: ['none'] }),
    ],
  }),
  question('age', 'age', {
    text: 'How old are you?',
    role: 'gate',
    change: 'fixed',
    settle: 'Your date of birth settles it.',
    answers: [
      choice('under-18', 'Under 18'),
      choice('18-64', '18 to 64'),
      choice('65-or-over', '65 or over'),
    ],
  }),
  question('pregnancy', 'pregnancy', {
    text: 'Are you pregnant, or could you be?',
    change: 'changeable',
    sensitive: true,
    settle: 'A pregnancy test settles it.',
    askWhen: { kind: 'not', of: { kind: 'is', question: 'age', values: ['65-or-over'] } },
    answers: [choice('no', 'No'), choice('yes', 'Yes', { canBecome: ['no'] })],
  }),
  question('kidney-disease', 'kidney disease', {
    screen: 'conditions',
    settle: 'A blood test shows how well your kidneys work.',
  }),
  question('tried', 'what you have already tried', {
    text: 'What have you already tried, without enough benefit?',
    type: 'many',
    role: 'situation',
    change: 'changeable',
    settle: 'Your clinic letters may remind you.',
    answers: [
      choice('none', 'None of these'),
      ...fixtureOptions.map((option) => choice(option.id, option.title)),
    ],
  }),
  question('preferences', 'what matters to you', {
    text: 'What matters most to you?',
    type: 'many',
    role: 'preference',
    change: 'changeable',
    settle: 'Talk it over with someone close to you.',
    answers: [
      choice('none', 'Nothing in particular'),
      choice('avoid-injections', 'I want to avoid injections and needles', { avoids: 'needle' }),
      choice('avoid-opioids', 'I want to avoid opioids', { avoids: 'opioid' }),
      choice('quick-relief', 'I want relief within days', { seeks: 'quick-relief' }),
    ],
  }),
]

function source(id: string, title: string, fields: Partial<Source>): Source {
  return {
    id,
    title,
    where: 'Journal of Fixtures',
    kind: 'research',
    read: 'abstract',
    readNote: 'abstract only',
    accessed: '2026-11-22',
    place,
    ...fields,
  }
}

const sources: readonly Source[] = [
  source('pain-trial-2020', 'Tablets for back pain', {
    authors: 'Doe J, Roe R',
    year: 2020,
    doi: '10.1000/pain.2020',
  }),
  source('harm-review-2018', 'Harms of painkillers: a review', {
    year: 2018,
    pmid: '12345678',
    url: 'https://example.org/harms_(review)?a=1&b=2',
    read: 'full-text',
    readNote: 'whole text read',
  }),
  source('block-study-2010', 'Blocks of the small nerves', {
    year: 2010,
    read: 'excerpt',
    readNote: 'one table',
  }),
  source('back-guideline-2016', 'Low back pain in over 16s', {
    where: 'NICE',
    number: 'NG59',
    year: 2016,
    kind: 'guideline',
  }),
  source('pain-guideline-2021', 'Chronic pain', {
    where: 'NICE',
    number: 'NG193',
    year: 2021,
    kind: 'guideline',
  }),
]

/**
 * A small guide that is whole: every list has something in it, every id that is named exists. All its numbers are
 * made up; nothing in it is about real treatments.
 */
export const fixtureGuide: Guide = {
  id: 'fixture',
  version: '1.0.0',
  title: 'After facet joint injections',
  question: 'What next, when facet joint injections did not work?',
  problem: claim(
    'Facet joints are small joints in the spine. Injections into them do not help everyone.',
    'block-study-2010',
  ),
  decision: 'Which step to talk about next with your doctor.',
  course: claim('Pain often eases in the first months.', 'pain-trial-2020'),
  livingWith: claim('Most people can keep up daily life.', 'pain-trial-2020'),
  evidenceNote: 'Few studies looked at people after injections failed.',
  seeADoctor: 'See a doctor before you choose.',
  encouragement: 'There are other things to try. You need not decide today.',
  summary: [claim('An injection that did not help does not mean that nothing will.', 'block-study-2010')],
  notice: 'This is information to discuss with a clinician. It is not a diagnosis or a prescription.',
  notReassurance: claim('A list of options does not mean that nothing serious is wrong.'),
  reviewed: '2026-11-22',
  reviewBy: '2027-11-22',
  updatePolicy: 'Read again once a year.',
  madeBy: 'The makers of nextline.',
  funding: 'None.',
  method: 'Studies and guidelines were searched for each option.',
  notFound: ['A trial in people whose injections had failed.'],
  language: 'en',
  topics: [
    {
      id: 'medications',
      title: 'Medicines',
      aliases: ['drugs', 'tablets'],
      summary: 'Tablets that ease pain, each with its own risks.',
      points: [
        { heading: 'Share your list', ...claim('Show a pharmacist all that you take.', 'harm-review-2018') },
      ],
      options: ['nsaids', 'opioids'],
    },
    {
      id: 'reassessment',
      title: 'Looking again',
      aliases: ['diagnosis'],
      summary: 'Checks whether the joint is the cause.',
      points: [],
      options: ['nerve-block-test'],
    },
  ],
  options: fixtureOptions,
  questions,
  warningSigns: [
    {
      id: 'leg-weakness',
      when: { kind: 'is', question: 'warning-signs', values: ['leg-weakness'] },
      sign: 'New or growing weakness in a leg',
      action: 'Go to an emergency department.',
      within: 'now',
      because: 'Nerves in the spine may be squeezed.',
      basis: 'source',
      sources: ['back-guideline-2016'],
      place,
    },
    {
      id: 'fever',
      when: { kind: 'is', question: 'warning-signs', values: ['fever'] },
      sign: 'Fever or feeling very unwell with the pain',
      action: 'Call a doctor today.',
      within: 'today',
      because: 'It can be an infection in the spine.',
      basis: 'editorial',
      sources: ['harm-review-2018'],
      place,
    },
  ],
  outOfScope: [
    {
      id: 'under-18',
      when: { kind: 'is', question: 'age', values: ['under-18'] },
      because: 'This guide is for adults. See a doctor who cares for young people.',
      place,
    },
  ],
  faqs: [
    {
      id: 'why-no-relief',
      question: 'Why did the injection not help?',
      answer: claim('The joint may not be the cause, or the relief may have been short.', 'block-study-2010'),
      options: ['nerve-block-test'],
    },
    { id: 'how-long', question: 'How long should I wait?', answer: claim('Not known.'), options: [] },
  ],
  tips: [
    {
      id: 'diary',
      title: 'Keep a pain diary',
      text: claim('Write down the pain in the hours and days after an injection.', 'block-study-2010'),
      options: ['nerve-block-test'],
    },
    {
      id: 'list',
      title: 'Bring your list of medicines',
      text: { text: 'It saves time.', basis: 'prudence', sources: [] },
      options: [],
    },
  ],
  glossary: [
    { term: 'facet joint', aliases: ['facet'], means: 'A small joint between two bones of the spine.' },
  ],
  sources,
  properties: [
    {
      id: 'warning-sign-first',
      says: 'Any warning sign: care first, no options.',
      kind: 'outcome',
      when: { kind: 'is', question: 'warning-signs', values: ['fever', 'leg-weakness'] },
      outcome: 'urgent',
      place,
    },
    {
      id: 'nsaids-kidney',
      says: 'NSAIDs are avoid with kidney disease.',
      kind: 'status',
      options: ['nsaids'],
      when: { kind: 'is', question: 'kidney-disease', values: ['yes'] },
      only: ['avoid'],
      place,
    },
  ],
}

/** Answers to all of its questions that speak against nothing. */
export const healthy: Answers = {
  'warning-signs': ['none'],
  age: '18-64',
  pregnancy: 'no',
  'kidney-disease': 'no',
  tried: ['none'],
}
