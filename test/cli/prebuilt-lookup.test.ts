import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainLine } from '../../src/cli/plain-line.ts'
import { COMMANDS } from '../../src/cli/program-commands.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const guide = facetJoint()
const names = [...guide.options, ...guide.topics].flatMap(({ id, title, aliases }) => [id, title, ...aliases])
const WIDTH = 80

/** The same line as the grammar answers it: the door leaves `--width` to it, and this is the width there is anyway. */
const byGrammar = (argv: readonly string[], own = {}) => run([...argv, '--width', String(WIDTH)], own)

describe('a line that is answered at the door', () => {
  it.each(names)('prints for "%s" what the grammar would have printed', async (name) => {
    for (const argv of [[name], ['show', name], ['show', ...name.toUpperCase().split(' ')]]) {
      expect(readPlainLine(argv)).toBeDefined()
      expect(await run(argv)).toEqual(await byGrammar(argv))
    }
  })

  const word = fc.constantFrom(
    ...Object.keys(COMMANDS),
    'nsaids',
    'medications',
    'RFA',
    'nsaid',
    'blood',
    'x',
  )
  const flag = fc.constantFrom(
    ['--json'],
    ['--plain'],
    ['--color'],
    ['--no-color'],
    ['--full'],
    ['--for', 'patient'],
    ['--for', 'clinician'],
    ['--for', 'nobody'],
    ['--guide', 'facet-joint'],
    ['--guide', 'nowhere'],
    ['--guide'],
    ['--set', 'age=18-64'],
    ['--set', 'region=low-back'],
    ['--set', 'age=old'],
    ['--answers', 'data/examples/facet-joint.yaml'],
    ['--answers', 'nowhere.yaml'],
    ['--set=age=18-64'],
    ['--nonsense'],
    ['-h'],
    [''],
  )
  const parts = fc.array(fc.oneof({ weight: 2, arbitrary: word.map((own) => [own]) }, flag), { maxLength: 4 })

  it('has the status, the page and the words of failure that the grammar would have given', async () => {
    let atDoor = 0
    await fc.assert(
      fc.asyncProperty(parts, async (found) => {
        const argv = found.flat()
        fc.pre(!argv.includes('check') && argv.at(-1) !== '--guide')
        if (readPlainLine(argv) !== undefined) atDoor += 1
        expect(await run(argv)).toEqual(await byGrammar(argv))
      }),
      { numRuns: 300 },
    )
    expect(atDoor).toBeGreaterThan(50)
  }, 60_000)

  it.each([
    ['a terminal without Unicode', { unicode: false }],
    ['a screen reader', { plain: true }],
    ['colours', { colorLevel: 2 as const }],
    ['a guide past its review date', { today: () => '2031-01-01' }],
    ['another guide by environment', { env: { NEXTLINE_GUIDE: 'facet-joint' } }],
    ['an unknown guide by environment', { env: { NEXTLINE_GUIDE: 'knee' } }],
  ])('looks the same for %s', async (_, own) => {
    for (const argv of [[], ['topics'], ['show', 'nsaids'], ['risks'], ['faq'], ['tips'], ['medications']]) {
      expect(await run(argv, own)).toEqual(await byGrammar(argv, own))
    }
  })

  it('is as wide as the terminal', async () => {
    expect(await run(['risks'], { width: 40 })).toEqual(await run(['risks', '--width', '40']))
  })
})

describe('the words of a line', () => {
  it.each(Object.keys(COMMANDS))('"%s" is never taken for a name of the guide', (command) => {
    for (const argv of [[command], [command, 'nsaids']]) expect(readPlainLine(argv)?.command).not.toBe('bare')
  })
})
