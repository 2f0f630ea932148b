import type { Path, Position, SpotOf } from './diagnostic.ts'

/** The data of a text, with the position of each part. */
export type SourceTree = {
  readonly data: unknown
  /** The value at `path`, or its key. For what does not exist: the nearest parent that does. */
  readonly spotOf: SpotOf
}

/** A value of a text with the offsets of its start and its key, and its children. */
export type TextNode = {
  readonly start: number
  readonly key?: number
  readonly childrenOf?: () => ReadonlyMap<string | number, TextNode>
}

/** The data of a text with the positions of its values; `rootOf` is called when the first position is asked for. */
export function sourceTree(data: unknown, text: string, rootOf: () => TextNode | undefined): SourceTree {
  const positionOf = positionsIn(text)
  let root: TextNode | undefined
  const spotOf: SpotOf = (path, part = 'value') => {
    root ??= rootOf()
    return positionOf(offsetOf(root, path, part))
  }
  return { data, spotOf }
}

function offsetOf(root: TextNode | undefined, path: Path, part: 'key' | 'value'): number {
  let node = root
  for (const [depth, step] of path.entries()) {
    const child = node?.childrenOf?.().get(step)
    if (child === undefined) break
    if (part === 'key' && depth === path.length - 1) return child.key ?? child.start
    node = child
  }
  return node?.start ?? 0
}

/** Finds the 1-based line and column of an offset of the text. */
export function positionsIn(text: string): (offset: number) => Position {
  let lineStarts: readonly number[] | undefined
  return (offset) => {
    lineStarts ??= lineStartsOf(text)
    let line = 0
    let after = lineStarts.length
    while (after - line > 1) {
      const middle = (line + after) >> 1
      if ((lineStarts[middle] ?? 0) <= offset) line = middle
      else after = middle
    }
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
  }
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}
