import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { LIMITS } from './limits.ts'

/** A fault at an offset of the text. */
export type OffsetFault = {
  readonly code: 'yaml' | 'duplicate-key'
  readonly message: string
  readonly offset: number
}

export type YamlData = {
  readonly root: Node | null
  readonly data: unknown
  /** The node that each alias repeats. */
  readonly targets: ReadonlyMap<Node, Node>
}

type Value = { readonly data: unknown; readonly size: number }

type YamlContext = {
  readonly report: (fault: OffsetFault) => void
  /** By anchor: its node and value; `open` while the value is being read. */
  readonly anchors: Map<string, { readonly node: Node; readonly value: Value | 'open' }>
  readonly targets: Map<Node, Node>
}

/**
 * The plain data of a YAML tree, in one pass. Reports tags, aliases without an anchor, repeated fields, and more values
 * than the limit allows, an alias counted as all that it repeats.
 */
export function toData(root: Node | null, report: (fault: OffsetFault) => void): YamlData {
  const context: YamlContext = { report, anchors: new Map(), targets: new Map() }
  const { data, size } = valueAt(root, context)
  if (size > LIMITS.yamlValues) {
    const message = `the file has more than ${LIMITS.yamlValues} values, aliases counted as what they repeat`
    report({ code: 'yaml', message, offset: 0 })
  }
  return { root, data, targets: context.targets }
}

const NOTHING: Value = { data: null, size: 1 }

function valueAt(node: Node | null, context: YamlContext): Value {
  if (node === null) return NOTHING
  if (isAlias(node)) return aliasValue(node, context)
  if (node.tag !== undefined) {
    const message = 'a tag stands here: write the value alone'
    context.report({ code: 'yaml', message, offset: node.range?.[0] ?? 0 })
  }
  const anchor = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor
  if (anchor) context.anchors.set(anchor, { node, value: 'open' })
  const value = plainValue(node, context)
  if (anchor) context.anchors.set(anchor, { node, value })
  return value
}

function aliasValue(
  alias: Node & { readonly source: string },
  { report, anchors, targets }: YamlContext,
): Value {
  const target = anchors.get(alias.source)
  if (target !== undefined && target.value !== 'open') {
    targets.set(alias, target.node)
    return target.value
  }
  const what = target === undefined ? 'has no anchor before it' : 'stands inside what it repeats'
  report({ code: 'yaml', message: `the alias *${alias.source} ${what}`, offset: alias.range?.[0] ?? 0 })
  return NOTHING
}

function plainValue(node: Node, context: YamlContext): Value {
  if (isMap<Node, Node | null>(node)) return fieldsOf(node, context)
  if (!isSeq<Node>(node)) return { data: isScalar(node) ? node.value : null, size: 1 }
  let size = 1
  const data = node.items.map((item) => {
    const inner = valueAt(item, context)
    size += inner.size
    return inner.data
  })
  return { data, size: cappedSize(size) }
}

function fieldsOf(map: YAMLMap<Node, Node | null>, context: YamlContext): Value {
  const data: Record<string, unknown> = {}
  let size = 1
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (Object.hasOwn(data, name)) {
      context.report({ code: 'duplicate-key', message: name, offset: key.range?.[0] ?? 0 })
    }
    const inner = valueAt(value, context)
    size += inner.size
    if (name === '__proto__') Object.defineProperty(data, name, { value: inner.data, ...PLAIN_FIELD })
    else data[name] = inner.data
  }
  return { data, size: cappedSize(size) }
}

/** An assignment would set the prototype. */
const PLAIN_FIELD = { configurable: true, enumerable: true, writable: true }

/** Sizes stop one past the limit, so that sums of aliases stay small. */
function cappedSize(size: number): number {
  return Math.min(size, LIMITS.yamlValues + 1)
}
