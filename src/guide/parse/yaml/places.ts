import type { Path, Position } from '../diagnostic.ts'
import type { SourceTree } from '../read-json.ts'
import type { Nodes } from './cursor.ts'

/** Where the pieces of a text stand. */
export function spotOf(text: string, nodes: Nodes): SourceTree['spotOf'] {
  let lines: readonly number[] | undefined
  return (path, part = 'value') => {
    lines ??= lineStarts(text)
    return positionOf(lines, offsetOf(nodes, path, part))
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** 1-based line and column of an offset, by bisection. */
function positionOf(lines: readonly number[], offset: number): Position {
  let low = 0
  let high = lines.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 }
}

function offsetOf(nodes: Nodes, path: Path, part: 'key' | 'value'): number {
  let node = 0
  for (const [depth, step] of path.entries()) {
    const child = childOf(nodes, nodes.targets.get(node) ?? node, step)
    if (child === undefined) break
    if (part === 'key' && depth === path.length - 1) return nodes.keys[child] ?? 0
    node = child
  }
  return nodes.starts[node] ?? 0
}

function childOf({ nexts, names }: Nodes, parent: number, step: string | number): number | undefined {
  const end = nexts[parent] ?? 0
  let found: number | undefined
  let index = 0
  for (let child = parent + 1; child < end; child = nexts[child] ?? end) {
    // A field that stands twice means its last value.
    if (typeof step === 'number' ? index === step : names[child] === step) found = child
    index += 1
  }
  return found
}
