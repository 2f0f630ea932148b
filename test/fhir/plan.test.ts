import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import type { Answers } from '../../src/core/model.ts'
import { planBundle } from '../../src/fhir/plan-bundle.ts'
import { anyAnswers } from '../support/answers.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

type Detail = {
  readonly code: { readonly coding: readonly { readonly code: string }[] }
  readonly status: string
  readonly statusReason?: { readonly coding: readonly { readonly code: string }[] }
  readonly doNotPerform: boolean
  readonly description: string
  readonly reasonCode?: readonly { readonly text: string }[]
}
type Resource = {
  readonly resourceType: string
  readonly status: string
  readonly activity?: readonly { readonly detail: Detail }[]
  readonly note: readonly { readonly text: string }[]
  readonly dataRequirement?: readonly object[]
}
type Bundle = { readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[] }

const guide = facetJoint()
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function exported(answers: Answers) {
  const bundle = planBundle(plan(guide, answers), 'patient', hash) as unknown as Bundle
  const one = (type: string) =>
    bundle.entry.find(({ resource }) => resource.resourceType === type)?.resource as Resource
  const details = (one('CarePlan').activity ?? []).map(({ detail }) => detail)
  const detail = (id: string) => details.find(({ code }) => code.coding[0]?.code === id) as Detail
  return { bundle, guidance: one('GuidanceResponse'), list: one('CarePlan'), details, detail }
}

/** Every question answered: nothing is open. */
const everything: Answers = Object.fromEntries(
  guide.questions.map(({ id, type, answers }) => {
    const first = answers.find(({ id }) => id === 'none' || id === 'no') ?? answers.at(-1)
    return [id, type === 'many' ? [first?.id ?? ''] : (first?.id ?? '')]
  }),
)

describe('a plan as a FHIR Bundle', () => {
  it('has the options of the plan, in its order, with their statuses', () => {
    fc.assert(
      fc.property(anyAnswers(guide), (answers) => {
        const { options, urgent } = plan(guide, answers)
        const { details } = exported(answers)
        expect(details.map(({ code }) => code.coding[0]?.code)).toEqual([
          ...urgent.map(({ sign }) => sign.id),
          ...options.map(({ option }) => option.id),
        ])
        expect(details.flatMap(({ statusReason }) => statusReason?.coding[0]?.code ?? [])).toEqual(
          options.map(({ status }) => status),
        )
      }),
    )
  })

  it('marks what the answers speak against as not to be done, with the reason and the answer', () => {
    const { detail } = exported({ ...everything, 'kidney-disease': 'yes' })
    const { doNotPerform, reasonCode = [] } = detail('nsaids')
    expect(doNotPerform).toBe(true)
    expect(reasonCode[0]?.text).toMatch(/^kidney disease: Yes\. /)
    expect(detail('heat').doNotPerform).toBe(false)
  })

  it('cancels what does not apply: stopping smoking, for a person who does not smoke', () => {
    const { detail } = exported({ ...everything, smoking: 'no' })
    expect(detail('stop-smoking').status).toBe('cancelled')
  })

  it('asks for data while questions are open, and not when all are answered', () => {
    const open = exported({ 'warning-signs': ['none'], age: '18-64' }).guidance
    expect(open.status).toBe('data-requested')
    expect(JSON.stringify(open.dataRequirement)).toContain('"code":"kidney-disease"')
    const settled = exported(everything).guidance
    expect(settled.status).toBe('success')
    expect(settled).not.toHaveProperty('dataRequirement')
  })

  it('with a warning sign says what to do, and has no option', () => {
    const { details, guidance } = exported({ 'warning-signs': ['fever'] })
    const [sign] = guide.warningSigns.filter(({ id }) => id === 'fever')
    expect(details.map(({ description }) => description)).toEqual([sign?.action])
    expect(guidance.note[0]?.text).toContain('medical care comes first')
  })

  it('out of scope says why, and has no option', () => {
    const { details, list } = exported({ 'warning-signs': ['none'], age: 'under-18' })
    expect(details).toEqual([])
    expect(list.note.map(({ text }) => text)).toContain(guide.outOfScope[0]?.because)
  })

  it('says first what has to be said above all options', () => {
    const { list } = exported({ ...everything, 'infection-or-immune': 'active-infection' })
    expect(list.note[0]?.text).toBe(guide.alerts?.[0]?.text)
  })

  it('carries the notice', () => {
    const { guidance, list } = exported({})
    for (const { note } of [guidance, list]) expect(note.map(({ text }) => text)).toContain(guide.notice)
  })

  it('points only to what is in it', () => {
    const { bundle } = exported(everything)
    const addresses = bundle.entry.map(({ fullUrl }) => fullUrl)
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]*)"/g)].map(([, to]) => to)
    expect(references).toHaveLength(2)
    expect(references.filter((to) => !addresses.includes(to ?? ''))).toEqual([])
  })

  it('has addresses that are UUIDs, the same for the same answers and others for others', () => {
    const addresses = (answers: Answers) => exported(answers).bundle.entry.map(({ fullUrl }) => fullUrl)
    for (const address of addresses(everything)) {
      expect(address).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
    }
    expect(addresses(everything)).toEqual(addresses(everything))
    expect(new Set([...addresses(everything), ...addresses({})]).size).toBe(6)
  })

  it('says neither who nor when: the same bytes on another day', async () => {
    const words = ['export', '--format', 'fhir', '--set', 'age=72']
    const first = await run(words, { today: () => '2026-11-22' })
    const later = await run(words, { today: () => '2026-12-24' })
    expect(first.out).toBe(later.out)
    expect(first.out).not.toMatch(/"(authored|timestamp|created|occurrenceDateTime)"/)
  })
})
