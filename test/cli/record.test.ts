import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'nextline-record-'))
const set = ['warning-signs=none', 'age=18-64', 'kidney-disease=yes'].flatMap((one) => ['--set', one])

async function saved(): Promise<string> {
  const file = join(folder(), 'mine.json')
  await run(['plan', '--save', file, ...set])
  return file
}

/** A copy of the guide with one text of the NSAID file changed. */
function changedGuide(from: string, to: string): string {
  const copy = folder()
  cpSync('data/facet-joint', copy, { recursive: true })
  const file = join(copy, 'options/nsaids.yaml')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
  return copy
}

describe('a record of a plan', () => {
  it('holds the answers, the plan, the versions and a hash of the guide', async () => {
    const record = JSON.parse(readFileSync(await saved(), 'utf8'))
    expect(record).toMatchObject({
      schema: 'nextline/record@1',
      program: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      guide: { id: 'facet-joint', version: '1.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      answers: { 'kidney-disease': 'yes' },
      plan: { schema: 'nextline/plan@1', outcome: 'options' },
    })
  })

  it('replays as the same while nothing has changed', async () => {
    const { code, out } = await run(['replay', await saved()])
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('same')
  })

  it('says which option moved and which rule changed', async () => {
    const guide = changedGuide('when: { kidney-disease: yes }', 'when: { kidney-disease: no }')
    const { code, out } = await run(['replay', await saved(), '--guide', guide, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      same: false,
      differences: [
        { kind: 'guide-text' },
        { kind: 'status', option: 'nsaids', from: 'avoid', to: 'check-first' },
      ],
      changed: [{ piece: 'rule nsaids/kidney', how: 'changed' }],
    })
  })

  it('says when only words changed', async () => {
    const guide = changedGuide(
      'These tablets can harm the kidneys. The',
      'Such tablets can harm the kidneys. The',
    )
    const { code, out } = await run(['replay', await saved(), '--guide', guide])
    expect(code).toBe(1)
    expect(out).toContain('every status is the same')
    expect(out).toContain('rule nsaids/kidney: changed')
  })

  it('a record can be used as answers', async () => {
    const { out } = await run(['plan', '--json', '--answers', await saved()])
    expect(JSON.parse(out).answers).toMatchObject({ 'kidney-disease': 'yes' })
  })

  it.each([
    ['not JSON', 'hello'],
    ['another JSON', '{"schema":"nextline/plan@1"}'],
  ])('%s is refused', async (_title, text) => {
    const file = join(folder(), 'x.json')
    writeFileSync(file, text)
    const { code, err } = await run(['replay', file])
    expect(code).toBe(2)
    expect(err).toMatch(/is .*not a record/)
  })
})
