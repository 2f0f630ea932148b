import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

type Item = {
  readonly linkId: string
  readonly text: string
  readonly type: string
  readonly repeats?: boolean
  readonly enableWhen?: readonly object[]
  readonly enableBehavior?: string
  readonly answerOption?: readonly {
    readonly extension?: readonly { readonly url: string }[]
    readonly valueCoding: { readonly code: string; readonly system: string; readonly display: string }
  }[]
}
type Action = {
  readonly id: string
  readonly documentation?: readonly { readonly label: string }[]
  readonly action?: readonly Action[]
}
type Resource = {
  readonly resourceType: string
  readonly url: string
  readonly item: readonly Item[]
  readonly action: readonly Action[]
  readonly relatedArtifact: readonly { readonly type: string; readonly label?: string }[]
  readonly concept: readonly { readonly code: string }[]
}
type Bundle = { readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[] }

const guide = facetJoint()

async function exported(...words: readonly string[]) {
  const { code, out } = await run(['export', '--format', 'fhir', ...words])
  expect(code).toBe(0)
  const { entry } = JSON.parse(out) as Bundle
  const one = (type: string) =>
    entry.find(({ resource }) => resource.resourceType === type)?.resource as Resource
  const item = (id: string) => one('Questionnaire').item.find(({ linkId }) => linkId === id) as Item
  return { text: out, entry, one, item }
}

function within(actions: readonly Action[]): readonly Action[] {
  return actions.flatMap((action) => [action, ...within(action.action ?? [])])
}

describe('the guide as a FHIR Bundle', () => {
  it('asks every question, with its answers and "Not sure" as HL7 codes it', async () => {
    const { item } = await exported()
    for (const question of guide.questions) {
      const { answerOption = [], type, repeats } = item(question.id)
      expect({ type, repeats }).toEqual({ type: 'choice', repeats: question.type === 'many' })
      const codes = answerOption.map(({ valueCoding }) => valueCoding.code)
      expect(codes).toEqual([...question.answers.map(({ id }) => id), 'asked-unknown'])
      expect(answerOption.at(-1)?.valueCoding).toEqual({
        system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
        code: 'asked-unknown',
        display: 'Not sure',
      })
    }
  })

  it('says of "none" in a question of several answers that it stands alone', async () => {
    const { item } = await exported()
    const alone = (item('warning-signs').answerOption ?? []).filter(
      ({ extension }) => extension !== undefined,
    )
    expect(alone.map(({ valueCoding }) => valueCoding.code)).toEqual(['none'])
  })

  it('asks about relief from nerve heating while it can still have been tried', async () => {
    const { item } = await exported()
    const { enableWhen, enableBehavior } = item('denervation-relief')
    expect(enableBehavior).toBe('any')
    expect(enableWhen).toEqual([
      {
        question: 'tried',
        operator: '=',
        answerCoding: {
          system: 'https://nextline.example/fhir/CodeSystem/facet-joint.answers.tried',
          code: 'radiofrequency-denervation',
        },
      },
      { question: 'tried', operator: 'exists', answerBoolean: false },
      {
        question: 'tried',
        operator: '=',
        answerCoding: {
          system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
          code: 'asked-unknown',
        },
      },
    ])
  })

  it('does not ask about pregnancy from 65, and asks while the age is open', async () => {
    const { item } = await exported()
    expect(item('pregnancy').enableWhen).toMatchObject([{ question: 'age', operator: '!=' }])
  })

  it('shows what to do about a warning sign as soon as it is ticked', async () => {
    const { item } = await exported()
    for (const sign of guide.warningSigns) {
      expect(item(`text.sign.${sign.id}`)).toMatchObject({
        type: 'display',
        text: `${sign.sign}: ${sign.action}`,
        enableWhen: [{ question: 'warning-signs', operator: '=', answerCoding: { code: sign.id } }],
      })
    }
  })

  it('has an action for each option, rule and indication, with the sources of each', async () => {
    const { one } = await exported()
    const plan = one('PlanDefinition')
    const actions = new Map(within(plan.action).map((action) => [action.id, action]))
    const labels = (id: string) => (actions.get(id)?.documentation ?? []).map(({ label }) => label).sort()
    for (const option of guide.options) {
      expect(actions.has(option.id), option.id).toBe(true)
      for (const rule of option.rules) {
        expect(labels(`${option.id}.rule.${rule.id}`)).toEqual([...rule.sources].sort())
      }
      for (const indication of option.indications ?? []) {
        expect(labels(`${option.id}.indication.${indication.id}`)).toEqual([...indication.sources].sort())
      }
    }
  })

  it('lists every source that an action cites', async () => {
    const plan = (await exported()).one('PlanDefinition')
    const listed = new Set(plan.relatedArtifact.map(({ label }) => label))
    const cited = within(plan.action).flatMap(({ documentation = [] }) => documentation)
    expect(cited.filter(({ label }) => !listed.has(label))).toEqual([])
  })

  it('defines every code of ours that it uses', async () => {
    const { entry, text } = await exported()
    const defined = new Set(
      entry.flatMap(({ resource }) => (resource.concept ?? []).map(({ code }) => `${resource.url}|${code}`)),
    )
    const used = [...text.matchAll(/"system": "(https:\/\/nextline[^"]*)",\s*"code": "([^"]*)"/g)]
    expect(used.length).toBeGreaterThan(300)
    expect(used.map(([, system, code]) => `${system}|${code}`).filter((code) => !defined.has(code))).toEqual(
      [],
    )
  })

  it('gives each resource an address of its own', async () => {
    const { entry } = await exported()
    const addresses = entry.map(({ fullUrl }) => fullUrl)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('is the same each time', async () => {
    expect((await exported()).text).toBe((await exported()).text)
  })

  it('holds only the options named', async () => {
    const plan = (await exported('nsaids', 'lifestyle')).one('PlanDefinition')
    const ids = new Set(within(plan.action).map(({ id }) => id))
    const inside = guide.options.filter(({ id }) => ids.has(id)).map(({ id }) => id)
    expect(inside).toEqual(['nsaids', 'weight-loss', 'stop-smoking', 'activity-changes', 'heat'])
  })

  it('asks in clinical words with --for clinician', async () => {
    const question = guide.questions.find(({ id }) => id === 'age')
    expect((await exported()).item('age').text).toBe(question?.text)
    expect((await exported('--for', 'clinician')).item('age').text).toBe(question?.clinical)
  })

  it('is a whole Bundle in a file too, and one that was changed is not overwritten', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nextline-fhir-')), 'guide.json')
    const write = () => run(['export', '--format', 'fhir', '--out', file])
    expect((await write()).code).toBe(0)
    const bundle = JSON.parse(readFileSync(file, 'utf8'))
    expect(Object.keys(bundle)).toEqual(['resourceType', 'type', 'entry', 'identifier'])
    expect(bundle.identifier.value).toMatch(/^[0-9a-f]{64}$/)
    expect((await write()).code).toBe(0)
    writeFileSync(file, readFileSync(file, 'utf8').replace('NSAIDs', 'tablets'))
    expect((await write()).code).toBe(2)
  })
})
