import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionnaire } from '../../src/fhir/questionnaire.ts'
import { chromiumPath, launchChromium } from '../support/browser.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

/** LHC-Forms of the US National Library of Medicine, where .ci/lforms puts it. */
const LFORMS = 'node_modules/.cache/lforms'
const canRun = chromiumPath !== undefined && existsSync(LFORMS)
// Where it is the point to find out, its absence is a failure; on a person's own machine it is not.
const mayBeSkipped = process.env['CI'] !== 'true'

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Form</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/webcomponent/styles.css"></head><body><main id="form"></main>
<script src="/webcomponent/assets/lib/zone.min.js"></script><script src="/webcomponent/lhc-forms.js"></script>
<script src="/fhir/R4/lformsFHIR.min.js"></script></body></html>`
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '': 'text/html',
}

type LForms = {
  readonly Util: {
    addFormToPage(form: object, id: string, options: object): Promise<void>
    getFormFHIRData(type: string, version: string): object
  }
}

describe.skipIf(!canRun && mayBeSkipped)('the exported Questionnaire in LHC-Forms, in Chromium', () => {
  const guide = facetJoint()
  const problems: string[] = []
  let server: Server
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const file = join(LFORMS, url)
      response.setHeader('content-type', TYPES[extname(url)] ?? 'application/octet-stream')
      response.end(url === '/' ? PAGE : existsSync(file) ? readFileSync(file) : '')
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    browser = await launchChromium()
    page = await browser.newPage()
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('request', (request) => {
      if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(home))
        problems.push(request.url())
    })
    await page.goto(home)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const item = (id: string): Locator => page.locator(`[id="item-${id}/1"]`)
  const choose = (question: string, answer: string) => {
    const { answers = [] } = guide.questions.find(({ id }) => id === question) ?? {}
    const label = answers.find(({ id }) => id === answer)?.label ?? 'Not sure'
    return item(question).getByText(label, { exact: true }).click()
  }

  async function openForm(): Promise<void> {
    await page.evaluate(
      async (form) => {
        const { LForms } = globalThis as unknown as { readonly LForms: LForms }
        await LForms.Util.addFormToPage(form, 'form', { fhirVersion: 'R4' })
      },
      questionnaire(guide, 'patient'),
    )
    await item('age').waitFor()
  }

  const response = () =>
    page.evaluate(() => {
      const { LForms } = globalThis as unknown as { readonly LForms: LForms }
      return LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')
    })

  it('asks every question of the guide that applies', async () => {
    await openForm()
    for (const { id } of guide.questions) expect(await item(id).isVisible(), id).toBe(true)
  }, 120_000)

  it('gives, filled in, the plan that the same answers give with --set', async () => {
    await openForm()
    await choose('warning-signs', 'none')
    await choose('age', '65-or-over')
    await choose('tried', 'paracetamol')
    await choose('tried', 'radiofrequency-denervation')
    await choose('denervation-relief', 'wore-off')
    await choose('kidney-disease', 'yes')
    await choose('blood-thinners', 'unsure')
    expect(await item('pregnancy').count()).toBe(0)

    const filled = await run(['plan', '--json', '--answers', '-'], {
      stdin: JSON.stringify(await response()),
    })
    const set = [
      'warning-signs=none',
      'age=65-or-over',
      'tried=paracetamol,radiofrequency-denervation',
      'denervation-relief=wore-off',
      'kidney-disease=yes',
      'blood-thinners=unsure',
    ].flatMap((answer) => ['--set', answer])
    expect(filled).toEqual(await run(['plan', '--json', ...set]))
  }, 120_000)

  it('says what to do as soon as a warning sign is ticked', async () => {
    await openForm()
    const fever = guide.warningSigns.find(({ id }) => id === 'fever')
    expect(await item('text.sign.fever').count()).toBe(0)
    await choose('warning-signs', 'fever')
    await item('text.sign.fever').waitFor()
    expect(await item('text.sign.fever').textContent()).toContain(fever?.action)
    const { out } = await run(['plan', '--json', '--answers', '-'], {
      stdin: JSON.stringify(await response()),
    })
    expect(JSON.parse(out).urgent).toMatchObject([{ sign: 'fever' }])
  }, 120_000)

  it('lets "none" stand beside a sign, which is then refused in words', async () => {
    await openForm()
    await choose('warning-signs', 'fever')
    await choose('warning-signs', 'none')
    const { code, err } = await run(['plan', '--answers', '-'], { stdin: JSON.stringify(await response()) })
    expect(code).toBe(2)
    expect(err).toContain('warning-signs: "none" stands alone, without fever')
  }, 120_000)

  it('works without an error, and asks nothing of another machine', () => {
    expect(problems).toEqual([])
  })
})
