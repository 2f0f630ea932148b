import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import { planBundle } from '../../src/fhir/plan-bundle.ts'
import { facetJoint } from '../support/compiled-guides.ts'

/** The recipes of the README for scripts, as they stand there. */
const [, recipes = ''] = /In a script:\n\n```sh\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []

const folder = mkdtempSync(join(tmpdir(), 'nextline-recipes-'))
const people = [
  { 'warning-signs': ['none'], age: '65-or-over', 'kidney-disease': 'yes' },
  { 'warning-signs': ['fever'], age: '18-64' },
]

/** A QuestionnaireResponse as a record system would send it: what a plan that nextline exported holds. */
function responseOf(answers: (typeof people)[number]): unknown {
  const bundle = planBundle(plan(facetJoint(), answers), 'patient', () => 'a'.repeat(64)) as unknown as {
    readonly entry: readonly { readonly resource: { readonly resourceType: string } }[]
  }
  return bundle.entry.find(({ resource }) => resource.resourceType === 'QuestionnaireResponse')?.resource
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const runRecipes = () =>
  execFileSync('bash', ['-euo', 'pipefail', '-c', `number=0\n${recipes}`], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
    stdio: ['ignore', 'pipe', 'ignore'],
  })

describe('the recipes of the README for scripts', () => {
  beforeAll(() => {
    const program = join(process.cwd(), 'bin/nextline.js')
    writeFileSync(join(folder, 'nextline'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
    chmodSync(join(folder, 'nextline'), 0o755)
    copyFileSync('data/examples/older-anticoagulant.yaml', join(folder, 'answers.yaml'))
    writeFileSync(
      join(folder, 'responses.ndjson'),
      people.map((answers) => `${JSON.stringify(responseOf(answers))}\n`).join(''),
    )
    runRecipes()
  })

  it('write the guide as a docs folder', () => {
    const pages = readdirSync(join(folder, 'docs'))
    expect(pages).toEqual(expect.arrayContaining(['index.md', 'sources.md', 'medications.md']))
  })

  it('make a page for the visit from a file of answers, and one for each person of a register', () => {
    for (const name of ['visit.html', 'visit-1.html'])
      expect(read(name)).toContain('My page for the visit</h1>')
    expect(read('visit-2.html')).toContain('Get medical care first</h1>')
  })

  it('give a plan for each QuestionnaireResponse', () => {
    const plans = read('plans.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(plans.map(({ schema, outcome }) => [schema, outcome])).toEqual([
      ['nextline/brief@1', 'options'],
      ['nextline/brief@1', 'urgent'],
    ])
    const tablets = plans[0].options.find(({ id }: { id: string }) => id === 'nsaids')
    expect(tablets.status).toBe('avoid')
  })

  it('run again, and write only the pages that changed', () => {
    const docs = join(folder, 'docs')
    const dates = () =>
      Object.fromEntries(readdirSync(docs).map((name) => [name, statSync(join(docs, name)).mtimeMs]))
    const before = dates()
    rmSync(join(docs, 'faq.md'))
    runRecipes()
    const after = dates()
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['faq.md'])
  })
})
