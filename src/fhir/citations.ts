import type { Guide, Source, SourceId } from '../core/model.ts'
import { addresses } from '../view/text/citation.ts'
import type { RelatedArtifact } from './resources.ts'

/** Full references. */
export function references(guide: Guide, ids: readonly SourceId[]): readonly RelatedArtifact[] {
  return known(guide, ids).map((source) => ({
    type: 'citation',
    label: source.id,
    display: source.title,
    citation: referenceText(source),
    ...address(source),
  }))
}

/** Short citations for a statement; `label` identifies the full reference. */
function citations(guide: Guide, ids: readonly SourceId[]): readonly RelatedArtifact[] {
  return known(guide, ids).map((source) => ({ type: 'citation', label: source.id, ...address(source) }))
}

/** A `documentation` field, absent when nothing is cited, because FHIR has no empty lists. */
export function documentation(
  guide: Guide,
  ids: readonly SourceId[],
): { readonly documentation?: readonly RelatedArtifact[] } {
  const artifacts = citations(guide, ids)
  return artifacts.length === 0 ? {} : { documentation: artifacts }
}

function known(guide: Guide, ids: readonly SourceId[]): readonly Source[] {
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
