/** A name without case, spaces and punctuation: `Anti-inflammatory gel` and `anti inflammatory GEL` are one. */
export function toName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
