import { expect, it } from 'vitest'
import { prove } from '../../../src/core/prove/prove.ts'
import { checkPage } from '../../../src/view/pages/check-page.ts'
import { toPlain } from '../../../src/view/render/to-plain.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'
import { place } from '../../support/fixture-options.ts'

it('a check says what to mend before what holds', () => {
  const options = fixtureGuide.options.map((option) => ({ ...option, rules: option.rules.slice(1) }))
  const guide = { ...fixtureGuide, options }
  const finding = {
    code: 'reading-grade',
    problem: 'reads at grade 9',
    fix: 'Use shorter sentences.',
    file: 'x',
    path: [],
    place,
  } as const
  const result = {
    folder: 'knee',
    problems: [],
    guide,
    proof: prove(guide),
    textProperties: [],
    holds: false,
  }
  const page = toPlain(checkPage({ ...result, findings: [finding] }), { width: 80, unicode: true })
  const parts = [
    'This guide has faults.',
    'the property "nsaids-kidney" does not hold',
    'reads at grade 9',
    'Holds:',
  ]
  const at = parts.map((part) => page.indexOf(part))
  expect(at).not.toContain(-1)
  expect(at).toEqual([...at].sort((a, b) => a - b))
})
