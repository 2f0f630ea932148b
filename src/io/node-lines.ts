import { createReadStream, fstatSync, statSync } from 'node:fs'
import { kindOf, reasonOf, unreadable } from './node-files.ts'

/** The longest line of a stream, in characters. */
export const LONGEST_LINE = 2 ** 20

/**
 * Lines of a file, a named pipe, or standard input for `-`, in batches as they arrive, without line ends and byte
 * order mark. A longer line is cut to LONGEST_LINE + 1 characters, so that the caller can tell. Throws UsageFailure.
 */
export function readLines(path: string): AsyncIterable<readonly string[]> {
  if (path === '-') {
    if (fstatSync(0).isDirectory()) throw unreadable('standard input', 'it is a folder')
    return linesOf(process.stdin, 'standard input')
  }
  const kind = kindOf(path)
  if (kind === 'none') throw unreadable(path, 'there is no such file')
  if (kind === 'folder') throw unreadable(path, 'it is a folder')
  if (kind === 'other' && !statSync(path).isFIFO()) throw unreadable(path, 'it is a device')
  return linesOf(createReadStream(path), path)
}

async function* linesOf(stream: NodeJS.ReadableStream, path: string): AsyncIterable<readonly string[]> {
  stream.setEncoding('utf8')
  const cutter = lineCutter()
  let isFirst = true
  try {
    for await (const chunk of stream) {
      const text = String(chunk)
      const lines = cutter.add(isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text)
      isFirst = false
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    throw unreadable(path, reasonOf(error))
  }
  if (cutter.rest() !== '') yield [cutter.rest()]
}

/** Splits text that arrives in pieces into lines. Holds at most one line, up to the limit. */
function lineCutter() {
  let rest = ''
  let isPastLimit = false
  const addPiece = (piece: string, isEnd: boolean, lines: string[]) => {
    if (!isPastLimit) rest += piece
    const isTooLong = rest.length > LONGEST_LINE
    if (isTooLong || (isEnd && !isPastLimit)) {
      lines.push(rest.slice(0, LONGEST_LINE + 1))
      rest = ''
    }
    isPastLimit = (isPastLimit || isTooLong) && !isEnd
  }
  return {
    add: (text: string): readonly string[] => {
      const lines: string[] = []
      const pieces = text.split('\n')
      for (let index = 0; index < pieces.length; index += 1) {
        addPiece(pieces[index] as string, index < pieces.length - 1, lines)
      }
      return lines
    },
    rest: () => rest,
  }
}
