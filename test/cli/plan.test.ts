import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'nextline-test-'))
const planOf = async (...argv: readonly string[]) => JSON.parse((await run(['plan', '--json', ...argv])).out)
const optionOf = (plan: { options: { id: string }[] }, id: string) =>
  plan.options.find((option) => option.id === id)

describe('a plan from answers given beforehand', () => {
  it('kidney disease makes NSAIDs something to avoid, with reason, answer and source', async () => {
    const plan = await planOf('--set', 'kidney-disease=yes', '--set', 'warning-signs=none')
    expect(optionOf(plan, 'nsaids')).toMatchObject({
      status: 'avoid',
      reasons: expect.arrayContaining([
        expect.objectContaining({
          status: 'avoid',
          because: expect.stringContaining('kidney'),
          answers: { 'kidney-disease': 'yes' },
          sources: expect.arrayContaining(['ibuprofen-hpra-spc']),
        }),
      ]),
    })
  })

  it('with no answers at all nothing is suitable, and the list is not empty', async () => {
    const plan = await planOf()
    expect(plan.outcome).toBe('options')
    expect(plan.options.length).toBeGreaterThan(20)
    expect(plan.options.filter(({ status }: { status: string }) => status === 'suitable')).toEqual([])
  })

  it('carries the schema, the guide, the unanswered questions and the notice', async () => {
    expect(await planOf('--set', 'age=18-64')).toMatchObject({
      schema: 'nextline/plan@1',
      guide: { id: 'facet-joint', version: '1.0.0', reviewed: '2026-11-26' },
      answers: { age: '18-64' },
      urgent: [],
      outOfScope: [],
      unanswered: expect.arrayContaining(['region', 'kidney-disease']),
      notice: expect.stringContaining('not a diagnosis'),
    })
  })

  it('a warning sign is urgent: what to do and within what time, no options', async () => {
    const plan = await planOf('--set', 'warning-signs=bladder-or-bowel')
    expect(plan).toMatchObject({
      outcome: 'urgent',
      options: [],
      urgent: [{ sign: 'bladder-or-bowel', within: 'now' }],
    })
    const { out } = await run(['plan', '--set', 'warning-signs=bladder-or-bowel'])
    expect(out).toContain('GET EMERGENCY CARE NOW')
  })

  it('a child is outside the guide, with the reason', async () => {
    const plan = await planOf('--set', 'age=under-18', '--set', 'warning-signs=none')
    expect(plan).toMatchObject({
      outcome: 'out-of-scope',
      options: [],
      outOfScope: [{ because: expect.any(String) }],
    })
  })

  it('the same answers give the same bytes, whatever their order, from a file or from --set', async () => {
    const file = join(folder(), 'a.yaml')
    writeFileSync(file, 'kidney-disease: yes\npreferences: [low-cost, avoid-surgery]\nage: 18-64\n')
    const { out } = await run(['plan', '--json', '--answers', file])
    const set = ['age=18-64', 'preferences=avoid-surgery,low-cost', 'kidney-disease=yes'].flatMap((one) => [
      '--set',
      one,
    ])
    expect((await run(['plan', '--json', ...set])).out).toBe(out)
    const stdin = '{"preferences":["avoid-surgery","low-cost"],"age":"18-64","kidney-disease":"yes"}'
    expect((await run(['plan', '--json', '--answers', '-'], { stdin })).out).toBe(out)
  })

  it('--set wins over the file', async () => {
    const file = join(folder(), 'a.json')
    writeFileSync(file, '{"kidney-disease":"yes"}')
    const plan = await planOf('--answers', file, '--set', 'kidney-disease=no')
    expect(plan.answers).toEqual({ 'kidney-disease': 'no' })
  })

  it('every wrong answer is named at once, with its line in the file', async () => {
    const file = join(folder(), 'a.yaml')
    writeFileSync(file, 'age: 18-46\nkidny-disease: yes\n')
    const { code, out, err } = await run(['plan', '--answers', file, '--set', 'smoking=maybe'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`${file}:1:`)
    expect(err).toContain('18-64')
    expect(err).toContain(`${file}:2:1`)
    expect(err).toContain('kidney-disease')
    expect(err).toContain('smoking')
  })
})

describe('explain', () => {
  it('says which rule put it there, and never proposes to undo a diagnosis', async () => {
    const { out } = await run([
      'explain',
      'nsaids',
      '--json',
      '--set',
      'kidney-disease=yes',
      '--set',
      'warning-signs=none',
      '--set',
      'age=18-64',
    ])
    const explained = JSON.parse(out)
    expect(explained).toMatchObject({ schema: 'nextline/explain@1', option: 'nsaids', status: 'avoid' })
    expect(JSON.stringify(explained.reasons)).toContain('kidney')
    for (const { set } of explained.changes) expect(set).not.toHaveProperty('kidney-disease')
  })

  it('says the smallest change that would move it', async () => {
    const answers = ['warning-signs=none', 'age=18-64', 'daily-impact=severe', 'low-mood=no', 'tried=none']
    const sets = answers.flatMap((answer) => ['--set', answer])
    const { out } = await run(['explain', 'watchful-waiting', '--json', ...sets])
    expect(JSON.parse(out)).toMatchObject({
      status: 'caution',
      changes: expect.arrayContaining([expect.objectContaining({ set: { 'daily-impact': 'moderate' } })]),
    })
  })

  it('a topic has no place in a plan', async () => {
    const { code, err } = await run(['explain', 'medications'])
    expect(code).toBe(2)
    expect(err).toContain('nsaids')
  })
})

describe('export', () => {
  it('writes one page a topic, an index, the options side by side, the FAQ and the sources', async () => {
    const out = folder()
    const { code, err } = await run(['export', '--out', out])
    expect(code).toBe(0)
    expect(err).toContain('Wrote')
    expect(readdirSync(out)).toEqual(
      [
        ...[
          'index',
          'side-by-side',
          'faq',
          'sources',
          'watchful-waiting',
          'reassessment',
          'alternative-injections',
          'denervation',
        ],
        ...['physical-therapy', 'psychological-therapies', 'surgery', 'medications', 'alternative-therapies'],
        'lifestyle-changes',
      ]
        .map((name) => `${name}.md`)
        .sort(),
    )
  })

  it('writes over its own pages, and not over those of others or those that were changed', async () => {
    const out = folder()
    await run(['export', '--out', out])
    expect((await run(['export', '--out', out])).code).toBe(0)
    writeFileSync(join(out, 'index.md'), '# Mine\n')
    const refused = await run(['export', '--out', out])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('index.md')
    expect(readFileSync(join(out, 'index.md'), 'utf8')).toBe('# Mine\n')
    expect((await run(['export', '--out', out, '--force'])).code).toBe(0)
  })

  it('one part goes to stdout, many pages ask for a folder', async () => {
    expect((await run(['export', 'nsaids'])).out).toMatch(/^# Anti-inflammatory tablets/)
    expect((await run(['export'])).err).toContain('--out <folder>')
  })

  it('a plan is a page to take to a visit, or with --full a page with every option', async () => {
    const answers = ['--set', 'warning-signs=none', '--set', 'age=18-64']
    expect((await run(['export', ...answers])).out).toMatch(/^# My page for the visit/)
    expect((await run(['export', '--full', ...answers])).out).toMatch(/^# Options to talk about/)
  })

  it('the whole guide as JSON can be used as a guide, and gives the same plans', async () => {
    const file = join(folder(), 'guide.json')
    await run(['export', '--format', 'json', '--out', file])
    const set = ['--set', 'kidney-disease=yes']
    expect((await run(['plan', '--json', '--guide', file, ...set])).out).toBe(
      (await run(['plan', '--json', ...set])).out,
    )
    const people = fc.sample(anyAnswers(facetJoint()), { numRuns: 50, seed: 3 })
    const stdin = people.map((answers) => `${JSON.stringify(answers)}\n`).join('')
    const plans = async (...own: readonly string[]) =>
      (await run(['plan', '--batch', '--full', ...own], { stdin })).out
    expect(await plans('--guide', file)).toBe(await plans())
  })
})

describe('check', () => {
  it('proves the facet-joint guide and finds nothing', async () => {
    const { code, out } = await run(['check'])
    expect(out).toContain('Nothing is wrong with this guide.')
    expect(code).toBe(0)
  })
})
