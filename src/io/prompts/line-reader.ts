import { createInterface, type Interface } from 'node:readline'
import { Cancelled } from '../failure.ts'
import type { Listen } from '../node-signals.ts'

/** Lines as a person types them; the terminal itself echoes and edits. Rejects with Cancelled when there are no more. */
export function createLineReader(
  input: NodeJS.ReadableStream,
  onInterrupt: Listen = () => () => {},
): () => Promise<string> {
  const waiting: string[] = []
  let lines: Interface | undefined
  let ended = false
  let asked: ((line: string | undefined) => void) | undefined

  const give = (line: string | undefined) => {
    const reader = asked
    asked = undefined
    if (reader !== undefined) reader(line)
    else if (line !== undefined) waiting.push(line)
  }
  const end = () => {
    ended = true
    give(undefined)
  }
  const open = () => {
    // Not a terminal to readline, even when it is one: no redraw, no cursor codes.
    const opened = createInterface({ input, terminal: false })
    opened.on('line', give)
    opened.on('close', end)
    opened.on('error', end)
    return opened
  }

  return async () => {
    const early = waiting.shift()
    if (early !== undefined) return early
    if (ended || !input.readable) throw new Cancelled()
    lines ??= open()
    lines.resume()
    const release = onInterrupt(end)
    const line = await new Promise<string | undefined>((resolve) => {
      asked = resolve
    })
    release()
    // Paused or closed, the stream does not keep a finished program alive.
    if (ended) lines.close()
    else lines.pause()
    if (line === undefined) throw new Cancelled()
    return line
  }
}
