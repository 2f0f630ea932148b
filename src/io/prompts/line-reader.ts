import { createInterface, type Interface } from 'node:readline'
import { Cancelled } from '../failure.ts'
import type { Listen } from '../node-signals.ts'

/** Reads typed lines; the terminal echoes and edits them. Rejects with Cancelled at the end of the input. */
export function createLineReader(
  input: NodeJS.ReadableStream,
  onInterrupt: Listen = () => () => {},
): () => Promise<string> {
  const unreadLines: string[] = []
  let lines: Interface | undefined
  let ended = false
  let waitingReader: ((line: string | undefined) => void) | undefined

  const onLine = (line: string | undefined) => {
    const reader = waitingReader
    waitingReader = undefined
    if (reader !== undefined) reader(line)
    else if (line !== undefined) unreadLines.push(line)
  }
  const end = () => {
    ended = true
    onLine(undefined)
  }
  const open = () => {
    // `terminal: false` even on a terminal: no redraw and no cursor codes.
    const opened = createInterface({ input, terminal: false })
    opened.on('line', onLine)
    opened.on('close', end)
    opened.on('error', end)
    return opened
  }

  return async () => {
    const unread = unreadLines.shift()
    if (unread !== undefined) return unread
    if (ended || !input.readable) throw new Cancelled()
    lines ??= open()
    lines.resume()
    const release = onInterrupt(end)
    const line = await new Promise<string | undefined>((resolve) => {
      waitingReader = resolve
    })
    release()
    // An open stream would keep the finished program alive.
    if (ended) lines.close()
    else lines.pause()
    if (line === undefined) throw new Cancelled()
    return line
  }
}
