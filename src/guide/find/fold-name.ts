const ASCII = /^[\x20-\x7E]*$/

/**
 * A name without case, spaces and punctuation: `Anti-inflammatory gel` and `anti inflammatory GEL` are one, and so are
 * `can't` and `cant`.
 */
export function foldName(text: string): string {
  // Fast path: compiling \p{...} takes milliseconds, and most names are ASCII.
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/'/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
