import { chmodSync, cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { savePage } from '../../src/cli/walk-actions.ts'
import { plan } from '../../src/core/engine/plan.ts'
import type { Answers } from '../../src/core/model.ts'
import { UsageFailure } from '../../src/io/failure.ts'
import { createProcessIo } from '../../src/io/node-io.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run as runWith } from '../support/run.ts'

const { writeFileAtomic, kindOf } = createProcessIo()
/** With files written as they are outside of tests. */
const run = (argv: readonly string[]) => runWith(argv, { writeFileAtomic, kindOf })
const folder = () => mkdtempSync(join(tmpdir(), 'nextline-safe-'))
const set = (...answers: readonly string[]) => answers.flatMap((answer) => ['--set', answer])
const clear = set('warning-signs=none', 'age=18-64')

describe('the page that a walk saves', () => {
  const save = (path: string, answers: Answers) =>
    savePage({ ...createProcessIo(), err: () => {} }, path, plan(facetJoint(), answers), 'patient')

  it('is the page for a visit, for its owner alone, and may be saved again', () => {
    const path = join(folder(), 'mine.md')
    save(path, { 'warning-signs': ['none'] })
    chmodSync(path, 0o644)
    save(path, { 'warning-signs': ['none'] })
    expect(readFileSync(path, 'utf8')).toMatch(/^# My page for the visit\n/)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('replaces no file of others', () => {
    const path = join(folder(), 'letter.md')
    writeFileSync(path, 'Dear doctor')
    expect(() => save(path, {})).toThrow(UsageFailure)
    expect(readFileSync(path, 'utf8')).toBe('Dear doctor')
  })
})

describe('plan --save', () => {
  it('does not replace a file that is no record', async () => {
    const path = join(folder(), 'letter.txt')
    writeFileSync(path, 'Dear doctor')
    const { code, err } = await run(['plan', '--save', path, ...clear])
    expect([code, readFileSync(path, 'utf8')]).toEqual([2, 'Dear doctor'])
    expect(err).toContain('--force')
  })

  it('does not replace a record with answers that the new one lacks, and names them', async () => {
    const path = join(folder(), 'mine.json')
    await run(['plan', '--save', path, ...clear, ...set('kidney-disease=yes')])
    const before = readFileSync(path, 'utf8')
    const { code, err } = await run(['plan', '--save', path, ...clear])
    expect([code, readFileSync(path, 'utf8')]).toEqual([2, before])
    expect(err).toContain('kidney-disease')
  })

  it('replaces a record when all its answers are in the new one', async () => {
    const path = join(folder(), 'mine.json')
    await run(['plan', '--save', path, ...clear])
    const { code } = await run(['plan', '--save', path, '--answers', path, ...set('kidney-disease=yes')])
    expect(code).toBe(0)
    expect(JSON.parse(readFileSync(path, 'utf8')).answers).toMatchObject({
      age: '18-64',
      'kidney-disease': 'yes',
    })
  })

  it('replaces anything with --force', async () => {
    const path = join(folder(), 'letter.txt')
    writeFileSync(path, 'Dear doctor')
    expect((await run(['plan', '--save', path, '--force', ...clear])).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('nextline/record@1')
  })
})

describe('export --out', () => {
  it('does not replace a record, which begins as an export does', async () => {
    const path = join(folder(), 'mine.json')
    await run(['plan', '--save', path, ...clear])
    const before = readFileSync(path, 'utf8')
    const { code } = await run(['export', 'nsaids', '--format', 'json', '--out', path])
    expect([code, readFileSync(path, 'utf8')]).toEqual([2, before])
  })

  it.each(['markdown', 'json'])('replaces its own %s, and not one that was changed since', async (format) => {
    const path = join(folder(), format === 'json' ? 'page.json' : 'page.md')
    const exported = () => run(['export', 'nsaids', '--format', format, '--out', path])
    expect((await exported()).code).toBe(0)
    expect((await exported()).code).toBe(0)
    writeFileSync(path, readFileSync(path, 'utf8').replace('ibuprofen', 'Ibuprofen'))
    const { code, err } = await exported()
    expect([code, err]).toEqual([2, expect.stringContaining('--force')])
  })

  it('writes a plan for its owner alone', async () => {
    const path = join(folder(), 'plan.md')
    await run(['export', '--out', path, ...clear])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('writes an option that is named twice once', async () => {
    const { code, err } = await run(['export', 'nsaids', 'nsaids', '--out', join(folder(), 'one.md')])
    expect([code, err]).toEqual([0, expect.stringMatching(/^Wrote \S+one\.md\.\n$/)])
  })
})

describe('a record of a guide that has moved on', () => {
  const dropped = set('smoking=yes', 'blood-thinners=antiplatelet')

  /** The guide without the question on smoking, and with another id for an answer on blood thinners. */
  async function movedOn(): Promise<{ readonly record: string; readonly guide: string }> {
    const place = folder()
    const record = join(place, 'mine.json')
    await run(['plan', '--save', record, ...clear, ...dropped])
    const text = readFileSync(record, 'utf8')
    writeFileSync(
      record,
      text.replaceAll('"smoking"', '"tobacco"').replaceAll('"antiplatelet"', '"platelet-inhibitor"'),
    )
    cpSync('data/facet-joint', join(place, 'guide'), { recursive: true })
    return { record, guide: join(place, 'guide') }
  }

  it('is replayed with what is still asked, and says what is not', async () => {
    const { record, guide } = await movedOn()
    const { code, out } = await run(['replay', record, '--guide', guide])
    expect(code).toBe(1)
    expect(out).toContain('tobacco: the guide does not ask this any more')
    expect(out).toContain('blood-thinners: the guide does not take "platelet-inhibitor" any more')
  })

  it('is planned with the rest', async () => {
    const { record, guide } = await movedOn()
    const { code, out, err } = await run(['plan', '--answers', record, '--guide', guide, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out).answers).toEqual({ 'warning-signs': ['none'], age: '18-64' })
    expect(err).toContain('Left out: blood-thinners=platelet-inhibitor, tobacco')
  })
})

describe('a record that was tampered with', () => {
  it.each([
    ['an empty plan', (record: object) => ({ ...record, plan: {} })],
    [
      'options that are no options',
      (record: object) => ({ ...record, plan: { outcome: 'options', options: [null] } }),
    ],
    ['a guide without an id', (record: object) => ({ ...record, guide: { id: 5 } })],
    ['a field that no record has', (record: object) => ({ ...record, more: 1 })],
  ])('with %s is refused in words', async (_title, change) => {
    const path = join(folder(), 'mine.json')
    await run(['plan', '--save', path, ...clear])
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))))
    const { code, err } = await run(['replay', path])
    expect([code, err]).toEqual([2, expect.stringContaining('is not a record')])
  })

  it('with another hash of the guide is different', async () => {
    const path = join(folder(), 'mine.json')
    await run(['plan', '--save', path, ...clear])
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"hash": "\w{8}/, '"hash": "00000000'))
    const { code, out } = await run(['replay', path])
    expect([code, out.split('\n')[0]]).toEqual([1, 'different'])
  })
})
