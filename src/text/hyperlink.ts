/*
 * Hyperlinks of a terminal (OSC 8): an escape with the address before the text, one without an address after it.
 */

/** Web addresses of visible ASCII alone: nothing in one can end the escape. */
const SAFE_ADDRESS = /^https?:\/\/[\x21-\x7E]{1,2000}$/i

// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes begin with one
const HYPERLINK = /\x1B\]8;;[^\x1B]*\x1B\\/g

/** A text as a hyperlink; plain without a safe address. */
export function hyperlink(text: string, address: string | undefined): string {
  return address !== undefined && SAFE_ADDRESS.test(address)
    ? linkEscape(address) + text + linkEscape('')
    : text
}

/** The escape that begins a link to an address, or ends one when the address is empty. */
export function linkEscape(address: string): string {
  return `\x1B]8;;${address}\x1B\\`
}

export function withoutHyperlinks(text: string): string {
  return text.replace(HYPERLINK, '')
}
