/** Tells damaged bytes from whole ones. No hash for secrets: loading node:crypto takes longer than this does. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < bytes.length; index += 1) {
    sum = Math.imul(sum ^ (bytes[index] ?? 0), 0x01000193)
  }
  return sum >>> 0
}
