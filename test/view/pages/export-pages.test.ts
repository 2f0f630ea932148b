import { lint } from 'markdownlint/sync'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/core/engine/plan.ts'
import type { Guide } from '../../../src/core/model.ts'
import { guidePages, pageLinks } from '../../../src/view/pages/export-pages.ts'
import { planPage } from '../../../src/view/pages/plan-page.ts'
import { toMarkdown } from '../../../src/view/render/to-markdown.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'

function render(guide: Guide): Readonly<Record<string, string>> {
  const pages = guidePages(guide, 'clinician')
  const links = pageLinks(pages)
  return Object.fromEntries(pages.map(({ path, document }) => [path, toMarkdown(document, links(path))]))
}

const faults = (strings: Readonly<Record<string, string>>) =>
  Object.entries(lint({ strings, config: { default: true, MD013: false } })).flatMap(([path, found]) =>
    found.map(
      (fault) => `${path}:${fault.lineNumber} ${fault.ruleNames.join('/')} ${fault.errorContext ?? ''}`,
    ),
  )

/** Anchors that GitHub makes of a page's headings. */
function anchors(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
    text
      .replace(/\\(.)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-'),
  )
}

const pages = render(fixtureGuide)

describe('the guide as Markdown pages', () => {
  it('are an index, a page for each topic, all options side by side, the questions and the sources', () => {
    expect(Object.keys(pages)).toEqual([
      'index.md',
      'medications.md',
      'reassessment.md',
      'side-by-side.md',
      'faq.md',
      'sources.md',
    ])
  })

  it('pass markdownlint, but for the length of their lines', () => {
    expect(faults(pages)).toEqual([])
  })

  it('end with the notice, each of them', () => {
    for (const text of Object.values(pages))
      expect(text).toMatch(/\n> \*\*Notice:\*\* This is information [^\n]*\n$/)
  })

  it('hold only links that lead somewhere', () => {
    const links = Object.entries(pages).flatMap(([path, text]) =>
      [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => ({ path, target })),
    )
    const broken = links.filter(({ path, target }) => {
      const [file = '', anchor = ''] = target.split('#')
      return !anchors(pages[file === '' ? path : file] ?? '').includes(anchor)
    })
    expect(links.length).toBeGreaterThan(20)
    expect(broken).toEqual([])
  })

  it('link an option to its own heading, and a citation to its source', () => {
    expect(pages['index.md']).toContain(
      '- [Anti-inflammatory tablets (NSAIDs)](medications.md#anti-inflammatory-tablets-nsaids)',
    )
    expect(pages['medications.md']).toContain('\\[[pain-trial-2020](sources.md#pain-trial-2020)]')
    expect(pages['sources.md']).toContain('## pain-trial-2020')
  })

  it('say on the index when the guide was reviewed, how it was made, by whom, and who paid', () => {
    for (const line of [
      '- **Reviewed:** 2026-11-22',
      '- **Review again by:** 2027-11-22',
      '- **Updates:** Read again once a year.',
      '- **Made by:** The makers of nextline.',
      '- **Paid for by:** None.',
      '- **How it was made:** Studies and guidelines were searched for each option.',
    ]) {
      expect(pages['index.md']?.split('\n')).toContain(line)
    }
  })

  it('name the option in each of its headings when a page holds several', () => {
    expect(pages['medications.md']).toContain('### What may harm: Opioids (strong painkillers)')
    expect(pages['reassessment.md']).toContain('### What may harm\n')
  })

  it('stay whole when an option has the title of its topic, or a topic the name of another page', () => {
    const topics = fixtureGuide.topics.map((topic) =>
      topic.id === 'reassessment' ? { ...topic, id: 'faq', title: 'Nerve block test' } : topic,
    )
    const odd = render({ ...fixtureGuide, topics })
    expect(Object.keys(odd)).toContain('faq-topic.md')
    expect(odd['faq-topic.md']).toContain('## Nerve block test in full')
    expect(odd['index.md']).toContain('(faq-topic.md#nerve-block-test-in-full)')
    expect(faults(odd)).toEqual([])
  })

  it('show hostile text of a guide as text', () => {
    const hostile = '<script>alert(1)</script> [click](https://evil.example) # x | y'
    const options = fixtureGuide.options.map((option) => ({
      ...option,
      title: `${option.title} ${hostile}`,
      summary: { text: hostile, sources: [] },
      harms: [{ text: hostile, sources: [] }],
    }))
    const odd = render({ ...fixtureGuide, options })
    expect(faults(odd)).toEqual([])
    const outsideCode = Object.values(odd)
      .join('')
      .replace(/```[\s\S]*?```/g, '')
    expect(outsideCode).not.toMatch(/(?<!\\)<script|\]\(https:\/\/evil/)
  })
})

describe('a plan as a Markdown page', () => {
  it.each([
    ['urgent', { 'warning-signs': ['fever', 'leg-weakness'] }],
    ['out of scope', { 'warning-signs': ['none'], age: 'under-18' }],
    ['options', { 'warning-signs': ['none'], age: '65-or-over', preferences: ['avoid-injections'] }],
    ['nothing answered', {}],
  ])('passes markdownlint: %s', (_, answers) => {
    const document = planPage(plan(fixtureGuide, answers), { detail: 'full', reader: 'clinician' })
    expect(faults({ 'plan.md': toMarkdown(document) })).toEqual([])
  })
})
