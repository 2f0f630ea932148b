import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/core/engine/plan.ts'
import { planPage } from '../../../src/view/pages/plan-page.ts'
import { toTerminal } from '../../../src/view/render/to-terminal.ts'
import { facetJoint } from '../../support/compiled-guides.ts'

/** The rows that the menu of the walk takes below the page, at this width. */
const MENU = { 80: 9, 40: 12 } as const

const guide = facetJoint()

describe('a page of warning signs in a walk', () => {
  it.each([80, 40] as const)(
    'leaves the whole action on 24 rows of %i columns, whatever the signs',
    (width) => {
      const ids = guide.questions.find(({ id }) => id === 'warning-signs')?.answers.map(({ id }) => id) ?? []
      const signIds = ids.filter((id) => id !== 'none')
      expect(signIds.length).toBeGreaterThan(10)
      fc.assert(
        fc.property(fc.subarray(signIds, { minLength: 1 }), (signs) => {
          const page = planPage(plan(guide, { 'warning-signs': signs }), {
            detail: 'first',
            reader: 'patient',
            isWalk: true,
          })
          const text = toTerminal(page, { width, unicode: true, plain: false })
          const left = text
            .trimEnd()
            .split('\n')
            .slice(-(24 - MENU[width]))
          expect(left.join('\n')).toMatch(
            /┃ (GET EMERGENCY CARE NOW|BE SEEN BY A DOCTOR TODAY|.* THIS WEEK)\n/,
          )
          expect(left.join(' ')).toContain('Say: "')
        }),
        { numRuns: 200 },
      )
    },
  )
})
