import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import type { Path, Spot } from './diagnostic.ts'

/** The data of a YAML text, and where each piece of it stands. */
export type YamlTree = {
  readonly data: unknown
  /** The value at `path`, or its key. For what does not exist: the nearest parent that does. */
  readonly spotOf: (path: Path, part?: 'key' | 'value') => Spot
}

export type YamlFault = Spot & {
  readonly code: 'yaml' | 'yaml-warning' | 'duplicate-key'
  readonly message: string
}

/**
 * YAML 1.2 text to data with positions. `tree` is absent when the text cannot be trusted to mean what it seems to
 * mean; a field that stands twice is a fault, but the rest of the text is still worth checking.
 */
export function readYaml(text: string): { readonly tree?: YamlTree; readonly faults: readonly YamlFault[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  })
  const spotAt = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const faults: YamlFault[] = [
    ...document.errors.map((error) => toFault(error, text, spotAt)),
    ...document.warnings.map(({ message, pos }) => ({
      code: 'yaml-warning' as const,
      message,
      ...spotAt(pos[0]),
    })),
    ...aliasFaults(document, spotAt),
  ]
  if (faults.some(({ code }) => code === 'yaml')) return { faults }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 1000 })
    return {
      tree: { data, spotOf: (path, part = 'value') => spotAt(offsetOf(document, path, part)) },
      faults,
    }
  } catch (error) {
    // Thrown where aliases of aliases would grow without end.
    return { faults: [...faults, { code: 'yaml', message: (error as Error).message, line: 1, column: 1 }] }
  }
}

/** An alias stands for something before it, and never for what it stands in: that data would have no end. */
function aliasFaults(document: Document.Parsed, spotAt: (offset: number) => Spot): readonly YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Alias(_, alias) {
      const offset = startOf(alias) ?? 0
      const target = alias.resolve(document)
      const inside = target?.range && target.range[0] <= offset && offset < target.range[2]
      if (target !== undefined && !inside) return
      const what = inside ? 'stands inside what it repeats' : 'has no anchor before it'
      faults.push({ code: 'yaml', message: `the alias *${alias.source} ${what}`, ...spotAt(offset) })
    },
  })
  return faults
}

function toFault(
  error: { readonly code: string; readonly message: string; readonly pos: readonly [number, number] },
  text: string,
  spotAt: (offset: number) => Spot,
): YamlFault {
  const spot = spotAt(error.pos[0])
  if (error.code === 'MULTIPLE_DOCS') {
    return { code: 'yaml', message: 'a second document begins here; a file holds one', ...spot }
  }
  if (error.code !== 'DUPLICATE_KEY') return { code: 'yaml', message: error.message, ...spot }
  const key = /^["']?([^\s:"',{}[\]]+)/.exec(text.slice(error.pos[0]))?.[1] ?? ''
  return { code: 'duplicate-key', message: key, ...spot }
}

function offsetOf(document: Document.Parsed, path: Path, part: 'key' | 'value'): number {
  let node: Node | null = document.contents
  let offset = startOf(node) ?? 0
  for (const [depth, step] of path.entries()) {
    const found = childOf(resolved(node, document), step)
    if (found === undefined) return offset
    const wanted = part === 'key' && depth === path.length - 1 ? found.key : found.value
    offset = startOf(wanted) ?? startOf(found.key) ?? offset
    node = found.value
  }
  return offset
}

type Child = { readonly key: Node | null; readonly value: Node | null }

function childOf(node: Node | null, step: string | number): Child | undefined {
  if (isSeq(node)) {
    const item: unknown = typeof step === 'number' ? node.items[step] : undefined
    return isNode(item) ? { key: item, value: item } : undefined
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  if (pair === undefined) return undefined
  return { key: isNode(pair.key) ? pair.key : null, value: isNode(pair.value) ? pair.value : null }
}

function resolved(node: Node | null, document: Document.Parsed): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0]
}
