import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/prove/finding.ts'
import { prove } from '../../../src/core/prove/prove.ts'
import { findingWords, proofBlocks, proofFaults } from '../../../src/view/pages/proof-page.ts'
import { toPlain } from '../../../src/view/render/to-plain.ts'
import { fixtureGuide } from '../../support/fixture-guide.ts'
import { place } from '../../support/fixture-options.ts'

const page = (guide: typeof fixtureGuide) => {
  const proof = prove(guide)
  const blocks = [...proofFaults(proof, 'knee'), ...proofBlocks(proof)]
  return toPlain({ title: '', blocks }, { width: 80, unicode: true }).replace(/\s+/g, ' ')
}
const option = 'tablets'
const answers = {}

describe('a proof in words', () => {
  it('counts what holds and says over how much', () => {
    expect(page(fixtureGuide)).toContain(
      '2 of 2 safety properties hold for each of more than 10^4 combinations of answers, not sure and not answered ' +
        'included. Nothing wrong was found.',
    )
  })

  it('shows a property that fails with its place and the command that shows it', () => {
    const options = fixtureGuide.options.map((own) => ({ ...own, rules: own.rules.slice(1) }))
    const text = page({ ...fixtureGuide, options })
    expect(text).toContain(
      'knee/fixture.yaml:1:1 the property "nsaids-kidney" does not hold: nsaids can be check-first',
    )
    expect(text).toContain('nextline explain nsaids --set kidney-disease=yes')
    expect(text).toContain('Does not hold: nsaids-kidney: NSAIDs are avoid with kidney disease.')
  })

  it.each<[Finding, string]>([
    [
      { code: 'property-outcome', property: 'p', outcome: 'options', answers, place },
      'the outcome can be options',
    ],
    [{ code: 'property-never-applies', property: 'p', place }, 'no answers bring the property "p" into play'],
    [{ code: 'list-empty', answers, place }, 'the list can be empty'],
    [{ code: 'rule-never-applies', option, rule: 'r', place }, 'the rule "r" of tablets can never be true'],
    [{ code: 'rule-never-decides', option, rule: 'r', place }, 'the rule "r" of tablets never decides'],
    [
      { code: 'indication-never-applies', option, indication: 'i', place },
      'the indication "i" of tablets can never be true',
    ],
    [
      { code: 'indication-only-when-out', option, indication: 'i', place },
      'the indication "i" of tablets is true only while tablets is out',
    ],
    [
      { code: 'too-large', option, rule: 'r', questions: 40, properties: ['p'], place },
      'tablets could not be decided: its rules test too many questions together, most of all "r" with 40 questions. ' +
        'Split it into rules that name fewer questions. Not decided for it: "p"',
    ],
    [{ code: 'gates-too-large', place }, 'the warning signs and limits test too many questions together'],
    [{ code: 'property-too-large', property: 'p', place }, 'the property "p" could not be decided'],
    [{ code: 'list-too-large', place }, 'it could not be decided whether the list can be empty'],
    [{ code: 'alert-unreachable', alert: 'a', place }, 'the alert "a" can never be shown'],
    [{ code: 'warning-sign-unreachable', sign: 's', place }, 'the warning sign "s" can never be shown'],
    [{ code: 'out-of-scope-unreachable', scope: 's', place }, 'the limit "s" can never be shown'],
    [{ code: 'question-unreachable', question: 'q', place }, 'the question "q" applies to nobody'],
    [{ code: 'question-without-effect', question: 'q', place }, 'the question "q" is without effect'],
    [
      { code: 'rules-contradict', option, rules: ['a', 'b'], place },
      'the rules "a" and "b" of tablets hold for the same answers and give different statuses',
    ],
    [
      { code: 'option-never-available', option, rules: ['a', 'b'], place },
      'together "a" and "b" rule it out for everyone',
    ],
    [
      { code: 'contraindication-outweighed', option, rule: 'r', status: 'caution', answers, place },
      'the contraindication "r" is true and tablets is only caution',
    ],
    [
      {
        code: 'contraindication-improves',
        option,
        rule: 'r',
        question: 'q',
        adds: 'yes',
        from: 'avoid',
        to: 'caution',
        answers,
        place,
      },
      '"yes" of q, which the contraindication "r" names, moves tablets from avoid up to caution',
    ],
    [
      { code: 'contraindication-open', option, rule: 'r', status: 'suitable', answers, place },
      'the contraindication "r" is open and tablets is suitable',
    ],
  ])('has words for every finding: $code', (finding, words) => {
    expect(findingWords(finding)).toContain(words)
  })
})
