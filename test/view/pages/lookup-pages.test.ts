import { describe, expect, it } from 'vitest'
import { sourceUsage } from '../../../src/core/citations.ts'
import { plan } from '../../../src/core/engine/plan.ts'
import type { Document } from '../../../src/view/document/document.ts'
import { comparePage } from '../../../src/view/pages/compare-page.ts'
import { faqPage } from '../../../src/view/pages/faq-page.ts'
import { optionPage } from '../../../src/view/pages/option-page.ts'
import { overviewPage } from '../../../src/view/pages/overview-page.ts'
import { planPage } from '../../../src/view/pages/plan-page.ts'
import { risksPage } from '../../../src/view/pages/risks-page.ts'
import { searchPage } from '../../../src/view/pages/search-page.ts'
import { sourcesPage } from '../../../src/view/pages/sources-page.ts'
import { tipsPage } from '../../../src/view/pages/tips-page.ts'
import { topicPage, topicsPage } from '../../../src/view/pages/topic-page.ts'
import { fixtureGuide as guide } from '../../support/fixture-guide.ts'
import { fixtureOption, headings, said, under } from '../find-text.ts'
import { lines, screen } from '../screen.ts'

const [medicines] = guide.topics
if (medicines === undefined) throw new Error('the fixture has lost its topics')

const pages: readonly (readonly [string, Document])[] = [
  ['overview', overviewPage(guide)],
  ['topics', topicsPage(guide)],
  ['topic', topicPage(guide, medicines)],
  ['option', optionPage(guide, fixtureOption('nsaids'), 'patient')],
  ['risks', risksPage(guide, guide.options)],
  ['faq', faqPage(guide, guide.faqs)],
  ['tips', tipsPage(guide)],
  ['compare', comparePage(guide, guide.options)],
  ['search', searchPage('pain', [], false)],
  ['sources', sourcesPage(guide, guide.sources, sourceUsage(guide))],
  ['plan', planPage(plan(guide, {}), { detail: 'full', reader: 'patient' })],
]

describe('every page', () => {
  it.each(pages)(
    '%s starts with its title and ends with the notice, in one line on one screen',
    (_, document) => {
      expect(document.blocks[0]).toMatchObject({ kind: 'heading', level: 1, text: document.title })
      expect(document.blocks.at(-1)).toMatchObject(
        document.layout === 'screen'
          ? { kind: 'paragraph', text: [{ faint: expect.stringContaining('not a diagnosis') }] }
          : { kind: 'callout', label: 'Notice', body: [guide.notice] },
      )
    },
  )

  it.each(pages)('%s skips no level of heading', (_, document) => {
    const levels = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  })
})

describe('the first page', () => {
  const text = said(overviewPage(guide))

  it('names the topics and says what to type', () => {
    expect(text).toContain('medications: anti-inflammatory tablets (NSAIDs), opioids (strong painkillers)')
    for (const command of ['nextline walk', 'nextline <name>', 'nextline search <words>']) {
      expect(text).toContain(command)
    }
  })

  it('says where the warning signs are before the topics', () => {
    expect(text.indexOf('nextline warning-signs')).toBeLessThan(text.indexOf('medications:'))
  })
})

describe('topics', () => {
  it('stand each on a line with the names of their options to type', () => {
    expect(said(topicsPage(guide))).toContain('medications: nsaids, opioids')
  })

  it('stand with their points and a summary of each option', () => {
    expect(headings(topicPage(guide, medicines))).toEqual([
      'Medicines',
      'Share your list',
      'Options',
      'Anti-inflammatory tablets (NSAIDs)',
      'Opioids (strong painkillers)',
    ])
  })
})

describe('risks', () => {
  it('say what, how often, who is at greater risk and what to watch for', () => {
    expect(
      under(risksPage(guide, [fixtureOption('nsaids')]), 'Anti-inflammatory tablets (NSAIDs)').slice(0, 4),
    ).toEqual([
      'Stomach bleed',
      'How often: About 1 of 100 people in a year. The other 99 of 100 had none. (moderate certainty)',
      'At greater risk: People over 65.',
      'Watch for: Black stools. Get medical help at once. [harm-review-2018]',
    ])
  })

  it('are said to be missing, not left out, for an option without any', () => {
    const bare = { ...fixtureOption('nsaids'), risks: [] }
    expect(said(risksPage(guide, [bare]))).toContain('No risks are listed for this option.')
  })
})

describe('options side by side', () => {
  const pair = [fixtureOption('nsaids'), fixtureOption('opioids')]

  it('stand in columns at 80 columns, one row for each point', () => {
    const table = comparePage(guide, pair).blocks.filter((block) => block.kind === 'table')
    expect(screen(table, 80).split('\n').slice(0, 8).join('\n')).toBe(
      lines(
        'Point           Anti-inflammatory tablets        Opioids (strong painkillers)',
        '                (NSAIDs)',
        '──────────────  ───────────────────────────────  ───────────────────────────────',
        'What it is      Tablets such as ibuprofen calm   Strong painkillers such as',
        '                swelling and ease pain.          codeine. They are rarely a good',
        '                                                 choice for pain that lasts.',
        '',
        'What helps      Pain eased a little more than    Help with back pain is very',
      ),
    )
  })

  it('stand point by point at 40 columns', () => {
    const table = comparePage(guide, pair).blocks.filter((block) => block.kind === 'table')
    expect(screen(table, 40).split('\n').slice(0, 5).join('\n')).toBe(
      lines(
        'What it is',
        '  Anti-inflammatory tablets (NSAIDs)',
        '    Tablets such as ibuprofen calm',
        '    swelling and ease pain.',
        '  Opioids (strong painkillers)',
      ),
    )
  })

  it('say who is for and who is against, and "None known" when no guideline speaks', () => {
    const text = said(comparePage(guide, pair))
    expect(text).toContain('For: NICE NG59 (2016). Against: NICE NG193 (2021).')
    expect(text).toContain('Opioids (strong painkillers): None known.')
  })

  it('cite the sources of each option below', () => {
    expect(under(comparePage(guide, pair), 'Sources')[0]).toBe(
      'Anti-inflammatory tablets (NSAIDs): [pain-trial-2020, back-guideline-2016, harm-review-2018, pain-guideline-2021]',
    )
  })
})

describe('questions, tips, searches and sources', () => {
  it('answer a question and point at the options it is about', () => {
    expect(under(faqPage(guide, guide.faqs), 'Why did the injection not help?')).toEqual([
      'The joint may not be the cause, or the relief may have been short. [block-study-2010]',
      '- Nerve block test: nextline show nerve-block-test',
    ])
  })

  it('give each tip under its title', () => {
    expect(under(tipsPage(guide), 'Bring your list of medicines')[0]).toBe('It saves time. (our own caution)')
  })

  it('show what was found with what to type and the sentence that answers', () => {
    const hit = {
      kind: 'option',
      id: 'nsaids',
      title: 'Tablets',
      excerpt: 'Ease pain.',
      command: 'nextline nsaids',
    } as const
    expect(said(searchPage('pain', [hit], false))).toContain('1 Tablets')
    expect(said(searchPage('pain', [hit], false))).toContain('Ease pain.')
    expect(said(searchPage('pain', [{ ...hit, where: 'risks' }], false))).toContain('Tablets \u203A risks')
  })

  it('show at most eight hits of a search, and all when asked for', () => {
    const hit = {
      kind: 'term',
      id: 'x',
      title: 'Word',
      excerpt: 'Means.',
      command: 'nextline search x',
    } as const
    const count = (all: boolean) =>
      said(
        searchPage(
          'x',
          Array.from({ length: 20 }, () => hit),
          all,
        ),
      ).split('Means.').length - 1
    expect([count(false), count(true)]).toEqual([8, 20])
  })

  it('show a source with how much of it was read and what rests on it', () => {
    const document = sourcesPage(guide, guide.sources, sourceUsage(guide))
    expect(under(document, 'harm-review-2018').slice(0, 6)).toEqual([
      'Harms of painkillers: a review. Journal of Fixtures, 2018.',
      'Kind: Research',
      'PubMed: 12345678',
      'Address: https://pubmed.ncbi.nlm.nih.gov/12345678/',
      'Address: https://example.org/harms_(review)?a=1&b=2',
      'What was read: The full text (whole text read)',
    ])
    expect(under(document, 'harm-review-2018').at(-1)).toMatch(
      /^Rests on it: topic medications; .*nsaids: rule kidney/,
    )
  })

  it('names its dates, where it was read and why it may be cited', () => {
    const [first] = guide.sources
    if (first === undefined) throw new Error('the fixture has lost its sources')
    const source = {
      ...first,
      published: '2016-11-30',
      updated: '2020-12-11',
      readIn: { where: 'A library', url: 'https://example.org/copy' },
      noIdentifier: 'a congress abstract',
      secondaryBecause: 'no paper says it',
    }
    expect(under(sourcesPage(guide, [source], sourceUsage(guide)), source.id)).toEqual(
      expect.arrayContaining([
        'Published: 2016-11-30',
        'Updated: 2020-12-11',
        'Read in: A library, https://example.org/copy',
        'Why no DOI: a congress abstract',
        'Why a report: no paper says it',
      ]),
    )
  })

  it('says so when nothing rests on a source', () => {
    const usage = new Map([['harm-review-2018', []]])
    const source = guide.sources.filter(({ id }) => id === 'harm-review-2018')
    expect(said(sourcesPage(guide, source, usage))).toContain('Rests on it: Nothing in this guide.')
  })
})
