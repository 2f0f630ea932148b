import type { Io } from '../io/io.ts'
import type { Document } from '../view/document/document.ts'
import type { Setting } from './context.ts'

/** Writes a document for the terminal, or the same content as one JSON document where that was asked for. */
export async function write(
  { io, json }: Setting,
  document: () => Document,
  data: () => Promise<object> | object,
): Promise<void> {
  if (json) io.out(toJson(await data()))
  else io.out(await render(io, document()))
}

/** A document as text for this terminal. */
export async function render(io: Io, document: Document): Promise<string> {
  const { toTerminal } = await import('../view/render/to-terminal.ts')
  return toTerminal(document, io)
}

/** JSON as files and `--json` have it: two spaces, and a last line end. */
export function toJson(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`
}
