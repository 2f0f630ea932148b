import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'

export type Action = {
  readonly id: string
  readonly condition?: readonly { readonly expression: { readonly expression: string } }[]
  readonly action?: readonly Action[]
}

/** What a PlanDefinition says of a QuestionnaireResponse, by another FHIRPath engine than ours: none of our code. */
export type Applied = {
  readonly outcome: 'urgent' | 'out-of-scope' | 'options'
  readonly signs: readonly string[]
  readonly statuses: ReadonlyMap<string, readonly string[]>
  readonly indications: ReadonlyMap<string, readonly string[]>
}

type Test = (expression: string) => readonly unknown[]
const compiled = new Map<string, (resource: object, environment: object) => readonly unknown[]>()

function testOn(response: object): Test {
  return (expression) => {
    const known = compiled.get(expression) ?? fhirpath.compile(expression, r4)
    compiled.set(expression, known as (resource: object, environment: object) => readonly unknown[])
    return known(response, { resource: response }) as readonly unknown[]
  }
}

/** An action applies when its condition is true: neither false nor empty. */
function applies(action: Action, test: Test): boolean {
  return (action.condition ?? []).every(({ expression }) => test(expression.expression)[0] === true)
}

export function applyPlanDefinition(actions: readonly Action[], response: object): Applied {
  const test = testOn(response)
  const groups = actions.filter((action) => applies(action, test))
  if (groups.length !== 1) throw new Error(`${groups.length} groups of actions apply`)
  const [group] = groups as [Action]
  const chosen = (group.action ?? []).filter((action) => applies(action, test))
  const options = group.id === 'options' ? chosen.flatMap((topic) => topic.action ?? []) : []
  const idsOf = (option: Action, list: string) =>
    (option.action?.find(({ id }) => id === `${option.id}.${list}`)?.action ?? [])
      .filter((action) => applies(action, test))
      .map(({ id }) => id.slice(id.lastIndexOf('.') + 1))
  return {
    outcome: group.id === 'warning-signs' ? 'urgent' : (group.id as Applied['outcome']),
    signs: group.id === 'warning-signs' ? chosen.map(({ id }) => id.replace(/^sign\./, '')) : [],
    statuses: new Map(options.map((option) => [option.id, idsOf(option, 'status')])),
    indications: new Map(options.map((option) => [option.id, idsOf(option, 'indications')])),
  }
}
