import { describe, expect, it } from 'vitest'
import { compileGuide } from '../../../src/guide/load/compile.ts'
import { loadGuide } from '../../../src/guide/load/load-guide.ts'
import { fromParts, toParts } from '../../../src/guide/load/split.ts'
import { GuideFailure, UsageFailure } from '../../../src/io/failure.ts'
import { facetJoint } from '../../support/compiled-guides.ts'
import { folderWith, validFolder } from '../fixture-folder.ts'
import { inFolder, ioOver, validGuide } from '../fixture-io.ts'

const guide = validGuide()
const exported = (guide: unknown) => JSON.stringify({ schema: 'nextline/guide@1', guide: guide }, null, 1)
const builtIn = {
  'dist/guides/facet-joint/guide.json': JSON.stringify({ ...guide, id: 'facet-joint' }),
  'dist/guides/knee/guide.json': JSON.stringify(guide),
}

async function failureOf(promise: Promise<unknown>): Promise<{ kind: string; text: readonly string[] }> {
  try {
    await promise
  } catch (error) {
    if (error instanceof GuideFailure) return { kind: 'guide', text: [error.message, ...error.lines] }
    if (error instanceof UsageFailure) return { kind: 'usage', text: [error.message, error.hint ?? ''] }
    throw error
  }
  throw new Error('it did not fail')
}

describe('which guide a name leads to', () => {
  it('is the facet joint guide when nobody says', async () => {
    expect((await loadGuide(ioOver(builtIn))).id).toBe('facet-joint')
  })

  it('is a built-in guide before a folder of the same name', async () => {
    const io = ioOver({ ...builtIn, ...inFolder('knee', folderWith('guide.yaml', '1.0.0', '2.0.0')) })
    expect((await loadGuide(io, 'knee')).version).toBe('1.0.0')
    expect((await loadGuide(ioOver(inFolder('./knee', validFolder())), './knee')).version).toBe('1.0.0')
  })

  it('is a folder of YAML, which need not be called like the guide', async () => {
    const io = ioOver({
      ...inFolder('my/own', validFolder()),
      'my/own/notes.txt': '{',
      'my/own/.draft.yaml': '{',
    })
    expect(await loadGuide(io, 'my/own')).toEqual(guide)
    expect(await loadGuide(io, 'my/own')).toEqual(await loadGuide(io, 'my/own/'.replace(/\/$/, '')))
  })

  it('is a file that export wrote, and the guide in it is the same to the letter', async () => {
    const loaded = await loadGuide(ioOver({ 'knee.json': exported(guide) }), 'knee.json')
    expect(JSON.stringify(loaded)).toBe(JSON.stringify(guide))
  })

  it.each([
    ['kne', 'There is no guide "kne"; did you mean "knee"?', 'Built in: facet-joint, knee.'],
    ['shoulder-pain', 'There is no guide "shoulder-pain".', 'Built in: facet-joint, knee.'],
    ['texts', 'texts is not a guide: it holds no guide.yaml.', 'To begin one'],
    ['texts/a.yaml', 'texts/a.yaml is one file of a guide.', 'Give the folder'],
    ['plan.json', 'plan.json is a plan, not a guide.', 'Give a file'],
  ])('is none for %s, and the person learns what to do', async (name, message, hint) => {
    const io = ioOver({ ...builtIn, 'texts/a.yaml': '', 'plan.json': '{"schema":"nextline/plan@1"}' })
    const { kind, text } = await failureOf(loadGuide(io, name))
    expect(kind).toBe('usage')
    expect(text[0]).toBe(message)
    expect(text[1]).toContain(hint)
  })

  it('is none for a file that is not JSON', async () => {
    const { kind, text } = await failureOf(loadGuide(ioOver({ 'a.json': 'no' }), 'a.json'))
    expect(kind).toBe('usage')
    expect(text[0]).toBe('a.json:1:1  not readable as JSON: a value is expected here.')
  })
})

describe('a guide that is not valid', () => {
  it('is refused with a line for each fault that an editor can open', async () => {
    const io = ioOver(
      inFolder('my/own', folderWith('options/tablets.yaml', 'certainty: low', 'certainty: good')),
    )
    expect(await failureOf(loadGuide(io, 'my/own'))).toEqual({
      kind: 'guide',
      text: [
        'The guide in my/own is not valid.',
        'my/own/options/tablets.yaml:7:12  certainty "good" is not one of high, moderate, low, very-low',
      ],
    })
  })

  const [surgery, tablets] = guide.options
  it.each([
    ['without anything in it', {}, 'a.json:3:11  id is missing'],
    [
      'with an option that is not one',
      { ...guide, options: [surgery, { ...tablets, risks: null }] },
      'a.json:346:14  risks is empty',
    ],
    [
      'with a condition that is not one',
      { ...guide, outOfScope: [{ ...guide.outOfScope[0], when: { kind: 'maybe' } }] },
      'a.json:693:14  kind "maybe" is not one of always, is, all, any, not',
    ],
    [
      'with a rule that tests a question that is not there',
      { ...guide, questions: guide.questions.filter(({ id }) => id !== 'kidney-disease') },
      'a.json:449:15  question "kidney-disease" is not in this guide',
    ],
    [
      'with a claim that no source carries',
      { ...guide, problem: { text: 'So it is.', sources: [] } },
      'a.json:8:14  names no source; cite one, begin the text with "Not known", or say basis: prudence',
    ],
  ])('is refused as an exported file %s', async (_, guide, line) => {
    const { kind, text } = await failureOf(loadGuide(ioOver({ 'a.json': exported(guide) }), 'a.json'))
    expect(kind).toBe('guide')
    expect(text).toContain(line)
  })
})

describe('compiling a guide', () => {
  it('gives the same texts each time, which read as the guide', () => {
    const io = ioOver(inFolder('data/knee', validFolder()))
    const parts = compileGuide(io, 'data/knee')
    expect(compileGuide(io, 'data/knee/')).toEqual(parts)
    expect(JSON.stringify(fromParts((file) => parts.get(file) ?? ''))).toBe(JSON.stringify(guide))
  })

  it('puts what is large into files of their own, and nothing is lost or moved', () => {
    const large = facetJoint()
    const parts = toParts(large)
    const read: string[] = []
    const again = fromParts((file) => {
      read.push(file)
      return parts.get(file) ?? ''
    })
    expect(again.options.map(({ title }) => title)).toEqual(large.options.map(({ title }) => title))
    expect(read).toEqual(['guide.json'])
    expect(JSON.stringify(again)).toBe(JSON.stringify(large))
    expect(read.sort()).toEqual([...parts.keys()].sort())
  })

  it('refuses a guide that is not valid', () => {
    const io = ioOver(inFolder('data/knee', new Map([['guide.yaml', '']])))
    expect(() => compileGuide(io, 'data/knee')).toThrow(GuideFailure)
  })
})
