import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionnaireResponse } from '../../src/fhir/questionnaire-response.ts'
import { readLines } from '../../src/io/node-lines.ts'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'nextline-input-'))
const guide = facetJoint()
const people = fc.sample(anyAnswers(guide), { numRuns: 30, seed: 6 })

async function batch(name: string, text: string, ...flags: readonly string[]) {
  const file = join(folder, name)
  writeFileSync(file, text)
  const { code, out, err } = await run(['plan', '--batch', file, ...flags], { readLines })
  const lines = out.split('\n').filter((line) => line !== '')
  return { code, err, plans: lines.map((line) => JSON.parse(line)) }
}

const jsonl = (lines: readonly unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
const ids = guide.questions.map(({ id }) => id)
const cell = (answer: string | readonly string[] | undefined) => [answer ?? []].flat().join(';')
const csv = (rows: readonly (typeof people)[number][]) =>
  [ids.join(), ...rows.map((answers) => ids.map((id) => cell(answers[id])).join())].join('\n')
const withoutLine = ({ line: _, ...plan }: { readonly line: number }) => plan

describe('a register as CSV', () => {
  it('gives the plans that the same answers as JSON lines give; a line is that of the file', async () => {
    const fromJson = await batch('people.ndjson', jsonl(people))
    const fromCsv = await batch('people.csv', csv(people))
    expect(fromCsv.plans.map(withoutLine)).toEqual(fromJson.plans.map(withoutLine))
    expect(fromCsv.plans.map(({ line }) => line)).toEqual(people.map((_, at) => at + 2))
  })

  it.each([
    ['several values with ;', 'tried\nnsaids;massage', { tried: ['nsaids', 'massage'] }],
    [
      'a value as people write it',
      'age,blood thinners\n72,Eliquis',
      { age: '65-or-over', 'blood-thinners': 'anticoagulant' },
    ],
    [
      'quotes, CRLF and a byte order mark',
      '\uFEFFage,tried\r\n"18-64","nsaids;massage"\r\n',
      { age: '18-64', tried: ['nsaids', 'massage'] },
    ],
    ['an empty cell as no answer', 'age,region\n18-64,', { age: '18-64' }],
  ])('takes %s', async (_, text, answers) => {
    const { plans } = await batch('one.csv', text, '--full')
    expect(plans.map((plan) => plan.answers)).toEqual([answers])
  })

  it.each([
    ['a quote that is not closed', '"18-64,lumbar', 'a quote is not closed on its line'],
    ['a quote inside a value', '18"-64,lumbar', 'a quote stands inside a value'],
    ['text after a closing quote', '"18-64"x,lumbar', 'between a closing quote and the next comma'],
    ['a column too many', '18-64,lumbar,yes', '3 columns where the heading has 2'],
    ['a column too few', '18-64', '1 column where the heading has 2'],
    ['nothing', '', 'the line is empty'],
    ['an answer that is none', '18-64,elbow', '"elbow" is not an answer to region'],
    ['two answers to a question that takes one', '18-64;65-or-over,lumbar', 'age takes one answer'],
  ])('%s costs its own line alone, and is named', async (_, bad, why) => {
    const good = '"18-64",lumbar'
    const { code, plans } = await batch('bad.csv', ['age,region', good, bad, good, good].join('\n'))
    expect(code).toBe(1)
    expect(plans.map(({ schema, line }) => [schema, line])).toEqual([
      ['nextline/brief@1', 2],
      ['nextline/error@1', 3],
      ['nextline/brief@1', 4],
      ['nextline/brief@1', 5],
    ])
    expect(plans[1].error).toContain(why)
  })

  it.each([
    ['a column that is no question', 'age,regionn\n', 'did you mean "region"?'],
    ['the same question twice', 'age,Age\n', 'two columns are age'],
    ['a column without a name', 'age,,region\n', 'column 2 has no name'],
    ['semicolons between the columns', 'age;region\n', 'not separated by commas'],
  ])('with %s is refused as a whole', async (_, text, why) => {
    const { code, plans, err } = await batch('heading.csv', `${text}18-64,lumbar\n`)
    expect([code, plans]).toEqual([2, []])
    expect(err).toContain(why)
  })

  const lines = fc.array(
    fc.array(fc.constantFrom('18-64', 'lumbar', '"', ',', '""', 'unsure', ';', '\r', ''), { maxLength: 8 }),
    { maxLength: 12 },
  )
  it('has one line out for each line in, and each is what it is alone', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (rows) => {
        const texts = rows.map((parts) => parts.join(''))
        const together = await batch('any.csv', `age,region\n${texts.map((text) => `${text}\n`).join('')}`)
        expect(together.plans.map(({ line }) => line)).toEqual(texts.map((_, at) => at + 2))
        for (const [at, text] of texts.entries()) {
          const alone = await batch('alone.csv', `age,region\n${text}\n`)
          expect(withoutLine(together.plans[at])).toEqual(withoutLine(alone.plans[0]))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('what a register is written in', () => {
  const answers = { age: '18-64' }
  const response = questionnaireResponse(guide, answers, 'patient')

  it.each([
    ['JSON lines by their first sign', 'register', jsonl([answers])],
    ['CSV by its first line', 'register', 'id,age\np1,18-64\n'],
    ['CSV by its ending', 'register.CSV', 'age\n18-64\n'],
    ['QuestionnaireResponses', 'register.ndjson', jsonl([response])],
  ])('is seen: %s', async (_, name, text) => {
    const { code, plans } = await batch(name, text, '--full')
    expect([code, plans.map((plan) => plan.answers)]).toEqual([0, [answers]])
  })

  it('is what --input says, whatever the name', async () => {
    const { plans } = await batch('register.txt', 'tried\nmassage\n', '--input', 'csv', '--full')
    expect(plans[0].answers).toEqual({ tried: ['massage'] })
  })

  it.each([
    ['a list of people on one line', 'a.json', `${JSON.stringify(people)}\n`, 'is one JSON list'],
    ['a record', 'b.json', '{\n  "schema": "nextline/record@1",\n', 'is a record'],
    ['a plan', 'c.json', '{\n  "schema": "nextline/plan@1",\n', 'is a plan'],
    ['a guide', 'd.json', '{\n  "schema": "nextline/guide@1",\n', 'is a guide'],
    ['a FHIR Bundle', 'e.json', '{\n  "resourceType": "Bundle",\n', 'is a FHIR Bundle'],
    ['answers of one person', 'f.yaml', 'age: 18-64\n', 'the answers of one person'],
    ['a spreadsheet', 'g.csv', 'PK\u0003\u0004\n', 'is a spreadsheet'],
  ])('%s is refused and named', async (_, name, text, what) => {
    const { code, plans, err } = await batch(name, text)
    expect([code, plans]).toEqual([2, []])
    expect(err).toContain(what)
  })

  it('a list of people is refused without reading it to its end', async () => {
    let read = 0
    const { code } = await run(['plan', '--batch', '-'], {
      readLines: async function* () {
        for (; read < 100; read += 1) yield [`[${'{"age":"18-64"},'.repeat(1000)}`]
      },
    })
    expect([code, read]).toEqual([2, 0])
  })

  it('batch output is named in its line', async () => {
    const { plans: briefs } = await batch('people.ndjson', jsonl([answers]))
    const { code, plans } = await batch('plans.ndjson', jsonl(briefs))
    expect([code, plans[0].error]).toEqual([1, 'this is a brief plan, a line of `plan --batch`, not answers'])
  })
})

describe('an id beside the answers', () => {
  it.each([
    ['JSON lines', 'a.ndjson', '{"id":"p-7","age":"18-64"}\n{"id":8,"age":"x"}\n', ['p-7', 8]],
    ['a record', 'b.ndjson', '{"id":"p-7","answers":{"age":"18-64"}}\n', ['p-7']],
    ['CSV', 'c.csv', 'ID,age\np-7,18-64\n8,x\n', ['p-7', '8']],
    ['FHIR', 'd.ndjson', '{"resourceType":"QuestionnaireResponse","id":"p-7"}\n', ['p-7']],
  ])('of %s is carried to the output, to an error too', async (_, name, text, expected) => {
    for (const flags of [[], ['--full']]) {
      const { plans } = await batch(name, text, ...flags)
      expect(plans.map(({ id }) => id)).toEqual(expected)
    }
  })

  it.each(['12345678901234567890', 'true', 'null', '["a"]', '1.5'])(
    'that cannot be copied exactly is an error: %s',
    async (id) => {
      const { plans } = await batch('id.ndjson', `{"id":${id},"age":"18-64"}\n`)
      expect(plans[0].error).toContain('write it as text')
    },
  )
})

describe('a bad line', () => {
  it.each([
    ['longer than any answers', JSON.stringify({ age: 'x'.repeat(3_000_000) }), 'the line is too long'],
    [
      'with a list of 125,000 values',
      JSON.stringify({ tried: Array(125_000).fill('x') }),
      'tried has 125000 answers',
    ],
    ['nested 10,000 deep', '['.repeat(10_000), 'the line is too much'],
    ['that is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1'), 'not UTF-8'],
  ])('%s costs itself and no other', async (_, bad, why) => {
    const good = '{"age":"18-64"}'
    const file = join(folder, 'bad.ndjson')
    writeFileSync(file, [good, bad, good, ''].join('\n'), bad.includes('ÿ') ? 'latin1' : 'utf8')
    const { code, out } = await run(['plan', '--batch', file], { readLines })
    const plans = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(1)
    expect(plans.map(({ schema }) => schema)).toEqual([
      'nextline/brief@1',
      'nextline/error@1',
      'nextline/brief@1',
    ])
    expect(plans[1].error).toContain(why)
    expect(plans[2].options).toEqual(plans[0].options)
  })
})
