import { type GuidePiece, guidePieces, optionPieces } from './guide-pieces.ts'
import type { Guide, SourceId, TreatmentOption } from './model.ts'

/** A named piece of a guide with the sources it cites. */
export type Citation = { readonly name: string; readonly sources: readonly SourceId[] }

/**
 * The names of the pieces that cite each source, in the guide's order: `nsaids: benefits`, `warning sign fever`.
 * Uncited and unknown sources have an entry too.
 */
export function sourceUsage(guide: Guide): ReadonlyMap<SourceId, readonly string[]> {
  const usage = new Map<SourceId, Set<string>>(guide.sources.map((source) => [source.id, new Set()]))
  for (const { name, sources } of citationsIn(guidePieces(guide))) {
    for (const id of sources) usage.set(id, (usage.get(id) ?? new Set()).add(name))
  }
  return new Map([...usage].map(([id, names]) => [id, [...names]]))
}

/** The number of pieces that cite a source, and those that cite only secondary reports, in the guide's order. */
export function citedOnReportsAlone(guide: Guide): {
  readonly cited: number
  readonly alone: readonly Citation[]
} {
  const reports = new Set(guide.sources.filter(({ kind }) => kind === 'secondary').map(({ id }) => id))
  const cited = citationsIn(guidePieces(guide)).filter(({ sources }) => sources.length > 0)
  return { cited: cited.length, alone: cited.filter(({ sources }) => sources.every((id) => reports.has(id))) }
}

/** The sources that an option cites, in the order of its pieces, without repeats. */
export function sourcesOfOption(option: TreatmentOption): readonly SourceId[] {
  return [...new Set(citationsIn(optionPieces(option)).flatMap(({ sources }) => sources))]
}

function citationsIn(pieces: readonly GuidePiece[]): readonly Citation[] {
  return pieces.flatMap(({ name, sources }) => (sources === undefined ? [] : [{ name, sources }]))
}
