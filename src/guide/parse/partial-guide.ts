import type { Guide, Place } from '../../core/model.ts'
import type { Diagnostic, Path } from './diagnostic.ts'
import type { Citing, FoundPiece, QuestionTest } from './traverse.ts'

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

export type PieceKind = 'option' | 'topic' | 'question' | 'source'

/** Ids that the guide declares, faulty pieces included; undefined when they cannot be read. */
export type Known = Readonly<Record<PieceKind, ReadonlySet<string> | undefined>>

/** Input and output of the cross-reference rules. */
export type RuleContext = {
  readonly parts: PartialGuide
  readonly known: Known
  /** Every piece of text that has a list of sources, without those that are settled. */
  readonly citing: readonly FoundPiece<Citing>[]
  /** Every question that a condition tests, without those of settled pieces. */
  readonly tests: readonly FoundPiece<QuestionTest>[]
  /** The candidate nearest to an unknown word; empty when none is near. */
  readonly nearest: (word: string, candidates: Iterable<string>) => string
  /** Names of the lint rules that text properties may use; undefined when unchecked. */
  readonly lints: readonly string[] | undefined
  readonly placeOf: (piece: object, path: Path, part?: 'key') => Place
  /** @param path from the piece, as written in YAML */
  readonly report: (fault: Fault) => void
}

type Fault = {
  readonly piece: object
  readonly path: Path
  readonly part?: 'key'
  readonly code: Diagnostic['code']
  readonly args?: Diagnostic['args']
  readonly severity?: 'warning'
}
