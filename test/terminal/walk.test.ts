import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { KEY } from '../support/screen.ts'
import { start } from '../support/terminal.ts'

// Each wait inside gives up earlier, and says what was on the screen.
vi.setConfig({ testTimeout: 120_000 })

const { down, enter, left, right, space, ctrlC, ctrlD } = KEY
type Terminal = ReturnType<typeof start>

/** What one person answers: words of the question, the keys, and the same as `plan --set` takes it. */
const PERSON: readonly (readonly [asked: string, keys: string, set: string])[] = [
  ['any of these now', `none${enter}`, 'warning-signs=none'],
  ['How old are you', `2${enter}`, 'age=18-64'],
  ['Are you pregnant', `1${enter}`, 'pregnancy=no'],
  ['slower to clot', `1${enter}`, 'blood-thinners=none'],
  ['take any of these', `none${enter}`, 'medicines=none'],
  ['allergic to any', `none${enter}`, 'allergies=none'],
  ['infection now', `neither${enter}`, 'infection-or-immune=no'],
  // Down to the last row first: no to all the rest speaks of rows that were on the screen.
  ['answer each row', `y${down.repeat(17)}ay${enter}`, 'kidney-disease=yes'],
  ['Do you have a pacemaker', `1${enter}`, 'implanted-device=no'],
  ['already tried', `exercise${space}tablets${space}${enter}`, 'tried=physical-therapy,nsaids'],
  ['long have you had this pain', `2${enter}`, 'duration=3-months-or-more'],
  ['Which part of your spine', `lower${enter}`, 'region=lumbar'],
  ['numbs the small nerves', `1${enter}`, 'diagnostic-block=not-done'],
  ['feel the pain most', `1${enter}`, 'pain-pattern=spine-only'],
  ['limit your daily life', `3${enter}`, 'daily-impact=severe'],
  ['joint injection help', `2${enter}`, 'injection-relief=hours-to-days'],
  ['matters most to you', `surgery${space}${enter}`, 'preferences=avoid-surgery'],
]
const ROWS =
  'stomach-bleed heart-disease high-blood-pressure bowel-inflammation nsaid-reaction asthma diabetes'
const MORE_ROWS =
  'osteoporosis inflammatory-arthritis liver-disease glaucoma low-mood breathing-problems sedatives'
const NO_ROWS = [
  ...`${ROWS} ${MORE_ROWS} substance-use smoking`.split(' ').map((id) => `${id}=no`),
  'weight=bmi-under-30',
]

/** Answers as PERSON does until the review, from question `from` on; gives the questions that were asked. */
async function answerAll(terminal: Terminal, from = 1): Promise<readonly string[]> {
  const asked: string[] = []
  for (let number = from; ; number += 1) {
    const screen = await terminal.waitForPrompt(new RegExp(`Question ${number} of|These are your answers`))
    if (screen.includes('These are your answers')) return asked
    const person = PERSON.find(([words]) => screen.slice(screen.lastIndexOf('Question ')).includes(words))
    if (person === undefined) throw new Error(`nobody answers this: ${screen}`)
    asked.push(person[0])
    terminal.keys(person[1])
  }
}

async function begin(args: readonly string[], options: Parameters<typeof start>[1] = {}): Promise<Terminal> {
  const terminal = start(['walk', ...args], { cwd: folder, ...options })
  await terminal.waitForPrompt('Ready?')
  terminal.keys(enter)
  return terminal
}

async function showPlanAndEnd(terminal: Terminal): Promise<void> {
  await terminal.waitForPrompt('These are your answers')
  terminal.keys(enter)
  await terminal.waitForPrompt('When you have read it')
  terminal.keys(enter)
  await terminal.waitForPrompt('What would you like to do now?')
  terminal.keys(`done${enter}`)
  expect(await terminal.exit()).toMatchObject({ exitCode: 0 })
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nextline-walk-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const record = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe.each([80, 40])('a whole walk in a terminal of %i columns', (cols) => {
  it('ends in the plan that `plan --json` gives for the same answers', async () => {
    const terminal = await begin(['--save', `whole-${cols}.json`], { cols })
    const asked = await answerAll(terminal)
    expect(asked[0]).toBe('any of these now')
    expect(asked.length).toBeLessThanOrEqual(18)
    await showPlanAndEnd(terminal)
    const seen = terminal.all()
    expect(seen.replace(/\s+/g, ' ')).toContain('YOUR NEXT STEPS')
    expect(seen.replace(/\s+/g, ' ')).toContain('not a diagnosis')
    expect(seen.split('\n').filter((line) => line.length > cols)).toEqual([])

    const given = Object.keys(record(`whole-${cols}.json`).answers)
    const sets = [...PERSON.map(([, , set]) => set), ...NO_ROWS].filter((set) =>
      given.includes(set.split('=')[0] ?? ''),
    )
    expect(sets).toHaveLength(given.length)
    const json = execFileSync(
      process.execPath,
      ['bin/nextline.js', 'plan', '--json', ...sets.flatMap((set) => ['--set', set])],
      { encoding: 'utf8' },
    )
    expect(record(`whole-${cols}.json`).plan).toEqual(JSON.parse(json))
  })

  it('back three and forward again keeps every answer', async () => {
    const terminal = await begin([], { cols })
    for (const at of [0, 1, 2]) {
      await terminal.waitForPrompt(`Question ${at + 1} of`)
      terminal.keys(PERSON[at]?.[1] ?? '')
    }
    await terminal.waitForPrompt('Question 4 of')
    terminal.keys(left)
    await terminal.waitForPrompt('Question 3 of', '(your answer so far)')
    terminal.keys(left)
    await terminal.waitForPrompt('Question 2 of', '18 to 64 (your answer so far)')
    terminal.keys(`back${enter}`)
    await terminal.waitForPrompt('Question 1 of', '[x] None of these')
    terminal.keys(right)
    await terminal.waitForPrompt('Question 2 of')
    terminal.keys(right)
    await terminal.waitForPrompt('Question 3 of')
    terminal.keys(enter)
    await terminal.waitForPrompt('Question 4 of')
    expect(terminal.screen()).not.toContain('your answer so far')
    terminal.keys(ctrlC)
    expect(await terminal.exit()).toMatchObject({ exitCode: 130 })
  })

  it('an edit at the review drops the answer that it rules out, and says so', async () => {
    const terminal = await begin(['--save', `edit-${cols}.json`], { cols })
    await answerAll(terminal)
    expect(record(`edit-${cols}.json`).answers).toHaveProperty('pregnancy', 'no')
    terminal.keys(`age:${enter}`)
    await terminal.waitForPrompt('How old are you', '18 to 64 (your answer so far)')
    terminal.keys(`3${enter}`)
    await terminal.waitForPrompt('These are your answers')
    expect(terminal.all().replace(/[\s┃]+/g, ' ')).toContain('does not apply: pregnancy')
    expect(record(`edit-${cols}.json`).answers).toMatchObject({ age: '65-or-over', smoking: 'no' })
    expect(record(`edit-${cols}.json`).answers).not.toHaveProperty('pregnancy')
    await showPlanAndEnd(terminal)
  })

  it('a warning sign stops at once, says what to do and how soon, and can be corrected', async () => {
    const terminal = await begin([], { cols })
    await terminal.waitForPrompt('Question 1 of')
    terminal.keys(`1${space}${enter}`)
    await terminal.waitForPrompt('URGENT. Get emergency care now')
    const seen = terminal.all().replace(/[\s┃]+/g, ' ')
    expect(seen).toContain('GET EMERGENCY CARE NOW')
    expect(seen).toContain('Call an ambulance or go to an emergency department. Do not drive yourself.')
    expect(seen).not.toContain('How old are you')
    terminal.keys(`mistake${enter}`)
    await terminal.waitForPrompt('Change one answer', '[x] Numbness')
    terminal.keys(`none${space}${enter}`)
    await terminal.waitForPrompt('How old are you')
    terminal.keys(ctrlC)
    expect(await terminal.exit()).toMatchObject({ exitCode: 130 })
  })

  it('a resize in the middle draws the question anew, once, and loses nothing', async () => {
    const terminal = await begin([], { cols })
    await terminal.waitForPrompt('Question 1 of')
    terminal.keys(`none${enter}`)
    await terminal.waitForPrompt('Question 2 of')
    terminal.keys('65')
    await terminal.waitForPrompt('> 65')
    for (const columns of [120 - cols, 33, cols]) {
      terminal.resize(columns, 24)
      terminal.keys(down)
      await terminal.waitForPrompt('65 or over')
    }
    const seen = terminal.all()
    expect(seen.match(/Question 2 of/g)).toHaveLength(1)
    expect(seen).toContain('warning signs: None of these')
    terminal.keys(enter)
    await terminal.waitForPrompt('Question 3 of')
    expect(terminal.all()).toContain('age: 65 or over')
    terminal.keys(ctrlC)
    await terminal.exit()
  })
})

describe('stopping and going on', () => {
  it('Ctrl-C ends with 130, leaves the terminal as it was, and the walk is resumed where it stood', async () => {
    const first = await begin(['--save', 'mine.json'], { after: 'stty -a' })
    for (const at of [0, 1, 2]) {
      await first.waitForPrompt(`Question ${at + 1} of`)
      first.keys(PERSON[at]?.[1] ?? '')
    }
    await first.waitForPrompt('Question 4 of')
    first.keys(ctrlC)
    expect(await first.exit()).toMatchObject({ exitCode: 130 })
    expect(first.bytes()).toMatch(/ icanon/)
    expect(first.bytes()).toMatch(/ echo /)
    expect(first.bytes().lastIndexOf('\u001B[?25l')).toBeLessThan(first.bytes().lastIndexOf('\u001B[?25h'))

    const again = await begin(['--resume', 'mine.json'])
    // The warning signs first, as they may have come since; then where it stood.
    await again.waitForPrompt('any of these now')
    again.keys(`none${enter}`)
    const screen = await again.waitForPrompt('slower to clot')
    const number = [...screen.matchAll(/Question (\d+) of/g)].at(-1)?.[1]
    await answerAll(again, Number(number))
    await showPlanAndEnd(again)
    expect(record('mine.json').answers).toMatchObject({
      'warning-signs': ['none'],
      age: '18-64',
      region: 'lumbar',
    })
  })

  it.each(['SIGHUP', 'SIGKILL'] as const)('a %s between questions loses no answer', async (signal) => {
    const name = `${signal}.json`
    const terminal = await begin(['--save', name])
    await terminal.waitForPrompt('Question 1 of')
    terminal.keys(`none${enter}`)
    await terminal.waitForPrompt('Question 2 of')
    terminal.kill(signal)
    await terminal.exit()
    expect(record(name).answers).toEqual({ 'warning-signs': ['none'] })
  })

  it('Ctrl-D, the end of what is typed, ends with 130', async () => {
    const terminal = await begin([])
    await terminal.waitForPrompt('Question 1 of')
    terminal.keys(ctrlD)
    expect(await terminal.exit()).toMatchObject({ exitCode: 130 })
  })

  it('with a closed input it does not ask, says how to use plan, and ends with 2', () => {
    const run = () =>
      execFileSync(process.execPath, ['bin/nextline.js', 'walk'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    expect(run).toThrow(expect.objectContaining({ status: 2, stdout: '' }))
    expect(run).toThrow(/nextline plan/)
  })
})

describe('a plain walk', () => {
  /** The whole walk on typed lines: the answer to the newest question, until the end. */
  async function plainWalk(terminal: Terminal): Promise<void> {
    const lines: readonly (readonly [string, string])[] = [
      ['Ready?', ''],
      ['any of these now', '?'],
      ['any of these now', 'none'],
      ['How old are you', 'b'],
      ['any of these now', ''],
      ['How old are you', '18'],
      ['Are you pregnant', 's'],
      ['slower to clot', '9'],
      ['is none of the answers', 'no'],
      ['take any of these', 'none'],
      ['allergic to any', 'none'],
      ['infection now', 'n'],
      ['Row 1 of', 'y'],
      ['Row 2 of', 'a'],
      ['without asking one by one', 'y'],
      ['Do you have a pacemaker', '1'],
      ['already tried', 'physical, opioids'],
      ['Question 11 of', '2'],
      ['Question 12 of', 'r'],
      ['Are they right?', '1'],
      ['When you have read it', ''],
      ['What would you like to do now?', 'check how'],
      ['Row 1 of 4', 'y'],
      ['Row 2 of 4', 's'],
      ['Row 3 of 4', 'u'],
      ['Row 4 of 4', 'n'],
      ['It is fine not to be sure', 'done'],
    ]
    for (const [asked, line] of lines) {
      await terminal.waitForNew(asked)
      await terminal.waitForNew('Answer: ')
      terminal.keys(`${line}${enter}`)
    }
    expect(await terminal.exit()).toMatchObject({ exitCode: 0 })
  }

  it.each([
    ['--plain', ['--plain'], {}],
    ['ACCESSIBLE=1', [], { ACCESSIBLE: '1' }],
    ['TERM=dumb', [], { TERM: 'dumb' }],
  ])('with %s every byte is spelled out: no escape sequence, no glyph', async (_how, flags, env) => {
    const terminal = start(['walk', ...flags], { cwd: folder, env })
    await plainWalk(terminal)
    const odd = [...new Set(terminal.bytes())].filter((char) => !/[\x20-\x7E\r\n]/.test(char))
    expect(odd).toEqual([])
    expect(terminal.bytes()).toContain('Your next steps')
  })

  it('Ctrl-C ends it, and what was saved stays', async () => {
    const terminal = start(['walk', '--plain', '--save', 'plain.json'], { cwd: folder, after: 'true' })
    await terminal.waitForNew('Answer: ')
    terminal.keys(enter)
    await terminal.waitForNew('any of these now')
    await terminal.waitForNew('Answer: ')
    terminal.keys(`none${enter}`)
    await terminal.waitForNew('How old are you')
    await terminal.waitForNew('Answer: ')
    terminal.keys(ctrlC)
    expect(await terminal.exit()).toMatchObject({ exitCode: 130 })
    expect(record('plain.json').answers).toEqual({ 'warning-signs': ['none'] })
  })
})

describe('other terminals and other readers', () => {
  it('a locale without UTF-8 is drawn in ASCII', async () => {
    const terminal = await begin([], { env: { LANG: 'C' } })
    await terminal.waitForPrompt('Question 1 of', 'Up/Down move')
    terminal.keys(`none${enter}`)
    await terminal.waitForPrompt('Question 2 of')
    terminal.keys(ctrlC)
    await terminal.exit()
    expect([...terminal.bytes()].filter((char) => char > '\u007F')).toEqual([])
  })

  it('what is longer than the screen goes through the pager, and the menu comes back', async () => {
    const program = [
      process.execPath,
      'bin/nextline.js',
      'plan',
      '--answers',
      'data/examples/positive-block.yaml',
    ]
    const record = join(folder, 'long.json')
    execFileSync(program[0] ?? '', [...program.slice(1), '--save', record], { stdio: 'ignore' })
    const terminal = start(['walk', '--resume', record], { cwd: folder, env: { PAGER: 'less -X' } })
    await terminal.waitForPrompt('Ready?')
    terminal.keys(enter)
    await terminal.waitForPrompt('any of these now')
    terminal.keys(`none${enter}`)
    await terminal.waitForPrompt('These are your answers')
    terminal.keys(enter)
    await terminal.waitForPrompt('When you have read it')
    terminal.keys(enter)
    for (const action of ['whole plan', 'See why']) {
      await terminal.waitForPrompt('What would you like to do now?')
      terminal.keys(`${action}${enter}`)
      if (action === 'See why') {
        await terminal.waitForPrompt('Why does which option')
        terminal.keys(`massage${enter}`)
      }
      await terminal.waitForNew('\n:')
      expect(terminal.screen()).not.toContain('What would you like to do now?')
      terminal.keys('q')
    }
    await terminal.waitForPrompt('What would you like to do now?')
    terminal.keys(`done${enter}`)
    expect(await terminal.exit()).toMatchObject({ exitCode: 0 })
  })

  it('a clinician types to find and accepts, in clinical words, to the clinical notes', async () => {
    const terminal = start(['walk', '--for', 'clinician'], { cwd: folder, cols: 100, rows: 40 })
    const quick: readonly (readonly [string, string])[] = [
      ['Red flags', 'none'],
      ['Age', '65'],
      ['Antithrombotic', 'anticoag'],
    ]
    for (const [asked, typed] of quick) {
      await terminal.waitForPrompt(asked)
      terminal.keys(`${typed}${enter}`)
    }
    await terminal.waitForPrompt('Question 4 of', 'Interacting medicines')
    terminal.keys(KEY.tab)
    await terminal.waitForPrompt('Answers so far.', 'Blood thinners: Anticoagulant')
    terminal.keys(enter)
    await terminal.waitForPrompt('When you have read it')
    terminal.keys(enter)
    await terminal.waitForPrompt('What would you like to do now?', 'See all clinical notes')
    terminal.keys(`done${enter}`)
    expect(await terminal.exit()).toMatchObject({ exitCode: 0 })
  })
})
