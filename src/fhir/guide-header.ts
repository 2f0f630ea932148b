import type { Guide } from '../core/model.ts'
import type { ResourceUrl } from './canonical.ts'

/** The common fields of every definition, in the order of the specification. */
export function definitionHeader(
  guide: Guide,
  resourceType: string,
  { id, url }: ResourceUrl,
  { name, title, profile }: { readonly name: string; readonly title: string; readonly profile?: string },
) {
  return {
    resourceType,
    id,
    ...(profile === undefined ? {} : { meta: { profile: [profile] } }),
    language: guide.language,
    url,
    version: guide.version,
    name,
    title,
    status: 'draft',
    experimental: false,
    date: guide.reviewed,
    publisher: 'nextline',
    contact: [{ name: guide.madeBy }],
  }
}
