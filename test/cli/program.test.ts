import { describe, expect, it } from 'vitest'
import { pagerCommand } from '../../src/io/node-pager.ts'
import { run } from '../support/run.ts'

describe('help', () => {
  it.each([['--help'], ['-h'], ['help'], ['HELP']])('nextline %s lists every command', async (word) => {
    const { code, out } = await run([word])
    expect(code).toBe(0)
    for (const name of ['walk', 'plan', 'warning-signs', 'questions', 'search', 'check']) {
      expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'))
    }
    expect(out).toContain('Examples:')
  })

  it.each(['plan', 'show', 'walk', 'export', 'red-flags'])(
    'help %s is what %s --help prints',
    async (name) => {
      const help = await run(['help', name])
      expect(help).toEqual(await run([name, '--help']))
      expect(help.code).toBe(0)
      expect(help.out).toContain('Everywhere:')
    },
  )

  it.each(['answers', 'guides', 'exit-codes', 'environment'])('help %s is a topic', async (topic) => {
    const { code, out } = await run(['help', topic])
    expect([code, out.length > 100]).toEqual([0, true])
  })

  it.each([
    ['--help', '--width', '40'],
    ['plan', '--help', '--width', '40'],
    ['help', 'plan', '--width', '40'],
    ['help', 'answers', '--width', '40'],
  ])('keeps to 40 columns: %s %s %s %s', async (...argv) => {
    const { out } = await run(argv.filter(Boolean))
    expect(out.split('\n').filter((line) => line.length > 40 && line.trim().includes(' '))).toEqual([])
  })

  it.each([['version'], ['--version'], ['-V']])('nextline %s prints the version', async (word) => {
    expect((await run([word])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('a command line as people type it', () => {
  it.each([
    [['Topics'], ['topics']],
    [
      ['PLAN', '--set', 'age=18-64'],
      ['plan', '--set', 'age=18-64'],
    ],
    [
      ['show', 'nsaids', '--for', 'PATIENT'],
      ['show', 'nsaids', '--for', 'patient'],
    ],
    [
      ['--for', 'patient', 'show', 'nsaids'],
      ['show', 'nsaids', '--for', 'patient'],
    ],
    [
      ['--width', '60', 'topics'],
      ['topics', '--width', '60'],
    ],
    [['red', 'flags'], ['warning-signs']],
    [
      ['rfa', '--full', '--width', '80'],
      ['show', 'rfa', '--full', '--width', '80'],
    ],
  ])('%j is %j', async (typed, meant) => {
    const found = await run(typed)
    expect(found).toEqual(await run(meant))
    expect(found.code).toBe(0)
  })

  it.each([
    [['plan', '--save', '--json'], '--save needs a file'],
    [['export', 'nsaids', '--out', '--force'], '--out needs a file or a folder'],
    [['plan', '--set', '--full'], '--set needs an answer'],
    [['plan', 'age=72'], 'Try: nextline plan --set age=72'],
    [['plan', 'age=72', 'smoking=yes'], '--set age=72 --set smoking=yes'],
    [['walk', 'now'], 'too many arguments'],
    [['plan', '--batch', '-', '--set', 'age=18-64'], 'cannot be used with'],
    [['export', '--format', 'pdf'], 'It is one of'],
  ])('%j is refused: %s', async (argv, message) => {
    const { code, out, err } = await run(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})

describe('a page that is longer than the screen', () => {
  const paged = async (argv: readonly string[], own = {}) => {
    let page = ''
    const { out } = await run(argv, {
      page: (text) => {
        page += text
      },
      ...own,
    })
    return { page: page !== '', out: out !== '' }
  }

  it('goes through the pager', async () => {
    expect(await paged(['risks'])).toEqual({ page: true, out: false })
    expect(await paged(['show', 'nsaids', '--full'])).toEqual({ page: true, out: false })
  })

  it.each([
    ['with --no-pager', ['risks', '--no-pager'], {}],
    ['with --json', ['risks', '--json'], {}],
    ['with --plain', ['risks', '--plain'], {}],
    ['for a screen reader', ['risks'], { plain: true }],
    ['when it fits', ['risks'], { height: 10_000 }],
    ['for a card', ['nsaids'], {}],
    ['for the overview', [], {}],
    ['for the topics', ['topics'], {}],
    ['for the warning signs', ['warning-signs'], {}],
    ['for the questions', ['questions'], {}],
    ['into a pipe', ['risks'], { page: undefined }],
  ])('does not %s', async (_, argv, own) => {
    expect(await paged(argv, own)).toEqual({ page: false, out: true })
  })

  it.each([
    [{}, 'less -FRX'],
    [{ PAGER: 'more' }, 'more'],
    [{ PAGER: 'more', NEXTLINE_PAGER: 'most' }, 'most'],
    [{ NEXTLINE_PAGER: '' }, undefined],
    [{ PAGER: 'cat' }, undefined],
  ])('%j: the pager is %s', (env, command) => {
    expect(pagerCommand(env)).toBe(command)
  })
})

describe('sources', () => {
  it('are one line each', async () => {
    const { out } = await run(['sources'])
    expect(out.split('\n').length).toBeLessThan(330)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it.each([
    [['Juch'], '10.1001/jama.2017.7918'],
    [['cohen', '2020'], '10.1136/rapm-2019-101243'],
    [['nice', '2016'], 'nice-ng59'],
    [['acupuncture'], 'debar-2025'],
  ])(
    '%j are found by author, body, year or topic, with an identifier on the first screen',
    async (words, text) => {
      const { code, out } = await run(['sources', ...words])
      expect(code).toBe(0)
      expect(out.split('\n').slice(0, 23).join('\n')).toContain(text)
    },
  )
})
