import { plan } from '../src/core/engine/plan.ts'
import type { Guide } from '../src/core/model.ts'
import { prove } from '../src/core/prove/prove.ts'
import { findByName } from '../src/guide/find/names.ts'
import { search } from '../src/guide/find/search/search.ts'
import { buildSearchIndex } from '../src/guide/find/search/search-index.ts'
import { fromParts, toParts } from '../src/guide/load/split.ts'
import { optionPage } from '../src/view/pages/option-page.ts'
import { toTerminal } from '../src/view/render/to-terminal.ts'
import { generateGuide, listedPeople, random, type Size } from './generate.ts'
import { fixed, table, timed } from './measure.ts'

const BASE: Size = { options: 24, questions: 26, rules: 6, cone: 5 }
const STYLE = { width: 80, colorLevel: 0, unicode: true, plain: false } as const

export const GROWTH: readonly { readonly what: keyof Size; readonly sizes: readonly number[] }[] = [
  { what: 'options', sizes: [10, 30, 100, 300, 1000] },
  { what: 'questions', sizes: [10, 25, 50, 100, 200] },
  { what: 'rules', sizes: [2, 6, 12, 24] },
  { what: 'cone', sizes: [5, 10, 15, 20] },
]

/** Milliseconds in one process, warm: what the work itself costs as one side of a guide grows. */
export function growthTable(real: Guide, what: keyof Size, sizes: readonly number[]): string {
  const rows = sizes.map((count) => {
    const guide = generateGuide(real, { ...BASE, ...(what === 'cone' ? { rules: 24 } : {}), [what]: count })
    const parts = toParts(guide)
    const size = [...parts.values()].reduce((sum, text) => sum + text.length, 0)
    const [answers = {}] = listedPeople(guide, 1, random(7))
    const last = guide.options.at(-1)?.id ?? ''
    let undecided = 0
    const times = [
      timed(() => JSON.stringify(fromParts((file) => parts.get(file) ?? '')).length),
      timed(() => {
        const found = findByName(guide, last)
        return found.kind === 'option' && toTerminal(optionPage(guide, found.option, 'clinician'), STYLE)
      }),
      timed(() => plan(guide, answers)),
      timed(() => {
        undecided = prove(guide).findings.filter(({ code }) => code.endsWith('-too-large')).length
      }),
      timed(() => search(buildSearchIndex(guide), 'stomach bleeding')),
    ]
    return [String(count), fixed(size / 1024, 0), ...times.map((time) => fixed(time, 2)), String(undecided)]
  })
  return table([what, 'KB', 'load', 'show one option', 'plan', 'prove', 'search', 'undecided'], rows)
}
