import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/text/clean-text.ts'
import type { Block } from '../../../src/view/document/document.ts'
import { toHtml } from '../../../src/view/render/html/to-html.tsx'
import { anyDocument, words } from '../screen.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const settings = { language: 'en-GB', hash, linkTo: () => undefined }
const page = (blocks: readonly Block[], linkTo: (id: string) => string | undefined = () => undefined) =>
  toHtml({ title: 'Test', blocks }, { ...settings, linkTo })
const main = (html: string) => /<main id="main">(.*)<\/main>/s.exec(html)?.[1] ?? ''
const shown = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
    )

describe('a page of HTML', () => {
  it('needs nothing else: its policy allows its own style alone, and it has no script', () => {
    const html = page([{ kind: 'paragraph', text: 'Hello.' }])
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(html) ?? []
    const own = createHash('sha256').update(style).digest('base64')
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${own}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|src=/)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
  })

  it('links refs and citations that resolve, web addresses, and nothing else', () => {
    const text: Block = {
      kind: 'paragraph',
      text: [
        { ref: 'faq', text: 'Questions' },
        { cite: ['a', 'b'] },
        { url: 'https://example.org/?a=1&b=2' },
        { url: 'javascript:alert(1)' },
      ],
    }
    const html = main(page([text], (ref) => (ref === 'sources#b' ? 'sources.html#b' : undefined)))
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'sources.html#b',
      'https://example.org/?a=1&amp;b=2',
    ])
    expect(html).toContain('<code>javascript:alert(1)</code>')
  })

  it('shows a verdict as a sign with a word for those who do not see it', () => {
    expect(main(page([{ kind: 'paragraph', text: [{ mark: 'no' }, ' Tablets'] }]))).toContain(
      '<span class="mark no" role="img" aria-label="no">✗</span> Tablets',
    )
  })

  it('draws whole rows and the rest of a row: the areas are the people counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (count) => {
        const html = page([
          {
            kind: 'icon-array',
            rows: [{ label: 'With tablets', count }],
            event: 'felt sick',
            otherwise: 'did not',
            isGood: false,
            sentence: 'Of 100 people.',
          },
        ])
        const area = (fill: string) =>
          [...html.matchAll(/<rect x="\d+" y="\d+" width="(\d+)" height="(\d+)" fill="url\(#(\w+)\)"/g)]
            .filter(([, , , own]) => own === fill)
            .reduce((sum, [, width, height]) => sum + (Number(width) * Number(height)) / 100, 0)
        expect([area('unwanted'), area('others')]).toEqual([count, 100 - count])
        expect(html).toContain(`${count} of 100 felt sick, ${100 - count} of 100 did not`)
        expect(html).toContain('unwanted: fewer is better')
      }),
    )
  })

  it('text of a guide stays text: nothing in it becomes markup, and all of it is shown', () => {
    fc.assert(
      fc.property(words, (text) => {
        const html = main(page([{ kind: 'callout', tone: 'info', label: 'Label', body: [text] }]))
        expect(html.match(/<\/?\w+/g)?.join(' ')).toBe('<h1 </h1 <div <p </p <p </p </div')
        expect(shown(html)).toBe(`TestLabel${cleanText(text)}`)
      }),
    )
  })

  it('any page is one of whole elements', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const open: string[] = []
        const html = toHtml(document, settings).replace(/^<!doctype html>/, '')
        for (const [tag, end, name = '', , alone] of html.matchAll(/<(\/?)(\w+)("[^"]*"|[^>"])*?(\/?)>/g)) {
          if (end === '/') expect(open.pop(), tag).toBe(name)
          else if (alone !== '/' && !['meta', 'link'].includes(name)) open.push(name)
        }
        expect(open).toEqual([])
      }),
    )
  })
})
