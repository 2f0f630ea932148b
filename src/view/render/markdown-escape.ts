import { cleanText } from '../../text/clean-text.ts'

/** Characters that mark something anywhere; the dot and the colon that make an address; `:name`, a directive to some. */
const MARKUP = /[\\`*_[\]<>|~&$@]|(?<=www)\.|(?<=https?|ftp|mailto|xmpp):|:(?=[\p{L}\p{N}])|!$/giu

/**
 * Words of a guide as Markdown that shows those words and nothing else: no emphasis, link, table, HTML, entity,
 * formula or bare address can come of them. Spaces at the ends stay. Not enough at the start of a block: see
 * `escapeStart`.
 */
export function escapeWords(text: string): string {
  return cleanText(text).replace(MARKUP, '\\$&')
}

/** Escaped words that stand at the start of a block, where a list, a heading or a rule could begin. */
export function escapeStart(escaped: string): string {
  return escaped.replace(/^[-+=#:]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')
}

/** Text as a code span, with a fence longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const code = cleanText(text).trim()
  if (code === '') return ''
  const fence = '`'.repeat(longestRun(code) + 1)
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${code}${pad}${fence}`
}

/** Lines as a fenced block of text. */
export function fencedText(lines: readonly string[]): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1))
  return [`${fence}text`, ...lines, fence]
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

/** An address between angle brackets; as code when it is no web address. */
export function autolink(url: string): string {
  const address = cleanText(url).trim()
  if (!/^https?:\/\/\S+$/i.test(address)) return codeSpan(address)
  return `<${address.replace(/[<>\\`|]/g, (mark) => encodeURIComponent(mark))}>`
}
