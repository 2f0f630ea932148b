import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { explain } from '../../src/core/engine/explain.ts'
import { plan } from '../../src/core/engine/plan.ts'
import { explainJson } from '../../src/view/json/explain-json.ts'
import { planJson } from '../../src/view/json/plan-json.ts'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const ENDING = '.schema.json'
const documents = readdirSync('schema').filter((file) => file.endsWith(ENDING))

/** The same schema, and no field beside those that it names: what is printed must be what is described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const own = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in own && own.type === 'object' ? { additionalProperties: false, ...own } : own
}

const ajv = new Ajv2020({ allErrors: true })
for (const file of documents) {
  ajv.addSchema(closed(JSON.parse(readFileSync(join('schema', file), 'utf8'))) as object, file)
}
const seen = new Set<string>()

/** What is wrong with a document, in words; nothing when it is as its schema says. */
function faults(document: { readonly schema: string }): readonly string[] {
  const name = document.schema.replace(/^nextline\/(.*)@1$/, '$1')
  seen.add(name)
  const validate = ajv.getSchema(`${name}${ENDING}`)
  if (validate === undefined) return [`no schema for ${document.schema}`]
  if (validate(document) === true) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${name}${instancePath}: ${message} ${JSON.stringify(params)}`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'nextline-schema-'))
const inFolder = (name: string, text = '') => {
  const path = join(folder, name)
  if (text !== '') writeFileSync(path, text)
  return path
}
const ADULT = ['--set', 'warning-signs=none', '--set', 'age=72', '--set', 'kidney-disease=yes']

describe('every JSON document is as its schema says', () => {
  it.each([
    [[]],
    [['topics']],
    [['nsaids']],
    [['show', 'nsaids', '--for', 'patient']],
    [['show', 'medications']],
    [['nerve-block', '--full']],
    [['pregnancy']],
    [['apixaban']],
    [['warning-signs']],
    [['questions']],
    [['questions', 'age']],
    [['risks']],
    [['risks', 'surgery']],
    [['faq']],
    [['tips']],
    [['compare', 'nsaids', 'paracetamol']],
    [['search', 'can', 'I', 'drive', 'after']],
    [['search', 'zzzzqqq']],
    [['sources']],
    [['plan', ...ADULT]],
    [['plan', '--set', 'warning-signs=fever']],
    [['plan', '--set', 'age=under-18', '--set', 'warning-signs=none']],
    [['explain', 'nsaids', ...ADULT]],
    [['explain', 'nsaids', '--set', 'warning-signs=fever']],
    [['check', 'data/facet-joint', '--reading']],
    [['check', 'data/facet-joint', '--standard', 'ipdas']],
    [['check', 'data/facet-joint']],
  ])('nextline %j --json', async (argv) => {
    const { out } = await run([...argv, '--json'])
    expect(faults(JSON.parse(out))).toEqual([])
  })

  it.each([
    ['the guide', ['export']],
    ['a topic', ['export', 'medications']],
    ['an option', ['export', 'nsaids']],
    ['a plan', ['export', ...ADULT]],
  ])('an exported file: %s', async (_, argv) => {
    const path = inFolder('exported.json')
    await run([...argv, '--format', 'json', '--out', path, '--force'])
    const document = JSON.parse(readFileSync(path, 'utf8'))
    expect(document.signature).toMatch(/^[0-9a-f]{64}$/)
    expect(faults(document)).toEqual([])
  })

  it('a record, and what became of it', async () => {
    const path = inFolder('record.json')
    await run(['plan', ...ADULT, '--save', path])
    const record = JSON.parse(readFileSync(path, 'utf8'))
    expect(faults(record)).toEqual([])
    const { out } = await run(['replay', path, '--json'])
    expect(faults(JSON.parse(out))).toEqual([])
    const other = { ...record, answers: { ...record.answers, gone: 'yes' }, program: '0.0.1' }
    const changed = await run(['replay', inFolder('other.json', JSON.stringify(other)), '--json'])
    expect(faults(JSON.parse(changed.out))).toEqual([])
  })

  it('what differs between two guides', async () => {
    const path = inFolder('guide.json')
    await run(['export', '--format', 'json', '--out', path])
    const { guide } = JSON.parse(readFileSync(path, 'utf8'))
    const [rule, ...rules] = guide.options[0].rules
    const options = [
      { ...guide.options[0], rules: [{ ...rule, status: 'avoid' }, ...rules] },
      ...guide.options.slice(1),
    ]
    const changed = { schema: 'nextline/guide@1', guide: { ...guide, options, title: 'Another title' } }
    const { out } = await run([
      'diff',
      'facet-joint',
      inFolder('changed.json', JSON.stringify(changed)),
      '--json',
    ])
    expect(faults(JSON.parse(out))).toEqual([])
  })

  it('what a check finds in a guide with faults', async () => {
    const out = inFolder('broken')
    cpSync('data/facet-joint', out, { recursive: true })
    const path = join(out, 'guide.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^reviewed:.*$/m, 'reviewed: never'))
    const checked = await run(['check', out, '--json'])
    expect(faults(JSON.parse(checked.out))).toEqual([])
  })

  it('the settings', async () => {
    const configFile = join(inFolder('config'), 'config.yaml')
    mkdirSync(dirname(configFile), { recursive: true })
    writeFileSync(configFile, 'width: 100\nfor: patient\n')
    for (const own of [{ configFile }, {}]) {
      const { out } = await run(['config', '--json'], own)
      expect(faults(JSON.parse(out))).toEqual([])
    }
  })

  it('the files of a new guide', async () => {
    const { out } = await run(['new', inFolder('new'), '--json'])
    expect(faults(JSON.parse(out))).toEqual([])
  })

  it('each that the source names has a schema', () => {
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n')
    const named = [...code.matchAll(/'nextline\/([a-z-]+)@1'|envelope\(guide, '([a-z-]+)'/g)]
    const names = new Set(named.map(([, whole, enveloped]) => whole ?? enveloped ?? ''))
    expect(names.size).toBeGreaterThan(20)
    expect([...names].filter((name) => !documents.includes(`${name}${ENDING}`))).toEqual([])
  })

  it('lines of a batch: brief, whole and bad', async () => {
    const stdin =
      '{"id":"a-1","age":"65-or-over","warning-signs":["none"]}\n{"age":"old"}\n{"warning-signs":["fever"]}\n'
    for (const flags of [[], ['--full']]) {
      const { out } = await run(['plan', '--batch', ...flags], { stdin })
      for (const line of out.trim().split('\n')) {
        expect(faults(JSON.parse(line)), line.slice(0, 200)).toEqual([])
      }
    }
  })

  it('counts over a register, also split by questions', async () => {
    const stdin =
      '{"age":"65-or-over","warning-signs":["none"]}\n{"age":"old"}\n{"warning-signs":["fever"]}\n'
    for (const split of [[], ['--by', 'age,kidney-disease']]) {
      const { out } = await run(['plan', '--batch', '--summary', '--json', ...split], { stdin })
      expect(faults(JSON.parse(out))).toEqual([])
    }
  })

  it('what another guide changes for a register', async () => {
    const other = inFolder('other')
    cpSync('data/facet-joint', other, { recursive: true })
    const path = join(other, 'options/nsaids.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('status: avoid', 'status: not-now'))
    const stdin = '{"age":"65-or-over","warning-signs":["none"],"kidney-disease":"yes"}\n{"age":"old"}\n'
    const { out } = await run(['diff', 'facet-joint', other, '--people', '-', '--json'], { stdin })
    expect(JSON.parse(out).options.nsaids.statuses).toEqual([{ from: 'avoid', to: 'not-now', people: 1 }])
    expect(faults(JSON.parse(out))).toEqual([])
  })

  it('plans and explanations of any answers', () => {
    const guide = facetJoint()
    fc.assert(
      fc.property(anyAnswers(guide), fc.constantFrom(...guide.options), (answers, { id }) => {
        expect(faults(planJson(plan(guide, answers)) as { schema: string })).toEqual([])
        expect(faults(explainJson(explain(guide, id, answers)) as { schema: string })).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('the schemas refuse what they do not describe', () => {
    const good = planJson(plan(facetJoint(), {})) as { schema: string; options: readonly object[] }
    expect(faults({ ...good, options: [{ ...good.options[0], status: 'fine' }] } as never)).not.toEqual([])
    expect(faults({ ...good, extra: 1 } as never)).not.toEqual([])
    const { notice: _, ...without } = good as never as { notice: string; schema: string }
    expect(faults(without)).not.toEqual([])
  })

  afterAll(() => {
    const described = documents
      .map((file) => file.slice(0, -ENDING.length))
      .filter((name) => name !== 'common')
    expect(described.filter((name) => !seen.has(name))).toEqual([])
  })
})
