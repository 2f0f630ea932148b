import type { Guide, Source, SourceId } from '../../core/model.ts'
import { counted } from '../../text/words.ts'
import { fact, facts, guidePage, heading, paragraph } from '../document/blocks.ts'
import type { Block, Document, Fact, Text } from '../document/document.ts'
import { addresses, shortCitation } from '../text/citation.ts'
import { READ_WORDS, SOURCE_KIND_WORDS } from '../text/labels.ts'
import { closing } from './screen.ts'

/** Full citations with what was read of each, and everything that cites it (core/citations.ts). */
export function sourcesPage(
  guide: Guide,
  sources: readonly Source[],
  usage: ReadonlyMap<SourceId, readonly string[]>,
): Document {
  return guidePage(guide, { title: 'Sources', id: 'sources' }, [
    paragraph(`${counted(sources.length, 'source')}. Each says how much of it was read.`),
    ...sources.flatMap((source) => sourceBlocks(source, usage.get(source.id) ?? [])),
  ])
}

const LINE = 78

/** Sources one a line: id, authors, year and identifier. */
export function sourceListPage(guide: Guide, sources: readonly Source[], words: string): Document {
  const title = words === '' ? 'Sources' : `Sources: ${words}`
  return {
    title,
    layout: 'screen',
    blocks: [
      heading(1, title, { id: 'sources', aside: counted(sources.length, 'source') }),
      ...sources.map((source) => paragraph({ source: source.id, strong: source.id }, oneLine(source))),
      ...closing(
        { faint: 'One of them: ' },
        { code: `nextline sources ${sources[0]?.id ?? guide.id}` },
        { faint: '  By author, title, journal or topic: ' },
        { code: 'nextline sources <words>' },
      ),
    ],
  }
}

/** Authors, year and identifier, as far as the line has room. */
function oneLine(source: Source): string {
  const identifier = source.doi ?? (source.pmid === undefined ? (source.number ?? '') : `PMID ${source.pmid}`)
  const parts = [shortCitation(source), identifier].filter((part) => part !== '' && !source.id.includes(part))
  const fits = (text: string) => `${source.id}  ${text}`.length <= LINE
  const whole = parts.join('  ')
  const line = fits(whole) ? whole : (parts.find(fits) ?? '')
  return line === '' ? '' : `  ${line}`
}

function sourceBlocks(source: Source, usedBy: readonly string[]): readonly Block[] {
  const rows: readonly Fact[] = [
    { label: 'Kind', value: SOURCE_KIND_WORDS[source.kind] },
    ...fact('Published', source.published),
    ...fact('Updated', source.updated),
    ...fact('DOI', source.doi),
    ...fact('PubMed', source.pmid),
    ...fact('Number', source.number),
    ...addresses(source).map((url) => ({ label: 'Address', value: [{ url }] })),
    { label: 'What was read', value: `${READ_WORDS[source.read]} (${source.readNote})` },
    ...fact('Read in', readInText(source)),
    { label: 'Read on', value: source.accessed },
    ...fact('Why no DOI', source.noIdentifier),
    ...fact('Why a report', source.secondaryBecause),
    { label: 'Rests on it', value: usedBy.length === 0 ? 'Nothing in this guide.' : usedBy.join('; ') },
  ]
  return [
    heading(2, source.id, { id: `sources#${source.id}` }),
    paragraph(fullCitation(source)),
    ...facts(rows),
  ]
}

/** Where it was read, if elsewhere. */
function readInText({ readIn }: Source): Text | undefined {
  if (readIn?.url === undefined) return readIn?.where
  return [`${readIn.where}, `, { url: readIn.url }]
}

function fullCitation(source: Source): string {
  const title = source.title.replace(/[.\s]+$/, '')
  const year = source.year === undefined ? 'year not given' : String(source.year)
  const authors = source.authors === undefined ? '' : `${source.authors.replace(/[.\s]+$/, '')}. `
  return `${authors}${title}. ${source.where}, ${year}.`
}
