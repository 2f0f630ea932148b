import type { Guide } from '../core/model.ts'

/** A guide as one JSON document with a line for every part of it, so that a look-up parses the parts that it needs. */
export function toLines(guide: Guide): string {
  const parts = Object.entries(guide).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  return `{${parts.join('\n,')}\n}\n`
}

const FIRST_LINE = /^\{"\w+":.*\n,"/

/**
 * The guide in such a text, each part parsed when it is first read: a whole guide takes longer to parse than a look-up
 * takes to answer (bench/RESULTS.md). Any other JSON text is parsed at once.
 */
export function fromLines(text: string): Guide {
  if (!FIRST_LINE.test(text)) return JSON.parse(text)
  const guide = {}
  for (const line of text.trimEnd().split('\n').slice(0, -1)) {
    const colon = line.indexOf(':')
    onFirstRead(guide, line.slice(2, colon - 1), () => JSON.parse(line.slice(colon + 1)))
  }
  return guide as Guide
}

/** A property that is worked out when it is first read, and is a plain value from then on. */
function onFirstRead(owner: object, key: string, value: () => unknown): void {
  Object.defineProperty(owner, key, {
    configurable: true,
    enumerable: true,
    get: () => {
      const own = value()
      Object.defineProperty(owner, key, { value: own, enumerable: true })
      return own
    },
  })
}
