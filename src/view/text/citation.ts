import type { Guide, Source, SourceId } from '../../core/model.ts'
import type { Inline } from '../document/document.ts'

/** Who or what to cite, and when: "Doe J and others (2020)", "NICE NG59 (2016)". */
export function shortCitation(source: Source): string {
  const number =
    source.number !== undefined && !source.where.includes(source.number) ? ` ${source.number}` : ''
  const author = source.authors === undefined ? source.where + number : firstAuthor(source.authors)
  return source.year === undefined || author.includes(String(source.year))
    ? author
    : `${author} (${source.year})`
}

function firstAuthor(authors: string): string {
  const [first = authors, ...others] = authors.split(/[,;]\s*/)
  return others.length === 0 ? first : `${first} and others`
}

/** A source on one line: id, authors, year, title. Only the id for an unknown source. */
export function citationLine(guide: Guide, id: SourceId): readonly Inline[] {
  const source = guide.sources.find((candidate) => candidate.id === id)
  if (source === undefined) return [{ cite: [id] }]
  const title = source.title.replace(/\.$/, '')
  return [{ cite: [id] }, ` ${shortCitation(source)}. ${title}.`]
}

/** Addresses of a source from its DOI, PubMed number and URL. */
export function addresses(source: Source): readonly string[] {
  return [
    ...(source.doi === undefined ? [] : [`https://doi.org/${source.doi}`]),
    ...(source.pmid === undefined ? [] : [`https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`]),
    ...(source.url === undefined ? [] : [source.url]),
  ]
}

const LONGEST_ADDRESS = 60

/** A short reference for print: authors, year, and DOI, PubMed number or a short address. */
export function shortReference(guide: Guide, id: SourceId): string {
  const source = guide.sources.find((candidate) => candidate.id === id)
  if (source === undefined) return id
  const { doi, pmid, url } = source
  const address = url?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') ?? ''
  const identifier =
    doi !== undefined
      ? `, doi ${doi}`
      : pmid !== undefined
        ? `, PMID ${pmid}`
        : address !== '' && address.length <= LONGEST_ADDRESS
          ? `, ${address}`
          : ''
  return `${shortCitation(source)}${identifier}`
}
