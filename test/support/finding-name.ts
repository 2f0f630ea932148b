import type { Finding } from '../../src/core/prove/finding.ts'

/** A finding by the short name that brute force gives it. */
export function findingName(finding: Finding): string {
  return [finding.code, ...about(finding)].join(' ')
}

function about(finding: Finding): readonly string[] {
  switch (finding.code) {
    case 'property-status':
      return [finding.property, finding.option]
    case 'property-outcome':
    case 'property-too-large':
    case 'property-never-applies':
      return [finding.property]
    case 'list-empty':
    case 'list-too-large':
    case 'gates-too-large':
      return []
    case 'too-large':
    case 'rule-never-applies':
    case 'rule-never-decides':
    case 'contraindication-outweighed':
    case 'contraindication-open':
      return [finding.option, finding.rule]
    case 'indication-never-applies':
    case 'indication-only-when-out':
      return [finding.option, finding.indication]
    case 'warning-sign-unreachable':
      return [finding.sign]
    case 'alert-unreachable':
      return [finding.alert]
    case 'out-of-scope-unreachable':
      return [finding.scope]
    case 'question-unreachable':
    case 'question-without-effect':
      return [finding.question]
    case 'rules-contradict':
      return [finding.option, ...finding.rules]
    case 'option-never-available':
      return [finding.option]
    case 'contraindication-improves':
      return [finding.option, finding.question, finding.adds]
  }
}
