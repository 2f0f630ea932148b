import type { Guide, Place } from '../../core/model.ts'
import type { Diagnostic, Path } from './diagnostic.ts'
import type { CitingPiece, FoundPiece, QuestionTest } from './traverse.ts'

/** The lists of a guide that live in files or sections of their own. */
type ListKey =
  | 'topics'
  | 'options'
  | 'questions'
  | 'warningSigns'
  | 'outOfScope'
  | 'faqs'
  | 'tips'
  | 'glossary'
  | 'sources'
  | 'properties'

/** Lists that a guide may leave out. */
type OptionalListKey = 'urgentActions' | 'alerts'

export type Header = Omit<Guide, ListKey | OptionalListKey>

/** The valid pieces of a guide; others may be faulty. */
export type PartialGuide = Pick<Guide, ListKey | OptionalListKey> & {
  readonly header: Header | undefined
  /** The faulty ones, as data with the keys of YAML. */
  readonly faulty: readonly object[]
}

/** The parts without the pieces of the settled files, which stay unread. */
export function withoutSettled(parts: PartialGuide, settled: ReadonlySet<string>): PartialGuide {
  const from = <T>(file: string, pieces: () => readonly T[]) => (settled.has(file) ? [] : pieces())
  const gates = 'warning-signs.yaml'
  return {
    header: settled.has('guide.yaml') ? undefined : parts.header,
    topics: from('guide.yaml', () => parts.topics),
    tips: from('guide.yaml', () => parts.tips),
    options: parts.options.filter(({ place }) => !settled.has(place.file)),
    questions: from('questions.yaml', () => parts.questions),
    urgentActions: from(gates, () => parts.urgentActions ?? []),
    warningSigns: from(gates, () => parts.warningSigns),
    outOfScope: from(gates, () => parts.outOfScope),
    alerts: from(gates, () => parts.alerts ?? []),
    faqs: from('faqs.yaml', () => parts.faqs),
    glossary: from('glossary.yaml', () => parts.glossary),
    sources: from('sources.yaml', () => parts.sources),
    properties: from('properties.yaml', () => parts.properties),
    faulty: parts.faulty,
  }
}

export type PieceKind = 'option' | 'topic' | 'question' | 'source'

/** Ids that the guide declares, faulty pieces included; undefined when they cannot be read. */
export type Known = Readonly<Record<PieceKind, ReadonlySet<string> | undefined>>

/** Input and output of the cross-reference rules. */
export type RuleContext = {
  readonly parts: PartialGuide
  readonly known: Known
  /** Every piece of text that has a list of sources; without warnings, none of a settled file. */
  readonly citing: readonly FoundPiece<CitingPiece>[]
  /** Every question that a condition tests, without those of settled files. */
  readonly tests: readonly FoundPiece<QuestionTest>[]
  /** The candidate nearest to an unknown word; empty when none is near. */
  readonly nearest: (word: string, candidates: Iterable<string>) => string
  /** Names of the lint rules that text properties may use; undefined when unchecked. */
  readonly lints: readonly string[] | undefined
  readonly placeOf: (piece: object, path: Path, part?: 'key') => Place
  /** @param path from the piece, as written in YAML */
  readonly report: (fault: Fault) => void
}

export type Fault = {
  readonly piece: object
  readonly path: Path
  readonly part?: 'key'
  readonly code: Diagnostic['code']
  readonly args?: Diagnostic['args']
  readonly severity?: 'warning'
}
