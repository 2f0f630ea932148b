import type { CardText, Claim, Guide, SourceId, TreatmentOption } from './model.ts'

/** A piece of a guide by name, and the sources that it cites. */
export type Citation = { readonly by: string; readonly sources: readonly SourceId[] }

/**
 * What rests on each source, in the guide's order, each name once: `nsaids: benefits`, `nsaids: rule kidney`,
 * `warning sign fever`, `faq how-long`. Every source of the guide has an entry, an empty one when nothing cites it;
 * so has a source that is cited but not in the guide.
 */
export function sourceUsage(guide: Guide): ReadonlyMap<SourceId, readonly string[]> {
  const usage = new Map<SourceId, Set<string>>(guide.sources.map((source) => [source.id, new Set()]))
  for (const { by, sources } of guideCitations(guide)) {
    for (const id of sources) {
      const names = usage.get(id) ?? new Set()
      usage.set(id, names.add(by))
    }
  }
  return new Map([...usage].map(([id, names]) => [id, [...names]]))
}

/** How many pieces of the guide cite a source, and those that rest on reports of other work alone, in its order. */
export function citedOnReportsAlone(guide: Guide): {
  readonly cited: number
  readonly alone: readonly Citation[]
} {
  const reports = new Set(guide.sources.filter(({ kind }) => kind === 'secondary').map(({ id }) => id))
  const cited = guideCitations(guide).filter(({ sources }) => sources.length > 0)
  return { cited: cited.length, alone: cited.filter(({ sources }) => sources.every((id) => reports.has(id))) }
}

/** Every source that an option cites, each once, in the order of the option's fields. */
export function sourcesOfOption(option: TreatmentOption): readonly SourceId[] {
  return [...new Set(optionCitations(option).flatMap((citation) => citation.sources))]
}

function guideCitations(guide: Guide): readonly Citation[] {
  const rest: readonly Citation[] = [
    ...claims('guide: problem', [guide.problem]),
    ...claims('guide: course', [guide.course]),
    ...claims('guide: living with it', [guide.livingWith]),
    ...claims('guide: summary', guide.summary),
    ...claims('guide: not reassurance', [guide.notReassurance]),
    ...guide.topics.flatMap((topic) => claims(`topic ${topic.id}`, topic.points)),
  ]
  return [
    ...rest,
    ...guide.options.flatMap(optionCitations),
    ...(guide.urgentActions ?? []).map(({ within, sources }) => ({ by: `urgent action ${within}`, sources })),
    ...guide.warningSigns.map((sign) => ({ by: `warning sign ${sign.id}`, sources: sign.sources })),
    ...guide.faqs.flatMap((faq) => claims(`faq ${faq.id}`, [faq.answer])),
    ...guide.tips.flatMap((tip) => claims(`tip ${tip.id}`, [tip.text])),
  ]
}

function optionCitations(option: TreatmentOption): readonly Citation[] {
  const fields: readonly Citation[] = [
    ...claims('summary', [option.summary]),
    ...cardTexts(option).map((text) => ({ by: 'card', sources: text.sources })),
    ...(option.indications ?? []).map((piece) => ({ by: `indication ${piece.id}`, sources: piece.sources })),
    ...claims('at a glance', Object.values(option.atAGlance)),
    ...claims('involves', option.involves),
    ...claims('benefits', option.benefits),
    ...claims('harms', option.harms),
    ...option.outcomes.map((outcome) => ({ by: `outcome ${outcome.id}`, sources: outcome.sources })),
    ...option.risks.map((risk) => ({ by: 'risks', sources: risk.sources })),
    ...claims('may suit', option.maySuit),
    ...claims('may not suit', option.mayNotSuit),
    ...claims('living with it', [option.livingWith]),
    ...claims('if nothing', [option.ifNothing]),
    ...option.recommendations.map((said) => ({ by: `recommendation ${said.body}`, sources: said.sources })),
    ...(option.test === undefined ? [] : claims('test facts', Object.values(option.test))),
    ...option.rules.map((rule) => ({ by: `rule ${rule.id}`, sources: rule.sources })),
    ...claims('clinical notes', option.clinicalNotes),
  ]
  return fields.map(({ by, sources }) => ({ by: `${option.id}: ${by}`, sources }))
}

function cardTexts({ card }: TreatmentOption): readonly CardText[] {
  return Object.values(card ?? {}).filter((field) => typeof field === 'object' && 'sources' in field)
}

function claims(by: string, of: readonly Claim[]): readonly Citation[] {
  return of.map((claim) => ({ by, sources: claim.sources }))
}
