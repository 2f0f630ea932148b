import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import type { Answers } from '../../src/core/model.ts'
import { Cancelled, UsageFailure } from '../../src/io/failure.ts'
import type { Document } from '../../src/view/document/document.ts'
import { toTerminal } from '../../src/view/render/to-terminal.ts'
import type { WalkEnd, WalkRequest } from '../../src/walk/request.ts'
import { walk } from '../../src/walk/walk.ts'
import { is, rule } from '../support/build.ts'
import { fixtureGuide as guide } from '../support/fixture-guide.ts'
import { type Scripted, scriptedPrompter } from '../support/scripted-prompter.ts'

const BEGIN: Scripted = ['Ready?', 'begin']
const CALM: Scripted = ['any of these now', ['none']]
const QUESTIONS: readonly Scripted[] = [
  CALM,
  ['How old', '18-64'],
  ['pregnant', 'no'],
  ['kidney disease', 'unsure'],
  ['already tried', ['nsaids']],
  ['matters most', ['avoid-injections']],
]
const DONE: readonly Scripted[] = [
  ['Are they right?', 'show the plan'],
  ['When you have read it', 'menu'],
  ['What would you like', 'done'],
]
const ANSWERS: Answers = {
  'warning-signs': ['none'],
  age: '18-64',
  pregnancy: 'no',
  'kidney-disease': 'unsure',
  tried: ['nsaids'],
  preferences: ['avoid-injections'],
}

type Run = {
  readonly out: string
  readonly err: string
  readonly end: WalkEnd | undefined
  readonly saves: readonly Answers[]
  readonly kept: readonly (readonly [string, string])[]
  readonly prompter: ReturnType<typeof scriptedPrompter>
  readonly error: unknown
}

/** Walks the fixture by a script, and fails when the script was not used up. */
async function run(script: readonly Scripted[], own: Partial<WalkRequest> = {}): Promise<Run> {
  const prompter = scriptedPrompter(script)
  const saves: Answers[] = []
  const kept: (readonly [string, string])[] = []
  let out = ''
  let err = ''
  let end: WalkEnd | undefined
  let error: unknown
  const render = (document: Document) => toTerminal(document, { width: 80, unicode: true, plain: false })
  try {
    end = await walk({
      guide,
      prompter,
      reader: 'patient',
      io: {
        out: (text) => {
          out += text
        },
        err: (text) => {
          err += text
        },
        errPage: (text) => {
          err += text
        },
        canPrompt: () => true,
        unicode: true,
        fileExists: (path) => path === 'there.md',
        cwd: '/home/ann',
      },
      render,
      showLong: (document) => {
        out += `\n${render(document)}`
      },
      why: (_plan, option) => ({ title: 'Why', blocks: [{ kind: 'paragraph', text: `Why ${option}` }] }),
      save: {
        markdown: (path) => void kept.push(['markdown', path]),
        record: (path) => void kept.push(['record', path]),
      },
      saveProgress: ({ answers }) => void saves.push(answers),
      ...own,
    })
  } catch (thrown) {
    error = thrown
  }
  if (error !== undefined && !(error instanceof Cancelled) && !(error instanceof UsageFailure)) throw error
  expect(prompter.left()).toEqual([])
  return { out, err, end, saves, kept, prompter, error }
}

const texts = ({ prompter }: Run) => prompter.asked.map(({ text }) => text)

describe('a whole walk', () => {
  it('welcomes, asks warning signs first, reviews, and ends in the plan of the same answers', async () => {
    const done = await run([BEGIN, ...QUESTIONS, ...DONE])
    expect(done.end).toEqual({ kind: 'plan', plan: plan(guide, ANSWERS) })
    expect(done.err).toContain('about three minutes')
    expect(done.err).toContain('It is not a diagnosis')
    expect(done.out).toContain('YOUR NEXT STEPS')
    expect(done.out).toContain('It is not a diagnosis')
    expect(done.out).not.toContain('three minutes')
    expect(done.err.trimEnd().endsWith('You need not decide today.')).toBe(true)
  })

  it('says on every question how far it is, why it is asked, and takes "not sure"', async () => {
    const { prompter } = await run([BEGIN, ...QUESTIONS, ...DONE])
    const asked = prompter.asked.slice(1, 7)
    expect(asked.map(({ progress }) => progress)).toEqual([
      'Question 1 of about 6',
      'Question 2 of about 6',
      'Question 3 of about 6',
      'Question 4 of about 6',
      'Question 5 of about 6',
      'Question 6 of about 6',
    ])
    for (const ask of asked) {
      expect(ask.why).toMatch(/\S/)
      expect(ask.choices?.map(({ value }) => value)).toContain('unsure')
    }
  })

  it('only personal questions offer to be left open, and say so', async () => {
    const { prompter, end } = await run([
      BEGIN,
      ...QUESTIONS.slice(0, 2),
      ['pregnant', { move: 'leave-open' }],
      ...QUESTIONS.slice(3),
      ...DONE,
    ])
    const open = prompter.asked.filter(({ moves }) => moves?.includes('leave-open'))
    expect(open.map(({ summary }) => summary)).toEqual(['pregnancy'])
    expect(open[0]?.notes).toEqual(['This is personal. You may leave it open: nothing is assumed.'])
    expect(end?.plan.unanswered).toContain('pregnancy')
  })

  it('related yes/no questions share a screen, every row open, and what is left open stays so', async () => {
    const kidney = guide.questions.find(({ id }) => id === 'kidney-disease')
    const nsaids = guide.options.find(({ id }) => id === 'nsaids')
    if (kidney === undefined || nsaids === undefined) throw new Error('the fixture has changed')
    const bleed = { ...kidney, id: 'stomach-bleed', label: 'a stomach bleed' }
    const more = rule('bleed', is('stomach-bleed', 'yes'), 'avoid')
    const withRows = {
      ...guide,
      questions: guide.questions.flatMap((question) => (question === kidney ? [kidney, bleed] : [question])),
      options: guide.options.map((each) =>
        each === nsaids ? { ...nsaids, rules: [...nsaids.rules, more] } : each,
      ),
    }
    const rows: Scripted = ['answer each row', { 'kidney-disease': 'no' }]
    const done = await run(
      [
        BEGIN,
        ...QUESTIONS.slice(0, 3),
        rows,
        ['already tried', { move: 'back' }],
        ['answer each row', { move: 'forward' }],
        ...QUESTIONS.slice(4),
        ...DONE,
      ],
      { guide: withRows },
    )
    const screens = done.prompter.asked.filter(({ text }) => text.includes('answer each row'))
    expect(screens.map((screen) => screen.rows?.map(({ id, current }) => [id, current]))).toEqual([
      [
        ['kidney-disease', undefined],
        ['stomach-bleed', undefined],
      ],
      [
        ['kidney-disease', 'no'],
        ['stomach-bleed', undefined],
      ],
    ])
    expect(done.end?.plan.unanswered).toEqual(['stomach-bleed'])
  })

  it('does not ask a question that an answer rules out', async () => {
    const done = await run([BEGIN, CALM, ['How old', '65-or-over'], ...QUESTIONS.slice(3), ...DONE])
    expect(texts(done).join()).not.toContain('pregnant')
  })

  it('refuses to ask where nobody can answer, and says how else', async () => {
    const io = {
      out: () => {},
      err: () => {},
      errPage: () => {},
      canPrompt: () => false,
      unicode: true,
      fileExists: () => false,
      cwd: '',
    }
    const { error, prompter } = await run([], { io })
    expect(error).toBeInstanceOf(UsageFailure)
    expect((error as UsageFailure).hint).toContain('nextline plan')
    expect(prompter.asked).toEqual([])
  })
})

describe('going back and changing answers', () => {
  it('back three and forward, with every answer kept', async () => {
    const done = await run([
      BEGIN,
      ...QUESTIONS.slice(0, 4),
      ['already tried', { move: 'back' }],
      ['kidney disease', { move: 'back' }],
      ['pregnant', { move: 'back' }],
      ['How old', { move: 'forward' }],
      ['pregnant', { move: 'forward' }],
      ['kidney disease', { move: 'forward' }],
      ...QUESTIONS.slice(4),
      ...DONE,
    ])
    expect(done.end?.plan.answers).toEqual(ANSWERS)
    const again = done.prompter.asked.filter(({ text }) => text.includes('How old'))
    expect(again.map(({ current }) => current)).toEqual([undefined, '18-64'])
  })

  it('the review shows every answer, and an edit drops what it rules out and says so', async () => {
    const done = await run([
      BEGIN,
      ...QUESTIONS,
      ['Are they right?', 'age'],
      ['How old', '65-or-over'],
      ['Are they right?', 'show the plan'],
      ['When you have read it', 'menu'],
      ['What would you like', 'done'],
    ])
    const [review] = done.prompter.asked.filter(({ text }) => text.includes('Are they right?'))
    expect(review?.choices?.map(({ label }) => label)).toEqual([
      'Show my plan',
      'Warning signs: None of these',
      'Age: 18 to 64',
      'Pregnancy: No',
      'Kidney disease: not sure',
      'What you have already tried: Anti-inflammatory tablets (NSAIDs)',
      'What matters to you: I want to avoid injections and needles',
    ])
    expect(done.err).toContain('Another answer means that it does not apply: pregnancy.')
    expect(done.end?.plan.answers).toEqual({ ...omit(ANSWERS, 'pregnancy'), age: '65-or-over' })
  })

  it('the review says how much is open', async () => {
    const { prompter } = await run([BEGIN, ...QUESTIONS, ...DONE])
    const [review] = prompter.asked.filter(({ text }) => text.includes('Are they right?'))
    expect(review?.notes).toContain('1 answer open or "not sure". What is open never counts as safe.')
  })

  it('the review can be opened early, but not before the warning signs and the scope were asked', async () => {
    const done = await run([BEGIN, ...QUESTIONS.slice(0, 2), ['pregnant', { move: 'review' }], ...DONE])
    expect(done.prompter.asked.map(({ moves }) => moves?.includes('review') === true)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ])
    expect(done.end?.plan.answers).toEqual({ 'warning-signs': ['none'], age: '18-64' })
  })

  it('an answer can still be changed once the plan was shown', async () => {
    const done = await run([
      BEGIN,
      ...QUESTIONS,
      ['Are they right?', 'show the plan'],
      ['When you have read it', 'menu'],
      ['What would you like', 'change'],
      ['Are they right?', 'kidney-disease'],
      ['kidney disease', 'no'],
      ...DONE,
    ])
    expect(done.end?.plan.answers).toEqual({ ...ANSWERS, 'kidney-disease': 'no' })
  })
})

describe('a gate that closes', () => {
  const URGENT: Scripted = ['any of these now', ['fever', 'leg-weakness']]

  it('an urgent answer stops at once and says what to do and how soon', async () => {
    const done = await run([BEGIN, URGENT, ['URGENT. Get care now', 'end']])
    expect(done.end?.plan.outcome).toBe('urgent')
    expect(done.out).toContain('Go to an emergency department.')
    expect(done.out).not.toContain('NEXT STEPS')
    expect(done.out.indexOf('New or growing weakness')).toBeLessThan(done.out.indexOf('Fever'))
  })

  it('a sign that needs care today is not called an emergency', async () => {
    const done = await run([BEGIN, ['any of these now', ['fever']], ['URGENT. Get care today', 'end']])
    expect(done.end?.plan.outcome).toBe('urgent')
  })

  it('each sign is explained on demand, and the action stays last', async () => {
    const done = await run([BEGIN, URGENT, ['URGENT', 'details'], ['URGENT', 'end']])
    expect(done.out).toContain('It can be an infection in the spine.')
    expect(done.out.trimEnd().split('\n').at(-1)).toMatch(/^┃/)
  })

  it('may be corrected, and the walk goes on', async () => {
    const done = await run([BEGIN, URGENT, ['URGENT', 'correct'], ...QUESTIONS, ...DONE])
    expect(done.end?.plan.answers).toEqual(ANSWERS)
  })

  it('stops whoever the guide does not cover, and may be corrected', async () => {
    const done = await run([
      BEGIN,
      CALM,
      ['How old', 'under-18'],
      ['does not cover', { move: 'back' }],
      ...QUESTIONS.slice(1),
      ...DONE,
    ])
    expect(done.out).toContain('This guide is for adults.')
    expect(done.end?.plan.outcome).toBe('options')
  })

  it('an answer edited at the review can close it, too', async () => {
    const done = await run([
      BEGIN,
      ...QUESTIONS,
      ['Are they right?', 'warning-signs'],
      URGENT,
      ['URGENT', 'end'],
    ])
    expect(done.end?.plan.outcome).toBe('urgent')
  })
})

describe('saving and stopping', () => {
  it('the answers so far are saved after every screen, in the order of the guide', async () => {
    const { saves } = await run([
      BEGIN,
      ...QUESTIONS.slice(0, 3),
      ['kidney disease', { move: 'back' }],
      ['pregnant', new Cancelled()],
    ])
    expect(saves.map((answers) => Object.keys(answers))).toEqual([
      ['warning-signs'],
      ['warning-signs', 'age'],
      ['warning-signs', 'age', 'pregnancy'],
      ['warning-signs', 'age', 'pregnancy'],
    ])
  })

  it('Ctrl-C is passed on, after what was answered was saved', async () => {
    const { saves, error } = await run([BEGIN, CALM, ['How old', new Cancelled()]])
    expect(error).toBeInstanceOf(Cancelled)
    expect(saves.at(-1)).toEqual({ 'warning-signs': ['none'] })
  })

  it('who quits, or is not ready, ends without a plan being shown', async () => {
    const quit = await run([BEGIN, CALM, ['How old', { move: 'quit' }]])
    expect(quit.end?.kind).toBe('stopped')
    expect(quit.end?.plan.answers).toEqual({ 'warning-signs': ['none'] })
    expect(quit.out).toBe('')
    expect((await run([['Ready?', 'stop']])).end?.kind).toBe('stopped')
  })

  it('a walk that is resumed asks the warning signs again, and what is not answered', async () => {
    const start = { 'warning-signs': ['none'], age: '18-64', pregnancy: 'no' }
    const done = await run([BEGIN, CALM, ...QUESTIONS.slice(3), ...DONE], { start })
    expect(done.err).toContain('2 questions are answered already.')
    expect(done.end?.plan.answers).toEqual(ANSWERS)
    const one = await run([['Ready?', 'stop']], { start: { age: '18-64' } })
    expect(one.err).toContain('1 question is answered already.')
  })

  it('a resumed answer that others rule out is dropped and said so', async () => {
    const start = { age: '65-or-over', pregnancy: 'no' }
    const done = await run([BEGIN, CALM, ...QUESTIONS.slice(3), ...DONE], { start })
    expect(done.err).toContain('it does not apply: pregnancy.')
  })
})

describe('what may be done with the plan', () => {
  const shown = [BEGIN, ...QUESTIONS, ...DONE.slice(0, 2)]
  const wish = (what: string): Scripted => ['What would you like', what]

  it('an option is read on one card, in full only on demand', async () => {
    const read = (answer: string) =>
      run([
        ...shown,
        wish('read'),
        ['read about', 'opioids'],
        ['When you have read it', answer],
        wish('done'),
      ])
    const card = (await read('menu')).out
    expect(card).toContain('May gain')
    expect(card).not.toContain('What it involves')
    expect((await read('all')).out).toContain('What it involves')
  })

  it('where an option stands is explained on demand', async () => {
    const done = await run([
      ...shown,
      wish('why'),
      ['Why does', 'nsaids'],
      wish('why'),
      ['Why does', { move: 'back' }],
      wish('done'),
    ])
    expect(done.out).toContain('Why nsaids')
  })

  it('the short plan says where an option goes against a wish', async () => {
    const block = guide.options.find(({ id }) => id === 'nerve-block-test')
    if (block === undefined) throw new Error('the fixture has no block')
    const open = { ...guide, options: [...guide.options.slice(0, 2), { ...block, rules: [] }] }
    const done = await run([...shown, wish('done')], { guide: open })
    expect(done.out.replace(/\s+/g, ' ')).toContain('Against a wish')
  })

  it('the plan is shown short first, then with reasons on demand', async () => {
    const done = await run([...shown, wish('full'), wish('done')])
    const short = done.out.slice(0, done.out.indexOf('Options to talk about'))
    expect(short.split('\n').length).toBeLessThan(26)
    expect(done.out).toContain('Questions to settle')
  })

  it('it is saved as a page or as a record, and a file is replaced only after a yes', async () => {
    const done = await run([
      ...shown,
      wish('markdown'),
      ['which file name', 'there.md'],
      ['there.md is there already', false],
      ['which file name', 'new.md'],
      wish('record'),
      ['which file name', 'record.json'],
      wish('markdown'),
      ['which file name', { move: 'back' }],
      wish('done'),
    ])
    expect(done.kept).toEqual([
      ['markdown', 'new.md'],
      ['record', 'record.json'],
    ])
    expect(done.err).toContain('Saved: /home/ann/new.md')
  })

  it('a file that cannot be written is said and asked again', async () => {
    const save = {
      markdown: () => {
        throw new UsageFailure('cannot write x: the disk is full', 'Name another file.')
      },
      record: () => {},
    }
    const done = await run(
      [
        ...shown,
        wish('markdown'),
        ['which file name', 'x'],
        ['which file name', { move: 'back' }],
        wish('done'),
      ],
      { save },
    )
    expect(done.err).toContain('cannot write x: the disk is full\nName another file.')
  })

  it('three or fewer times yes in the SURE check names kindly what to bring up', async () => {
    const yes = { sure: 'yes', understand: 'yes', 'risk-benefit': 'yes', encouragement: 'yes' } as const
    const three = await run([
      ...shown,
      wish('sure'),
      ['How sure', { ...yes, understand: 'unsure' }],
      wish('done'),
    ])
    expect(three.out).toContain('It is fine not to be sure')
    expect(three.out).toContain('Ask for the good and the bad points')
    expect(three.out).not.toContain('Say what you hope for')
    const four = await run([...shown, wish('sure'), ['How sure', yes], wish('done')])
    expect(four.out).toContain('Four times yes.')
  })
})

describe('for a clinician', () => {
  it('asks in clinical words without a welcome to confirm, and ends in clinical notes', async () => {
    const done = await run(
      [
        ['warning signs?', ['none']],
        ['age?', '18-64'],
        ['pregnancy?', 'no'],
        ['kidney disease?', 'no'],
        ['what you have already tried?', ['none']],
        ['what matters to you?', ['none']],
        ['Answers so far.', 'show the plan'],
        ['When you have read it', 'menu'],
        ['What would you like', 'notes'],
        ['What would you like', 'done'],
      ],
      { reader: 'clinician' },
    )
    const [signs] = done.prompter.asked
    expect(signs?.choices?.map(({ label }) => label)).toContain('Fever')
    expect(done.out.match(/Clinical notes/g)).toHaveLength(1)
    expect(done.prompter.asked.at(-1)?.choices?.map(({ value }) => value)).not.toContain('sure')
  })
})

function omit(answers: Answers, id: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id))
}
