import { EVENT_ID } from 'js-yaml'
import type { TextNode } from './source-tree.ts'
import { ROOT, type Structure, startOf, textOf, type YamlDocument } from './yaml-data.ts'

/**
 * The root of a document's tree of offsets. The children of a value are found when they are asked for, because few
 * places are. An empty value has the place of its name or of its list, and an alias the children of what it repeats.
 */
export function rootNode({ text, events }: YamlDocument, { ends, targets }: Structure): TextNode {
  function nodeAt(index: number, parent: number, key?: number): TextNode {
    const start = startOf(events[index]) ?? key ?? parent
    let children: ReadonlyMap<string | number, TextNode> | undefined
    const childrenOf = () => {
      children ??= childrenAt(targets.get(index) ?? index, start)
      return children
    }
    return { start, childrenOf, ...(key !== undefined && { key }) }
  }

  function childrenAt(index: number, start: number): ReadonlyMap<string | number, TextNode> {
    const children = new Map<string | number, TextNode>()
    const isMapping = events[index]?.type === EVENT_ID.MAPPING
    const end = (ends[index] ?? 0) - 1
    for (let at = index + 1; at < end; at = behind(at)) {
      const name = events[at]
      if (!isMapping) children.set(children.size, nodeAt(at, start))
      else {
        at = behind(at)
        if (name?.type === EVENT_ID.SCALAR) children.set(textOf(text, name), nodeAt(at, start, startOf(name)))
      }
    }
    return children
  }

  function behind(index: number): number {
    return ends[index] || index + 1
  }

  return nodeAt(ROOT, 0)
}
