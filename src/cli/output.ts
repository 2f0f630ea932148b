import { cleanJson } from '../text/clean-text.ts'
import type { Document } from '../view/document/document.ts'
import { toTerminal } from '../view/render/to-terminal.ts'
import type { CommandContext } from './context.ts'

/** Writes a document for the terminal, or the same content as one JSON document where that was asked for. */
export async function write(
  context: CommandContext,
  document: () => Document,
  data: () => Promise<object> | object,
): Promise<void> {
  if (context.json) context.io.out(toJson(await data()))
  else writePage(context, document())
}

/** Writes a document, through a pager where it is longer than the screen. */
export function writePage({ io, pager }: CommandContext, document: Document): void {
  const text = toTerminal(document, io)
  if (pager && io.page !== undefined && text.split('\n').length > io.height) io.page(text)
  else io.out(text)
}

/** JSON as files and `--json` have it: two spaces, a last line end, and what is not to be seen as \uXXXX. */
export function toJson(data: object): string {
  return `${cleanJson(JSON.stringify(data, null, 2))}\n`
}
