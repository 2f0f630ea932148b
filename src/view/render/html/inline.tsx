import type { ComponentChildren } from 'preact'
import { cleanText } from '../../../text/clean-text.ts'
import type { Inline, Text } from '../../document/document.ts'
import type { LinkTo } from '../page-headings.ts'
import { MARK_SIGN, MARK_WORD } from '../terminal-style.ts'

export function InlineText({ text, linkTo }: { readonly text: Text; readonly linkTo: LinkTo }) {
  return <>{typeof text === 'string' ? cleanText(text) : text.map((part) => inline(part, linkTo))}</>
}

function inline(part: Inline, linkTo: LinkTo): ComponentChildren {
  if (typeof part === 'string') return cleanText(part)
  if ('strong' in part) return <strong>{cleanText(part.strong)}</strong>
  if ('faint' in part) return <span class="faint">{cleanText(part.faint)}</span>
  if ('code' in part) return <code>{cleanText(part.code)}</code>
  if ('ref' in part) return link(part.text, linkTo(part.ref))
  if ('source' in part) return link(part.text, linkTo(`sources#${part.source}`))
  if ('url' in part) return address(part.url)
  if ('mark' in part) {
    const word = MARK_WORD[part.mark].slice(1, -1)
    const role = part.decorative
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'img', 'aria-label': word } as const)
    return (
      <span class={`mark ${part.mark}`} {...role}>
        {MARK_SIGN[part.mark]}
      </span>
    )
  }
  return (
    <span class="cite">
      [{part.cite.map((id, index) => [index === 0 ? '' : ', ', link(id, linkTo(`sources#${id}`))])}]
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
