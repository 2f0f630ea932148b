import type { Guide, Source, SourceId } from '../core/model.ts'
import { addresses } from '../view/text/citation.ts'
import type { RelatedArtifact } from './resources.ts'

/** Full references of the sources with these ids, in the guide's order. */
export function references(guide: Guide, ids: readonly SourceId[]): readonly RelatedArtifact[] {
  return citedSources(guide, ids).map((source) => ({
    type: 'citation',
    label: source.id,
    display: source.title,
    citation: referenceText(source),
    ...address(source),
  }))
}

/**
 * Short citations for a statement, as the field `documentation`; `label` identifies the full reference. Without a
 * citation there is no field, because FHIR has no empty lists.
 */
export function documentation(
  guide: Guide,
  ids: readonly SourceId[],
): { readonly documentation?: readonly RelatedArtifact[] } {
  const citations = citedSources(guide, ids).map((source) => ({
    type: 'citation' as const,
    label: source.id,
    ...address(source),
  }))
  return citations.length === 0 ? {} : { documentation: citations }
}

function citedSources(guide: Guide, ids: readonly SourceId[]): readonly Source[] {
  const wanted = new Set(ids)
  return guide.sources.filter(({ id }) => wanted.has(id))
}

function address(source: Source): { readonly url?: string } {
  const [url] = addresses(source)
  return url === undefined ? {} : { url }
}

/** Authors, title, journal, year and identifiers, each ending in one full stop. */
function referenceText({ authors, title, where, year, number, doi, pmid }: Source): string {
  const parts = [
    authors,
    title,
    where,
    number,
    year === undefined ? undefined : String(year),
    doi === undefined ? undefined : `doi:${doi}`,
    pmid === undefined ? undefined : `PMID ${pmid}`,
  ]
  return parts.flatMap((part) => (part === undefined ? [] : `${part.replace(/\.$/, '')}.`)).join(' ')
}
