import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { cleanPrompter } from '../../src/io/clean-prompter.ts'
import { Cancelled } from '../../src/io/failure.ts'
import { createInquirerPrompter } from '../../src/io/inquirer-prompter.ts'
import { createNumberedPrompter } from '../../src/io/numbered-prompter.ts'
import { type ManyPrompt, MOVES, type OnePrompt, type RowsPrompt } from '../../src/io/prompter.ts'
import { fakeTerminal, KEY } from '../support/screen.ts'

const region: OnePrompt = {
  progress: 'Question 4 of about 15',
  text: 'Which part of your spine were the injections for?',
  summary: 'where the pain is',
  why: 'The neck and the back differ in what is tried.',
  help: ['If you are not sure: look at your clinic letter.'],
  choices: [
    { value: 'lumbar', label: 'Lower back', aliases: ['Lumbar'] },
    { value: 'thoracic', label: 'Upper or middle back, behind the ribs', aliases: ['Thoracic'] },
    { value: 'cervical', label: 'Neck', aliases: ['Cervical'] },
    { value: 'unsure', label: 'Not sure' },
  ],
  moves: ['back', 'review'],
}

const signs: ManyPrompt = {
  text: 'Do you have any of these now?',
  summary: 'warning signs',
  choices: [
    { value: 'fever', label: 'Fever or feeling very unwell' },
    { value: 'leg-weakness', label: 'New weakness in a leg' },
    { value: 'none', label: 'None of these', takenByEnter: true },
    { value: 'unsure', label: 'Not sure', takenByEnter: true },
  ],
  exclusive: ['none'],
  current: [],
}

const conditions: RowsPrompt = {
  text: 'A few short questions. Please answer each row.',
  summary: 'conditions',
  rows: [
    { id: 'kidney', text: 'Do you have kidney disease?', why: 'Some painkillers can harm weak kidneys.' },
    { id: 'bleed', text: 'Have you had a stomach bleed?', why: 'Some tablets can make the gut bleed.' },
    { id: 'heart', text: 'Do you have heart disease?' },
  ],
  moves: ['back'],
}

function drawn(cols = 80, rows = 24, unicode = true) {
  const terminal = fakeTerminal(cols, rows)
  const { input, output } = terminal
  return { ...terminal, prompter: createInquirerPrompter({ input, output, unicode, colorLevel: 0 }) }
}

describe('what a guide or a person wrote', () => {
  it('reaches the terminal without a control sequence or a mark that turns its direction', async () => {
    const { prompter, press, bytes } = drawn()
    const clean = cleanPrompter(prompter)
    const reply = clean.chooseOne({
      text: 'Which\u001B]0;title\u0007 one?',
      choices: [{ value: 'a', label: 'X\u001B[2J\u202Eevil', aliases: ['\u0007'] }],
    })
    await press('1', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'a' })
    for (const hostile of ['\u001B[2J', '\u001B]0', '\u202E', '\u0007'])
      expect(bytes()).not.toContain(hostile)
  })
})

describe('choosing one answer with keys', () => {
  it('nothing is chosen beforehand: Enter alone does not answer', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseOne(region)
    await press(KEY.enter)
    expect(await window()).toContain('Choose an answer first')
    await press(KEY.down, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'lumbar' })
  })

  it.each([
    ['Page down', [KEY.pageDown], 'cervical'],
    ['End and Page up', [KEY.end, KEY.pageUp], 'lumbar'],
    ['End and Home', [KEY.end, KEY.home], 'lumbar'],
  ])('%s moves the pointer within a list', async (_, keys, value) => {
    const { prompter, press } = drawn()
    const { moves: _moves, ...list } = region
    const choices = list.choices.slice(0, 3)
    const reply = prompter.chooseOne({ ...list, choices, initial: 'lumbar' })
    await press(...keys, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value })
  })

  it('shows the progress, the question, why it is asked, every answer, "Not sure" and "Back"', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseOne(region)
    expect(await window()).toBe(
      [
        '',
        'Question 4 of about 15',
        'Which part of your spine were the injections for?',
        'Why we ask: The neck and the back differ in what is tried.',
        '',
        '  1. Lower back',
        '  2. Upper or middle back, behind the ribs',
        '  3. Neck',
        '  4. Not sure',
        '  Back',
        '',
        '↑↓ move · type to find · Enter accept · ← back · ? help · Ctrl+C stop',
        '>',
      ].join('\n'),
    )
    await press('3', KEY.enter)
    await reply
    expect(await window()).toBe('✔ where the pain is: Neck')
  })

  it.each([
    ['its number', ['2'], 'thoracic'],
    ['some of its letters', ['nec'], 'cervical'],
    ['another word for it', ['lumb'], 'lumbar'],
    ['arrow up from the top, past the moves', [KEY.up, KEY.up], 'unsure'],
  ])('finds an answer by %s', async (_how, keys, value) => {
    const { prompter, press } = drawn()
    const reply = prompter.chooseOne(region)
    await press(...keys, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value })
  })

  it.each([
    ['a letter missing', 'thorcic', 'behind the ribs'],
    ['two letters the wrong way round', 'lubmar', 'Lower back'],
    ['the beginning of it', 'cervycal', 'Neck'],
    ['a word of several', 'lower bakc', 'Lower back'],
  ])(
    'offers what is nearly spelled like it, with %s, and Enter alone does not take it',
    async (_, typed, label) => {
      const { prompter, press, window } = drawn()
      const reply = prompter.chooseOne(region)
      await press(...typed)
      expect(await window()).toContain(label)
      expect(await window()).toContain('Did you mean one of these?')
      await press(KEY.enter)
      expect(await window()).toContain('Did you mean one of these?')
      await press(KEY.down, KEY.enter)
      expect(await reply).toMatchObject({ kind: 'answer' })
      expect(await window()).toContain(label)
    },
  )

  it('finds a number in the answer that has it as a name, not in a label that only holds it', async () => {
    const { prompter, press } = drawn()
    const choices = [
      { value: 'under-18', label: 'Under 18', aliases: ['17'] },
      { value: 'adult', label: '18 or over', aliases: ['18'] },
    ]
    const reply = prompter.chooseOne({ ...region, choices })
    await press('1', '8', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'adult' })
  })

  it('says when nothing matches what is typed', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseOne(region)
    await press('zz')
    expect(await window()).toContain('Nothing here matches')
    await press('\u007F', '\u007F', '9')
    expect(await window()).toContain('Nothing here matches')
    await press('\u007F', '1', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'lumbar' })
  })

  it.each([
    ['arrow left goes back', [KEY.left], 'back'],
    ['the visible Back goes back', ['back', KEY.enter], 'back'],
    ['arrow right goes forward where that is offered', [KEY.right], 'forward'],
    ['tab goes to the review where that is offered', [KEY.tab], 'review'],
    [
      'the visible "Leave this open" leaves it open where that is offered',
      ['leave', KEY.enter],
      'leave-open',
    ],
  ])('%s', async (_what, keys, kind) => {
    const { prompter, press } = drawn()
    const reply = prompter.chooseOne({
      ...region,
      moves: MOVES,
    })
    await press(...keys)
    expect(await reply).toEqual({ kind })
  })

  it('a key for a move that is not offered does nothing', async () => {
    const { prompter, press } = drawn()
    const reply = prompter.chooseOne({ ...region, moves: [] })
    await press(KEY.left, KEY.right, KEY.tab, '1', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'lumbar' })
  })

  it('digits that are no number here find the answer they stand in', async () => {
    const { prompter, press } = drawn()
    const choices = ['Under 18', '18 to 64', '65 or over'].map((label) => ({ value: label, label }))
    const reply = prompter.chooseOne({ text: 'How old?', choices })
    await press('65', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: '65 or over' })
  })

  it('an answer given before is marked and pointed at, so that Enter keeps it', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseOne({ ...region, current: 'cervical' })
    expect(await window()).toContain('❯ 3. Neck (your answer so far)')
    await press(KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'cervical' })
  })

  it('the key ? shows explanations and keys, and any key goes back to the question', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseOne(region)
    await press('?')
    const help = await window()
    expect(help).toContain('look at your clinic letter')
    expect(help).toContain('Tab leaves all that is not asked yet open')
    expect(help).not.toContain('1. Lower back')
    await press('x')
    expect(await window()).toContain('1. Lower back')
    await press('1', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'lumbar' })
  })

  it('is drawn in ASCII where the locale has no Unicode', async () => {
    const { prompter, press, bytes } = drawn(80, 24, false)
    const reply = prompter.chooseOne(region)
    await press(KEY.down, KEY.enter)
    await reply
    expect([...bytes()].filter((char) => char > '\u007F')).toEqual([])
    expect(bytes()).toContain('> 1. Lower back')
    expect(bytes()).toContain('Up/Down move | type to find')
  })

  it('colour is written only where it was asked for', async () => {
    const plain = drawn()
    const first = plain.prompter.chooseOne(region)
    await plain.press('1', KEY.enter)
    await first
    const { input, output, press, bytes } = fakeTerminal()
    const second = createInquirerPrompter({ input, output, unicode: true, colorLevel: 1 }).chooseOne(region)
    await press('1', KEY.enter)
    await second
    expect(plain.bytes()).not.toContain('\u001B[1m')
    expect(bytes()).toContain('\u001B[1mWhich part')
  })
})

describe('a narrow, short or changing window', () => {
  it('wraps at 40 columns between words, and nothing is lost', async () => {
    const { prompter, press, window } = drawn(40, 24)
    const reply = prompter.chooseOne(region)
    const text = await window()
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(text).toContain('  2. Upper or middle back, behind the\n     ribs')
    await press('1', KEY.enter)
    await reply
    expect(await window()).toBe('✔ where the pain is: Lower back')
  })

  it('a resize in the middle redraws the question once, and keeps what was typed', async () => {
    const { prompter, press, resize, all } = drawn(80, 24)
    const reply = prompter.chooseOne(region)
    await press('ne')
    for (const columns of [40, 33, 100, 80]) await resize(columns)
    const text = await all()
    expect(text.match(/Question 4 of about 15/g)).toHaveLength(1)
    expect(text.match(/Neck/g)).toHaveLength(1)
    expect(text.endsWith('> ne')).toBe(true)
    await press(KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'cervical' })
  })

  it('a list that is longer than the window scrolls, and says how much is not shown', async () => {
    const { prompter, press, window } = drawn(40, 14)
    const choices = Array.from({ length: 30 }, (_, at) => ({ value: `v${at}`, label: `Answer ${at}` }))
    const reply = prompter.chooseOne({ text: 'Which?', choices })
    expect(await window()).toMatch(/Which\?[\s\S]*1\. Answer 0[\s\S]*\(\d+ more below\)/)
    await press('20')
    expect(await window()).toMatch(/Which\?[\s\S]*more above\)[\s\S]*❯ 20\. Answer 19[\s\S]*more below\)/)
    await press(KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'v19' })
  })

  it.each([
    [40, 10],
    [20, 8],
    [24, 24],
  ])(
    'at %i columns and %i lines the pointed answer and the input line are still in sight',
    async (cols, rows) => {
      const { prompter, press, window, all } = drawn(cols, rows)
      const reply = prompter.chooseOne(region)
      await press('3')
      expect(await window()).toContain('❯ 3. Neck')
      await press(KEY.down, KEY.down, KEY.up)
      const text = await window()
      expect(text).toContain('❯ 4. Not sure')
      expect(text.endsWith('>')).toBe(true)
      expect((await all()).match(/Not sure/g)).toHaveLength(1)
      await press(KEY.enter)
      expect(await reply).toEqual({ kind: 'answer', value: 'unsure' })
    },
  )
})

describe('choosing several answers with keys', () => {
  it('space ticks, Enter accepts, in the order of the question', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseMany(signs)
    await press('2', KEY.space, '1', KEY.space)
    expect(await window()).toContain('❯ 1. [x] Fever or feeling very unwell\n  2. [x] New weakness in a leg')
    await press(KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: ['fever', 'leg-weakness'] })
    expect(await window()).toBe('✔ warning signs: Fever or feeling very unwell; New weakness in a leg')
  })

  it('Enter does not take an answer that is only pointed at, and says what to press', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseMany(signs)
    await press(KEY.down, KEY.enter)
    expect(await window()).toContain('Nothing is ticked yet. Press Space')
    await press(KEY.space, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: ['fever'] })
  })

  it('Enter takes "None of these" and "Not sure" at once while nothing else is ticked', async () => {
    const { prompter, press } = drawn()
    const none = prompter.chooseMany(signs)
    await press('none', KEY.enter)
    expect(await none).toEqual({ kind: 'answer', value: ['none'] })
    const unsure = prompter.chooseMany(signs)
    await press('4', KEY.enter)
    expect(await unsure).toEqual({ kind: 'answer', value: ['unsure'] })
  })

  it('"none" clears the others, another clears "none", a second space unticks', async () => {
    const { prompter, press } = drawn()
    const none = prompter.chooseMany(signs)
    await press('1', KEY.space, '3', KEY.space, KEY.enter)
    expect(await none).toEqual({ kind: 'answer', value: ['none'] })
    const fever = prompter.chooseMany(signs)
    await press('3', KEY.space, '1', KEY.space, '2', KEY.space, KEY.space, KEY.enter)
    expect(await fever).toEqual({ kind: 'answer', value: ['fever'] })
  })

  it('Enter on an answer that is pointed at or typed, and not ticked, says so before it goes on', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseMany(signs)
    await press('3', KEY.space, 'fever', KEY.enter)
    expect(await window()).toContain('Not ticked: "Fever or feeling very unwell"')
    await press(KEY.space, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: ['fever'] })
  })

  it('and a second Enter goes on without it', async () => {
    const { prompter, press } = drawn()
    const reply = prompter.chooseMany(signs)
    await press('3', KEY.space, '1', KEY.enter, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: ['none'] })
  })

  it('Enter never turns ticked signs into the "none" that is pointed at', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseMany(signs)
    await press('1', KEY.space, '3', KEY.enter)
    expect(await window()).toContain('Not ticked: "None of these"')
    await press(KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: ['fever'] })
  })

  it.each([
    ['as a misspelled sign', 'fevver', 'Did you mean one of these?'],
    ['as one that is not asked', 'sneezing', 'Nothing here matches'],
  ])('Enter on a word that no answer holds, %s, says so and accepts nothing', async (_, typed, said) => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseMany(signs)
    await press('3', KEY.space, typed, KEY.enter, KEY.enter)
    expect(await window()).toContain(said)
    await press(...Array.from(typed, () => '\u007F'), 'fev', KEY.space, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: ['fever'] })
  })

  it('answers that belong together stand under their heading', async () => {
    const { prompter, window } = drawn()
    const [fever, ...others] = signs.choices
    if (fever === undefined) throw new Error('no choice')
    prompter.chooseMany({ ...signs, choices: [{ ...fever, group: 'Infection' }, ...others] }).catch(() => {})
    expect(await window()).toMatch(/Infection\n {2}1\. \[ \] Fever/)
  })
})

describe('rows of yes and no with keys', () => {
  it('every row starts open, and Enter asks before it leaves one open', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseRows(conditions)
    const text = await window()
    expect(text.match(/\[open {4}\]/g)).toHaveLength(3)
    expect(text).toContain('3 rows open.')
    await press(KEY.enter)
    expect(await window()).toContain('Go on and leave the 3 rows that are open?')
    await press('n')
    expect(await window()).toContain('Nothing was changed.')
    await press('y', KEY.enter, 'y')
    expect(await reply).toEqual({ kind: 'answer', value: { kidney: 'yes' } })
    expect(await window()).toBe('✔ conditions: 1 yes, 2 left open')
  })

  it('y, n and u set the row at the pointer and go on to the next; why it is asked goes along', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseRows(conditions)
    expect(await window()).toContain('Why this row: Some painkillers can harm weak kidneys.')
    await press('y')
    expect(await window()).toContain('Why this row: Some tablets can make the gut bleed.')
    await press('n', 'u')
    expect(await window()).toContain('Every row is answered.')
    await press(KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: { kidney: 'yes', bleed: 'no', heart: 'unsure' } })
  })

  it('"a" answers no to all the rest, only after y, and leaves what was set', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseRows(conditions)
    await press('y', 'a')
    expect(await window()).toContain('Answer no to the 2 rows that are still open, of those you have seen?')
    await press(KEY.enter)
    expect(await window()).toContain('2 rows open.')
    await press('a', 'y')
    expect(await window()).toContain('Every row is answered.')
    await press(KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: { kidney: 'yes', bleed: 'no', heart: 'no' } })
  })

  it('"a" speaks of no row that was not on the screen', async () => {
    const { prompter, press, window } = drawn(80, 16)
    const rows = Array.from({ length: 12 }, (_, at) => ({
      id: `row-${at}`,
      text: `Do you have condition ${at}?`,
    }))
    const reply = prompter.chooseRows({ ...conditions, rows })
    expect(await window()).toContain('more below')
    await press('a', 'y')
    expect(await window()).toContain('These rows were not on the screen yet.')
    expect(await window()).toMatch(/❯ \[open\s*\] Do you have condition/)
    await press(KEY.enter, KEY.enter)
    const answer = await reply
    expect(answer).toMatchObject({ kind: 'answer', value: { 'row-0': 'no' } })
    expect(answer).not.toMatchObject({ value: { 'row-11': 'no' } })
  })

  it('Page down and Page up move the pointer by half a screen', async () => {
    const { prompter, press, window } = drawn(80, 16)
    const rows = Array.from({ length: 12 }, (_, at) => ({ id: `row-${at}`, text: `Condition ${at}?` }))
    void prompter.chooseRows({ ...conditions, rows }).catch(() => {})
    expect(await window()).toContain('❯ [open    ] Condition 0?')
    await press(KEY.pageDown)
    expect(await window()).toMatch(/❯ \[open {4}\] Condition ([5-9]|1\d)\?/)
    await press(KEY.pageUp, KEY.pageUp)
    expect(await window()).toContain('❯ [open    ] Condition 0?')
    await press(KEY.ctrlC)
  })

  it('Enter twice leaves what is open, open', async () => {
    const { prompter, press } = drawn()
    const reply = prompter.chooseRows(conditions)
    await press('y', KEY.enter, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: { kidney: 'yes' } })
  })

  it('backspace opens a row again, space goes through the answers, arrow left goes back', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.chooseRows({
      ...conditions,
      rows: conditions.rows.map((row) => ({ ...row, current: 'no' })),
    })
    await press('\u007F')
    expect(await window()).toContain('❯ [open    ] Do you have kidney disease?')
    await press(KEY.space, KEY.space, KEY.space)
    expect(await window()).toContain('❯ [not sure] Do you have kidney disease?')
    await press(KEY.left)
    expect(await reply).toEqual({ kind: 'back' })
  })
})

describe('a line of text and a confirmation with keys', () => {
  it('offers a file name to keep or change', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.line({ text: 'Which file?', summary: 'Save', initial: 'plan.md' })
    expect(await window()).toBe('> Which file? plan.md')
    await press('\u007F\u007F', 'txt', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'plan.txt' })
  })

  it('goes back with Esc, where there is a way back', async () => {
    const { prompter, press } = drawn()
    const reply = prompter.line({ text: 'Which file?', initial: 'plan.md', moves: ['back'] })
    await press(KEY.escape)
    expect(await reply).toEqual({ kind: 'back' })
  })

  it('takes no empty line', async () => {
    const { prompter, press, window } = drawn()
    const reply = prompter.line({ text: 'Which file?' })
    await press(KEY.enter)
    expect(await window()).toContain('Type something first.')
    await press('a', KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value: 'a' })
  })

  it.each([
    ['Enter alone is a no', [], false],
    ['n is a no', ['n'], false],
    ['y is a yes', ['y'], true],
  ])('%s', async (_name, keys, value) => {
    const { prompter, press } = drawn()
    const reply = prompter.confirm({ text: 'Replace it?' })
    await press(...keys, KEY.enter)
    expect(await reply).toEqual({ kind: 'answer', value })
  })

  it.each([
    ['Ctrl-C', KEY.ctrlC],
    ['Ctrl-D', KEY.ctrlD],
  ])('%s ends it', async (_name, key) => {
    const { prompter, press } = drawn()
    const outcome = expect(prompter.line({ text: 'Which file?' })).rejects.toBeInstanceOf(Cancelled)
    await press(key)
    await outcome
  })
})

describe('an end that nobody chose', () => {
  it.each([
    ['Ctrl-C', KEY.ctrlC],
    ['Ctrl-D', KEY.ctrlD],
  ])('%s is Cancelled with keys', async (_name, key) => {
    const { prompter, press } = drawn()
    const reply = prompter.chooseRows(conditions)
    const outcome = expect(reply).rejects.toBeInstanceOf(Cancelled)
    await press(key)
    await outcome
  })

  it('the end of the input is Cancelled, in the middle and before the question', async () => {
    const { prompter, input } = drawn()
    const outcome = expect(prompter.chooseOne(region)).rejects.toBeInstanceOf(Cancelled)
    input.end()
    await outcome
    await expect(prompter.chooseOne(region)).rejects.toBeInstanceOf(Cancelled)
  })

  it('a terminal that breaks is Cancelled', async () => {
    const { prompter, input } = drawn()
    const outcome = expect(prompter.chooseOne(region)).rejects.toBeInstanceOf(Cancelled)
    input.destroy(new Error('read EIO'))
    await outcome
    const lines = new PassThrough()
    const typed = createNumberedPrompter({ input: lines, output: fakeTerminal().output })
    const typedOutcome = expect(typed.chooseOne(region)).rejects.toBeInstanceOf(Cancelled)
    lines.destroy(new Error('read EIO'))
    await typedOutcome
  })

  it('the end of the input and Ctrl-C are Cancelled on typed lines', async () => {
    const typed = typing('1\n')
    await typed.prompter.chooseOne(region)
    await expect(typed.prompter.chooseOne(region)).rejects.toBeInstanceOf(Cancelled)
    let interrupt = () => {}
    const { output } = fakeTerminal()
    const prompter = createNumberedPrompter({
      input: new PassThrough(),
      output,
      signals: {
        onInterrupt: (listener) => {
          interrupt = listener
          return () => {}
        },
        onContinue: () => () => {},
      },
    })
    const outcome = expect(prompter.chooseOne(region)).rejects.toBeInstanceOf(Cancelled)
    interrupt()
    await outcome
  })
})

/** A numbered prompter whose whole input is typed beforehand. */
function typing(lines: string, cols = 80) {
  const { input, output, bytes } = fakeTerminal(cols, 24)
  input.end(lines)
  return { bytes, prompter: createNumberedPrompter({ input, output }) }
}

describe('answering on typed lines', () => {
  it('reads as lines: the question, why, numbered answers, what can be typed', async () => {
    const { prompter, bytes } = typing('3\n')
    expect(await prompter.chooseOne(region)).toEqual({ kind: 'answer', value: 'cervical' })
    expect(bytes()).toBe(
      [
        '',
        'Question 4 of about 15',
        'Which part of your spine were the injections for?',
        'Why we ask: The neck and the back differ in what is tried.',
        '1. Lower back',
        '2. Upper or middle back, behind the ribs',
        '3. Neck',
        '4. Not sure',
        'Type a number from 1 to 4, or the first letters of an answer.',
        'Or type b for back, ? for help, q to stop.',
        'Answer: You chose: Neck.',
        '',
      ].join('\n'),
    )
  })

  it.each([
    ['lower\n', { kind: 'answer', value: 'lumbar' }],
    ['CERVICAL\n', { kind: 'answer', value: 'cervical' }],
    ['not s\n', { kind: 'answer', value: 'unsure' }],
    ['b\n', { kind: 'back' }],
    ['Back\n', { kind: 'back' }],
    ['r\n', { kind: 'review' }],
    ['q\n', { kind: 'quit' }],
  ])('takes %j', async (line, reply) => {
    expect(await typing(line).prompter.chooseOne(region)).toEqual(reply)
  })

  it.each([
    ['9', '"9" is none of the answers. Type a number from 1 to 4'],
    ['0', '"0" is none of the answers.'],
    ['spleen', '"spleen" is none of the answers.'],
    ['cervycal', '"cervycal" is none of the answers. Did you mean "Neck"? Type a number from 1 to'],
    ['', 'Type a number from 1 to 4'],
    ['f', 'You can go forward once this has an answer.'],
    ['s', 'This one cannot be left open.'],
  ])('says what to type after %j, and asks again', async (line, said) => {
    const { prompter, bytes } = typing(`${line}\n1\n`)
    expect(await prompter.chooseOne(region)).toEqual({ kind: 'answer', value: 'lumbar' })
    expect(bytes().split('Answer: ')[1]).toContain(said)
  })

  it('says which answers a beginning fits', async () => {
    const { prompter, bytes } = typing('yes\n2\n')
    const choices = ['Yes, one', 'Yes, another'].map((label) => ({ value: label, label }))
    expect(await prompter.chooseOne({ text: 'Any?', choices })).toEqual({
      kind: 'answer',
      value: 'Yes, another',
    })
    expect(bytes()).toContain('"yes" fits 1 and 2.')
  })

  it.each(['?', 'h', 'help'])('%s explains and asks again', async (word) => {
    const { prompter, bytes } = typing(`${word}\n1\n`)
    await prompter.chooseOne(region)
    expect(bytes()).toContain('look at your clinic letter')
    expect(bytes()).toContain('q or quit: stop.')
  })

  it('an empty line keeps an answer given before, and nothing else', async () => {
    const { prompter, bytes } = typing('\n')
    expect(await prompter.chooseOne({ ...region, current: 'cervical' })).toEqual({
      kind: 'answer',
      value: 'cervical',
    })
    expect(bytes()).toContain('So far: Neck. An empty line keeps it.')
  })

  it.each([
    ['1,2', ['fever', 'leg-weakness']],
    [' 2 1 ', ['fever', 'leg-weakness']],
    ['new weak, 1', ['fever', 'leg-weakness']],
    ['none', ['none']],
  ])('takes several as %j', async (line, value) => {
    expect(await typing(`${line}\n`).prompter.chooseMany(signs)).toEqual({ kind: 'answer', value })
  })

  it('refuses "none" with others, and says which', async () => {
    const { prompter, bytes } = typing('1,3\n3\n')
    expect(await prompter.chooseMany(signs)).toEqual({ kind: 'answer', value: ['none'] })
    expect(bytes()).toContain('"None of these" cannot go with other answers.')
  })

  it('asks rows one by one; a row may stay open', async () => {
    const { prompter, bytes } = typing('y\ns\nu\n')
    expect(await prompter.chooseRows(conditions)).toEqual({
      kind: 'answer',
      value: { kidney: 'yes', heart: 'unsure' },
    })
    expect(bytes()).toContain('Row 2 of 3: Have you had a stomach bleed?\nWhy: Some tablets')
    expect(bytes()).toContain('Rows: 1 yes, 1 not sure, 1 left open.')
  })

  it('no to all the rest asks to confirm, and nothing is assumed without it', async () => {
    const sure = typing('y\na\ny\n')
    expect(await sure.prompter.chooseRows(conditions)).toEqual({
      kind: 'answer',
      value: { kidney: 'yes', bleed: 'no', heart: 'no' },
    })
    expect(sure.bytes()).toContain('Answer no to 2 rows without asking one by one?')
    const unsure = typing('a\nn\nn\nn\nu\n')
    expect(await unsure.prompter.chooseRows(conditions)).toEqual({
      kind: 'answer',
      value: { kidney: 'no', bleed: 'no', heart: 'unsure' },
    })
  })

  it('back within rows is the row before, and from the first row the screen before', async () => {
    const { prompter } = typing('n\nb\ny\nn\nn\n')
    expect(await prompter.chooseRows(conditions)).toMatchObject({ value: { kidney: 'yes', bleed: 'no' } })
    expect(await typing('b\n').prompter.chooseRows(conditions)).toEqual({ kind: 'back' })
  })

  it('writes no escape sequence and nothing beyond ASCII, whatever is asked', async () => {
    const { prompter, bytes } = typing('?\n9\n1\n1,3\n1,2\n?\ny\na\ny\nname.md\ny\n')
    await prompter.chooseOne(region)
    await prompter.chooseMany(signs)
    await prompter.chooseRows(conditions)
    await prompter.line({ text: 'Which file?' })
    await prompter.confirm({ text: 'Sure?' })
    expect([...bytes()].filter((char) => !/[\x20-\x7E\n]/.test(char))).toEqual([])
  })

  it('wraps at the width of the window', async () => {
    const { prompter, bytes } = typing('1\n', 40)
    await prompter.chooseOne(region)
    expect(
      Math.max(
        ...bytes()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(40)
  })
})
