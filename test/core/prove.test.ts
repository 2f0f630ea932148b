import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prove } from '../../src/core/prove.ts'
import type { Finding } from '../../src/core/prove-finding.ts'
import { bruteFaults } from '../support/brute.ts'
import { smallGuide } from '../support/random-guide.ts'

/** A finding by the name that the brute force gives it. */
function nameOf(finding: Finding): string {
  switch (finding.code) {
    case 'property-status':
      return `${finding.code} ${finding.property} ${finding.option}`
    case 'property-outcome':
    case 'property-never-applies':
      return `${finding.code} ${finding.property}`
    case 'list-empty':
      return finding.code
    case 'rule-never-applies':
    case 'rule-never-decides':
    case 'contraindication-outweighed':
    case 'contraindication-open':
      return `${finding.code} ${finding.option} ${finding.rule}`
    case 'warning-sign-unreachable':
      return `${finding.code} ${finding.sign}`
    case 'out-of-scope-unreachable':
      return `${finding.code} ${finding.scope}`
    case 'question-unreachable':
    case 'question-without-effect':
      return `${finding.code} ${finding.question}`
    case 'rules-contradict':
      return `${finding.code} ${finding.option} ${finding.rules.join(' ')}`
    case 'option-never-available':
      return `${finding.code} ${finding.option}`
    case 'contraindication-improves':
      return `${finding.code} ${finding.option} ${finding.question} ${finding.adds}`
  }
}

describe('the prover against brute force', () => {
  it('finds the same faults, each with the fewest answers, in random small guides', () => {
    const seen = new Map<string, number>()
    const t = performance.now()
    fc.assert(
      fc.property(smallGuide, (guide) => {
        const found = prove(guide).findings
        for (const f of found) seen.set(f.code, (seen.get(f.code) ?? 0) + 1)
        const named = found.map((finding) => [
          nameOf(finding),
          'answers' in finding ? Object.keys(finding.answers).length : 0,
        ])
        expect(Object.fromEntries(named)).toEqual(Object.fromEntries(bruteFaults(guide)))
        expect(named.length).toBe(new Set(named.map(([name]) => name)).size)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
    console.log(performance.now() - t, seen)
  }, 100000)
})
