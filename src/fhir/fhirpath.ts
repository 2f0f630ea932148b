import { ASKED_UNKNOWN } from './canonical.ts'
import type { Logic } from './logic.ts'
import type { ActionCondition } from './resources.ts'

/** Logic as FHIRPath over `%resource`, a QuestionnaireResponse. Unknown is the empty collection. */
function fhirpath(logic: Logic): string {
  switch (logic.is) {
    case 'literal':
      return logic.value === 'unknown' ? '{}' : String(logic.value)
    case 'one-of':
      return `${codes(logic.question)}.where($this != '${ASKED_UNKNOWN}') in ${list(logic.values)}`
    case 'holds':
      return `${codes(logic.question)}.where($this in ${list(logic.values)}).exists()`
    case 'open':
      return `(${codes(logic.question)}.empty() or '${ASKED_UNKNOWN}' in ${codes(logic.question)})`
    case 'not':
      return `(${fhirpath(logic.of)}).not()`
    case 'all':
    case 'any':
      return joined(logic)
    case 'surely':
      return `((${fhirpath(logic.of)}) ~ true)`
    case 'unknown':
      return `(${fhirpath(logic.of)}).empty()`
    case 'possibly':
      return `((${fhirpath(logic.of)}) ~ false).not()`
  }
}

function joined({ is, of }: Extract<Logic, { readonly is: 'all' | 'any' }>): string {
  if (of.length === 0) return String(is === 'all')
  return of.map(operand).join(is === 'all' ? ' and ' : ' or ')
}

/** Brackets only around an expression with an operator of its own. */
function operand(logic: Logic): string {
  const needsBrackets = logic.is === 'one-of' || logic.is === 'all' || logic.is === 'any'
  return needsBrackets ? `(${fhirpath(logic)})` : fhirpath(logic)
}

/** The codes of a question's answers. */
function codes(question: string): string {
  return `%resource.item.where(linkId = ${quoted(question)}).answer.value.code`
}

function list(values: readonly string[]): string {
  return `(${values.map(quoted).join(' | ')})`
}

function quoted(value: string): string {
  return `'${value.replace(/[\\']/g, (sign) => `\\${sign}`)}'`
}

/** A condition of an action: it applies where the logic is true. */
export function applicability(logic: Logic): readonly ActionCondition[] {
  return [{ kind: 'applicability', expression: { language: 'text/fhirpath', expression: fhirpath(logic) } }]
}
