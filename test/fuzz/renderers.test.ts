import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/view/document/document.ts'
import { colouredPaint } from '../../src/view/render/colours.ts'
import { toHtml } from '../../src/view/render/html/to-html.tsx'
import { toMarkdown } from '../../src/view/render/to-markdown.ts'
import { toTerminal } from '../../src/view/render/to-terminal.ts'
import { hostileText, RUNS, UNSEEN } from './hostile.ts'

/** A page with hostile text in every place that a guide or an answer can fill. */
const hostileDocument: fc.Arbitrary<Document> = fc
  .array(hostileText, { minLength: 12, maxLength: 12 })
  .map(([title = '', heading = '', plain = '', strong = '', code = '', label = '', ...rest]) => ({
    title,
    blocks: [
      { kind: 'heading', level: 2, text: heading },
      { kind: 'paragraph', text: [plain, { strong }, { code }, { ref: 'option:a', text: label }] },
      { kind: 'list', ordered: false, items: [rest[0] ?? '', [{ strong: rest[1] ?? '' }]] },
      { kind: 'facts', rows: [{ label, value: rest[2] ?? '' }] },
      { kind: 'table', head: [rest[3] ?? '', 'b'], rows: [[plain, rest[4] ?? '']] },
      { kind: 'callout', tone: 'danger', label, body: [rest[5] ?? ''], items: [plain] },
    ],
  }))

const page = { language: 'en-GB', hash: () => 'x', linkTo: () => undefined }
const terminal = { width: 60, unicode: true, plain: false }

describe('any text on a page', () => {
  it('never steers a terminal, a Markdown page or an HTML page', () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        expect(toTerminal(document, terminal)).not.toMatch(UNSEEN)
        expect(
          stripVTControlCharacters(toTerminal(document, { ...terminal, paint: colouredPaint(1) })),
        ).not.toMatch(UNSEEN)
        expect(toMarkdown(document)).not.toMatch(UNSEEN)
        const html = toHtml(document, page)
        expect(html).not.toMatch(UNSEEN)
        expect(html).not.toMatch(/<script|(href|src)="javascript:/)
      }),
      { numRuns: RUNS },
    )
  })
})
