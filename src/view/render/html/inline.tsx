import type { ComponentChildren } from 'preact'
import { cleanText } from '../../../text/clean-text.ts'
import type { Inline, Text } from '../../document/document.ts'
import { MARK_SIGN, MARK_WORD } from '../terminal-style.ts'
import type { PageLinks } from '../to-markdown.ts'

export function InlineText({ text, links }: { readonly text: Text; readonly links: PageLinks }) {
  return <>{typeof text === 'string' ? cleanText(text) : text.map((part) => inline(part, links))}</>
}

function inline(part: Inline, links: PageLinks): ComponentChildren {
  if (typeof part === 'string') return cleanText(part)
  if ('strong' in part) return <strong>{cleanText(part.strong)}</strong>
  if ('faint' in part) return <span class="faint">{cleanText(part.faint)}</span>
  if ('code' in part) return <code>{cleanText(part.code)}</code>
  if ('ref' in part) return link(part.text, links.resolveRef(part.ref))
  if ('source' in part) return link(part.text, links.resolveRef(`sources#${part.source}`))
  if ('url' in part) return address(part.url)
  if ('mark' in part) {
    const word = MARK_WORD[part.mark].slice(1, -1)
    return (
      <span class={`mark ${part.mark}`} role="img" aria-label={word}>
        {MARK_SIGN[part.mark]}
      </span>
    )
  }
  return (
    <span class="cite">
      [{part.cite.map((id, index) => [index === 0 ? '' : ', ', link(id, links.resolveRef(`sources#${id}`))])}]
    </span>
  )
}

function link(text: string, href: string | undefined): ComponentChildren {
  return href === undefined ? cleanText(text) : <a href={href}>{cleanText(text)}</a>
}

/** A web address is a link; anything else is shown as it is. */
function address(url: string): ComponentChildren {
  const href = cleanText(url).trim()
  if (!/^https?:\/\/\S+$/i.test(href)) return <code>{href}</code>
  return (
    <a href={href} rel="noopener noreferrer">
      {href}
    </a>
  )
}
