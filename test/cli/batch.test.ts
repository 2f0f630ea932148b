import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'nextline-batch-'))
const fileOf = (lines: readonly string[]) => {
  const file = join(folder, 'people.ndjson')
  writeFileSync(file, lines.join('\n'))
  return file
}

async function batch(lines: readonly string[], ...flags: readonly string[]) {
  const { code, out, err } = await run(['plan', '--batch', fileOf(lines), ...flags])
  const plans = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { code, plans, out, err }
}

const people = fc.sample(anyAnswers(facetJoint()), { numRuns: 40, seed: 6 })

type Whole = {
  readonly outcome: string
  readonly urgent: readonly { readonly sign: string }[]
  readonly options: readonly {
    readonly id: string
    readonly status: string
    readonly ask: readonly string[]
    readonly reasons: readonly { readonly rule?: string }[]
  }[]
}

function cut({ outcome, urgent, options }: Whole) {
  return {
    outcome,
    urgent: urgent.map(({ sign }) => sign),
    options: options.map(({ id, status, reasons, ask }) => ({
      id,
      status,
      rules: reasons.flatMap(({ rule }) => rule ?? []),
      ask,
    })),
  }
}

describe('plan --batch', () => {
  it('gives each person, in order, the brief of the plan that plan --json gives', async () => {
    const { code, plans } = await batch(people.map((answers) => JSON.stringify(answers)))
    expect(code).toBe(0)
    expect(plans).toHaveLength(people.length)
    for (const [at, answers] of people.entries()) {
      const stdin = JSON.stringify(answers)
      const { out } = await run(['plan', '--json', '--answers', '-'], { stdin })
      expect(plans[at]).toEqual({ schema: 'nextline/brief@1', line: at + 1, ...cut(JSON.parse(out)) })
    }
  })

  it('with --full gives the whole plan and its line', async () => {
    const some = people.slice(0, 10)
    const { plans } = await batch(
      some.map((answers) => JSON.stringify(answers)),
      '--full',
    )
    for (const [at, answers] of some.entries()) {
      const stdin = JSON.stringify(answers)
      const { out } = await run(['plan', '--json', '--answers', '-'], { stdin })
      expect(plans[at]).toEqual({ ...JSON.parse(out), line: at + 1 })
    }
  })

  it.each([
    ['that is not JSON', '{"age":', 'not a JSON object'],
    ['without anything', '', 'not a JSON object'],
    ['with a list', '[]', 'not a JSON object'],
    ['with an unknown question', '{"agee":"18-64"}', 'did you mean "age"?'],
    ['with an answer of another question', '{"age":"yes"}', '"yes" is not an answer to age'],
    ['with "none" beside a finding', '{"warning-signs":["none","fever"]}', 'stands alone'],
  ])(
    'a line %s is reported in its place, the others are judged, and the status is 1',
    async (_, bad, why) => {
      const good = '{"age":"18-64"}'
      for (const flags of [[], ['--full']]) {
        const { code, plans } = await batch([good, bad, good], ...flags)
        expect(code).toBe(1)
        expect(plans.map(({ line }) => line)).toEqual([1, 2, 3])
        expect(plans[1]).toEqual({
          schema: 'nextline/error@1',
          line: 2,
          error: expect.stringContaining(why),
        })
        expect(plans[2].options).toEqual(plans[0].options)
      }
    },
  )

  it('takes a record, whose answers stand one level down, and numbers and yes-or-no as words do', async () => {
    const { plans } = await batch(['{"answers":{"kidney-disease":"yes"}}', '{"kidney-disease":["yes"]}'])
    expect(plans[0].options).toEqual(plans[1].options)
  })

  it('reads standard input when no file is named, or -', async () => {
    const stdin = '{"age":"18-64"}'
    const { out } = await run(['plan', '--batch'], { stdin })
    expect(JSON.parse(out)).toMatchObject({ schema: 'nextline/brief@1', line: 1 })
    expect((await run(['plan', '--batch', '-'], { stdin })).out).toBe(out)
  })

  it.each([
    ['answers for one person', ['--answers', 'a.yaml']],
    ['an answer for one person', ['--set', 'age=18-64']],
    ['a record of one plan', ['--save', 'a.json']],
  ])('does not take %s', async (_, flags) => {
    const { code, err } = await run(['plan', '--batch', '-', ...flags])
    expect(code).toBe(2)
    expect(err).toContain('cannot be used with')
  })

  it('waits for a reader that is behind, holding a few lines and no more', async () => {
    let arrived = 0
    let waiting = 0
    let most = 0
    const { code } = await run(['plan', '--batch'], {
      readLines: async function* () {
        for (; arrived < 50; arrived += 1) {
          waiting += 1
          most = Math.max(most, waiting)
          yield ['{"age":"18-64"}']
        }
      },
      writeWithBackpressure: async () => {
        await new Promise((done) => setImmediate(done))
        waiting -= 1
      },
    })
    expect([code, arrived, most]).toEqual([0, 50, 1])
  })
})

/** The built program, as a shell runs it: its streams are the point here. */
function shell(
  line: string,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((done) => {
    const child = spawn('bash', ['-c', `set -o pipefail; ${line}`])
    let out = ''
    let err = ''
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    child.on('close', (code) => done({ code, out, err }))
  })
}

describe('plan --batch in a pipe', () => {
  const many = fileOf(people.flatMap((answers) => Array(100).fill(JSON.stringify(answers))))

  it('a closed pipe ends quietly with status 0', async () => {
    const { code, out, err } = await shell(`node bin/nextline.js plan --batch ${many} | head -n 2`)
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n')).toHaveLength(3)
  })

  it('the last line needs no end, and a line may arrive in pieces, within a letter too', async () => {
    const line = '{"aé":"18-64"}'
    const cutAt = Buffer.from(line).indexOf(0xc3) + 1
    const bytes = [...Buffer.from(line)].map((byte) => `\\x${byte.toString(16)}`)
    const { code, out } = await shell(
      `{ printf '${bytes.slice(0, cutAt).join('')}'; sleep 0.2; printf '${bytes.slice(cutAt).join('')}'; } | node bin/nextline.js plan --batch`,
    )
    expect(code).toBe(1)
    expect(JSON.parse(out).error).toContain('"aé"')
  })

  it.each([
    ['a folder', 'src', 'it is a folder'],
    ['no file at all', 'no-such-file', 'there is no such file'],
  ])('%s is said to be that, with status 2', async (_, path, why) => {
    const { code, out, err } = await shell(`node bin/nextline.js plan --batch ${path}`)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(why)
  })
})
