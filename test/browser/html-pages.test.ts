import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plan } from '../../src/core/engine/plan.ts'
import { sheetLines } from '../../src/view/pages/sheet-length.ts'
import { takeHomePage } from '../../src/view/pages/take-home-page.ts'
import { anyAnswers } from '../support/answers.ts'
import { chromiumPath, launchChromium } from '../support/browser.ts'
import { facetJoint } from '../support/compiled-guides.ts'
import { run } from '../support/run.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'nextline-html-'))
const WELL = ['--set', 'warning-signs=none', '--set', 'age=72']
const MUCH = [
  ...WELL,
  '--set',
  'kidney-disease=yes',
  '--set',
  'injection-relief=none',
  '--set',
  'daily-impact=severe',
]
/** Each kind of page once. */
const KINDS = {
  'index.html': 'the first page of the guide',
  'denervation.html': 'a topic with its options, drawings and tables',
  'side-by-side.html': 'the options side by side',
  'faq.html': 'the questions people ask',
  'sources.html': 'the sources',
  'nsaids.html': 'an option on its own',
  'visit.html': 'the page for a visit',
  'urgent.html': 'the page for a visit with a warning sign',
  'whole.html': 'the whole plan',
} as const
const NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[]
const address = (name: string) => pathToFileURL(join(folder, name)).href

describe.skipIf(chromiumPath === undefined)('pages of HTML in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    const out = (name: string) => ['--format', 'html', '--out', join(folder, name)]
    await run(['export', ...out('')])
    await run(['export', 'nsaids', ...out('nsaids.html')])
    await run(['export', ...MUCH, ...out('visit.html')])
    await run(['export', '--set', 'warning-signs=fever', ...out('urgent.html')])
    await run(['export', ...MUCH, '--full', ...out('whole.html')])
    browser = await launchChromium()
  })
  afterAll(async () => browser?.close())

  /** Opens a page, and closes it after the work. Gives what the browser said and asked for. */
  async function open(
    name: string,
    settings: { readonly width: number; readonly colorScheme?: 'light' | 'dark' },
    work: (page: Page) => Promise<void>,
  ): Promise<readonly string[]> {
    const { width, colorScheme = 'light' } = settings
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    page.on('request', (request) => {
      if (request.url() !== address(name)) said.push(`asked for ${request.url()}`)
    })
    await page.goto(address(name))
    await work(page)
    await page.close()
    return said
  }

  const sideways = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

  /** Of a long page the first 300 blocks: the rest is more of the same. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(
      `[...document.querySelectorAll('main > *')].slice(300).forEach((own) => own.remove())`,
    )
    await page.evaluate(AXE)
    const found = (await page.evaluate('axe.run()')) as AxeResults
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    )
  }

  describe.each(NAMES)('%s', (name) => {
    it('says nothing to the console, asks for nothing, and needs no scrolling sideways on a phone', async () => {
      const said = await open(name, { width: 320 }, async (page) => {
        expect(await sideways(page)).toBe(0)
        expect(await violations(page)).toEqual([])
      })
      expect(said).toEqual([])
    })

    it('is as good on a wide screen in the dark', async () => {
      const said = await open(name, { width: 1280, colorScheme: 'dark' }, async (page) => {
        expect(await sideways(page)).toBe(0)
        expect(await violations(page)).toEqual([])
        expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).not.toBe(
          'rgb(255, 255, 255)',
        )
      })
      expect(said).toEqual([])
    })

    it('leaves no page of paper half empty: what may not be cut is short', async () => {
      await open(name, { width: 695 }, async (page) => {
        await page.emulateMedia({ media: 'print' })
        const tallest = await page.evaluate(`Math.max(0, ...[...document.querySelectorAll('main *')]
          .filter((own) => getComputedStyle(own).breakInside === 'avoid')
          .map((own) => own.getBoundingClientRect().height))`)
        expect(tallest).toBeLessThan(A4_HEIGHT / 3)
      })
    })
  })

  it('a script or an image that got into a page would not run or load', async () => {
    const said = await open('faq.html', { width: 800 }, async (page) => {
      await page.evaluate(`{
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        const image = document.createElement('img')
        image.src = 'https://example.org/seen.png'
        document.body.append(script, image)
      }`)
      expect(await page.evaluate('window.ran')).toBeUndefined()
      expect(await page.evaluate('document.images[0].naturalWidth')).toBe(0)
    })
    expect(said.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2)
  })

  it('the keyboard reaches the text, and every link, with a ring around what it is on', async () => {
    await open('index.html', { width: 800 }, async (page) => {
      const links = (await page.evaluate('document.links.length')) as number
      const reached = new Set<string>()
      for (let press = 0; press < links; press += 1) {
        await page.keyboard.press('Tab')
        const on = (await page.evaluate(`[
          [...document.links].indexOf(document.activeElement),
          getComputedStyle(document.activeElement).outlineStyle,
        ].join(' ')`)) as string
        reached.add(on)
        if (press === 0)
          expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to the text')
      }
      expect(reached).toEqual(new Set(Array.from({ length: links }, (_, at) => `${at} solid`)))
    })
  })

  it('a drawing of a hundred people says its numbers in words, and whether they are good', async () => {
    await open('denervation.html', { width: 800 }, async (page) => {
      const words = (await page.evaluate(
        `[...document.querySelectorAll('svg.people')].map((own) => own.getAttribute('aria-label') + ' | ' + own.closest('figure').querySelector('figcaption').textContent)`,
      )) as string[]
      expect(words.length).toBeGreaterThan(0)
      for (const text of words)
        expect(text).toMatch(
          /: [\d.]+ of 100 .+, [\d.]+ of 100 .+ \| .*\((wanted: more|unwanted: fewer) is better\)/,
        )
    })
  })

  it('the page for a visit takes at most two sheets of A4 or Letter, whatever the answers', async () => {
    const guide = facetJoint()
    const sheets = fc
      .sample(anyAnswers(guide), { numRuns: 150, seed: 1 })
      .map((answers) =>
        takeHomePage(plan(guide, { ...answers, age: '65-or-over', 'warning-signs': ['none'] }), 'patient'),
      )
      .sort((a, b) => sheetLines(b) - sheetLines(a))
    const { toHtml } = await import('../../src/view/render/html/to-html.tsx')
    const page = { language: 'en', linkTo: () => undefined, hash: () => '' }
    const longest = sheets.slice(0, 5).map((sheet, at) => {
      // Without the policy, whose hash is left out here.
      const html = toHtml(sheet, page).replace(/<meta http-equiv[^>]*>/, '')
      writeFileSync(join(folder, `sheet-${at}.html`), html)
      return `sheet-${at}.html`
    })
    for (const name of ['visit.html', ...longest]) {
      await open(name, { width: 800 }, async (page) => {
        for (const format of ['A4', 'Letter']) {
          expect(pageCount(await page.pdf({ format })), `${name} on ${format}`).toBe(2)
        }
      })
    }
  })
})

/** In pixels of the screen, less the margins. */
const A4_HEIGHT = 1024

/** How many pages a PDF of Chromium has. */
function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
