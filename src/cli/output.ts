import type { Guide } from '../core/model.ts'
import type { Io } from '../io/io.ts'
import { cleanJson } from '../text/clean-text.ts'
import type { Document } from '../view/document/document.ts'
import type { AddressOf, Paint } from '../view/render/terminal-style.ts'
import { toTerminal } from '../view/render/to-terminal.ts'
import { addresses } from '../view/text/citation.ts'
import type { CommandContext } from './context.ts'

/**
 * Writes a document for the terminal, or the same content as JSON with `--json`. Citations of `guide` become
 * hyperlinks.
 */
export async function write(
  context: CommandContext,
  document: () => Document,
  data: () => Promise<object> | object,
  guide?: Guide,
): Promise<void> {
  if (context.json) context.io.out(toJson(await data()))
  else await writePage(context, document(), guide && ((id) => addressIn(guide, id)))
}

function addressIn(guide: Guide, id: string): string | undefined {
  const source = guide.sources.find((candidate) => candidate.id === id)
  return source && addresses(source)[0]
}

/**
 * Writes a document, through a pager if it is longer than the screen.
 * @param addressOf the addresses of the sources in it, for a terminal that shows hyperlinks
 */
export async function writePage(
  { io, pager }: CommandContext,
  document: Document,
  addressOf?: AddressOf,
): Promise<void> {
  const paint = await paintFor(io)
  const canLink = addressOf !== undefined && paint !== undefined && (await io.showsHyperlinks?.()) === true
  const text = toTerminal(document, { ...io, ...(paint && { paint }), ...(canLink && { addressOf }) })
  writeText({ io, pager }, text)
}

/** The colours of the terminal; undefined for none, and then chalk is not loaded. */
export async function paintFor({ colorLevel }: Pick<Io, 'colorLevel'>): Promise<Paint | undefined> {
  return colorLevel === 0 ? undefined : (await import('../view/render/colours.ts')).colouredPaint(colorLevel)
}

/** Writes text for the terminal, through a pager if it is longer than the screen. */
export function writeText(
  { io, pager }: Pick<CommandContext, 'io' | 'pager'>,
  text: string,
  height = io.height,
): void {
  if (pager && io.page !== undefined && text.split('\n').length > height) io.page(text)
  else io.out(text)
}

/** JSON with an indent of two and a final line end; invisible characters as \uXXXX. */
export function toJson(data: object): string {
  return `${cleanJson(JSON.stringify(data, null, 2))}\n`
}
