import { describe, expect, it } from 'vitest'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const guide = facetJoint()
const names = [...guide.options, ...guide.topics].flatMap(({ id, title, aliases }) => [id, title, ...aliases])

/** The same line as the program answers it: a flag of no effect makes it leave the prebuilt page aside. */
const byProgram = (argv: readonly string[], own = {}) => run([...argv, '--width', '80'], own)

describe('a look-up that the build has made a page for', () => {
  it.each(names)('prints for "%s" what the program prints', async (name) => {
    for (const argv of [[name], ['show', name], ['show', ...name.toUpperCase().split(' ')]]) {
      expect(await run(argv)).toEqual(await byProgram(argv))
    }
    expect(await run([name, '--for', 'patient'])).toEqual(await byProgram([name, '--for', 'patient']))
  })

  it.each([
    ['a terminal without Unicode', { unicode: false }],
    ['a screen reader', { plain: true }],
    ['colours', { colorLevel: 2 as const }],
    ['a guide past its review date', { today: () => '2031-01-01' }],
    ['another guide by environment', { env: { NEXTLINE_GUIDE: 'facet-joint' } }],
    ['an unknown guide by environment', { env: { NEXTLINE_GUIDE: 'knee' } }],
  ])('looks the same for %s', async (_, own) => {
    for (const argv of [[], ['topics'], ['show', 'nsaids'], ['risks'], ['faq'], ['tips'], ['medications']]) {
      expect(await run(argv, own)).toEqual(await byProgram(argv, own))
    }
  })

  it('is as wide as the terminal', async () => {
    expect(await run(['risks'], { width: 40 })).toEqual(await run(['risks', '--width', '40']))
  })
})
