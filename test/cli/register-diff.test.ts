import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from '../../src/io/node-lines.ts'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'nextline-register-diff-'))
const people = fc
  .sample(anyAnswers(facetJoint()), { numRuns: 60, seed: 6 })
  .map((answers) => ({ ...answers, 'warning-signs': ['none'], age: '18-64' }))
const register = join(folder, 'people.ndjson')
writeFileSync(register, `${people.map((answers) => JSON.stringify(answers)).join('\n')}\nnot a person\n`)

/** The guide with one rule of the medicine made milder. */
function milder(): string {
  const guide = join(folder, 'milder')
  cpSync('data/facet-joint', guide, { recursive: true })
  const file = join(guide, 'options/nsaids.yaml')
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(/(- id: kidney\n(?: +.*\n)*? +status: )avoid/, '$1not-now')
  expect(changed).not.toBe(text)
  writeFileSync(file, changed)
  return guide
}

type Planned = { readonly id: string; readonly status: string }

async function statuses(guide: string) {
  const { out } = await run(['plan', '--batch', register, '--guide', guide], { readLines })
  const plans = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return plans.map(({ options = [] }) => options.find(({ id }: Planned) => id === 'nsaids')?.status)
}

describe('diff --people', () => {
  it('counts the people whose plans change, as the two batches of plans say', async () => {
    const other = milder()
    const { code, out, err } = await run(['diff', 'facet-joint', other, '--people', register, '--json'], {
      readLines,
    })
    const [before, after] = [await statuses('facet-joint'), await statuses(other)]
    const moved = before.filter((status, at) => status === 'avoid' && after[at] === 'not-now').length
    const found = JSON.parse(out)
    expect(moved).toBeGreaterThan(0)
    expect(code).toBe(1)
    expect(err).toContain(`line ${people.length + 1}: not a JSON object`)
    expect(found).toMatchObject({
      schema: 'nextline/register-diff@1',
      people: people.length,
      changed: moved,
      notTaken: 0,
      errors: 1,
      outcomes: [],
      options: {
        nsaids: { statuses: [{ from: 'avoid', to: 'not-now', people: moved }], gained: 0, lost: 0 },
      },
    })
    const { out: page } = await run(['diff', 'facet-joint', other, '--people', register], { readLines })
    expect(page).toContain(`Something changes for ${moved} of ${people.length} people.`)
    expect(page).toContain(`avoid to not-now: ${moved} of ${people.length}`)
  })

  it('says that nothing changes between a guide and itself, with status 0', async () => {
    const good = join(folder, 'good.ndjson')
    writeFileSync(good, people.map((answers) => JSON.stringify(answers)).join('\n'))
    const { code, out } = await run(['diff', 'facet-joint', 'data/facet-joint', '--people', good], {
      readLines,
    })
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing changes.')])
  })
})
