import type { CardText, Claim, Guide, OptionId, SourceId, TreatmentOption } from '../../core/model.ts'
import { CERTAINTY_NOTE, type Reader } from '../text/labels.ts'
import { cardWords } from '../text/reader-words.ts'
import { careHeading, urgencies } from '../text/urgency.ts'
import type { Block, Document, Fact, Inline, Level, Text } from './document.ts'

type HeadingParts = { readonly id?: string | undefined; readonly aside?: string | undefined }

export function heading(level: Level, text: string, { id, aside }: HeadingParts = {}): Block {
  return { kind: 'heading', level, text, ...(id && { id }), ...(aside && { aside }) }
}

export function paragraph(...parts: readonly Inline[]): Block {
  return { kind: 'paragraph', text: parts }
}

/** A page under its title, with the guide's notice at the end. */
export function guidePage(
  guide: Guide,
  { title, id }: { readonly title: string; readonly id?: string },
  blocks: readonly Block[],
): Document {
  return { title, blocks: [heading(1, title, { id }), ...blocks, notice(guide)] }
}

/** A heading over blocks; nothing when there are no blocks. */
export function section(title: Block, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [title, ...blocks]
}

/** A list; nothing when it has no items. */
export function list(items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

/** Label and value, one fact a row; nothing when there are no rows. */
export function facts(rows: readonly Fact[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }]
}

/** One fact; nothing without a value. */
export function fact(label: string, value: Text | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ label, value }]
}

/** A citation after a space; empty without sources. */
export function cited(sources: readonly SourceId[]): readonly Inline[] {
  return sources.length === 0 ? [] : [' ', { cite: sources }]
}

/** A claim with its certainty, basis and sources. */
export function claimText(claim: Claim): readonly Inline[] {
  const notes = [
    ...(claim.certainty === undefined ? [] : [CERTAINTY_NOTE[claim.certainty]]),
    ...(claim.basis === 'prudence' ? ['our own caution'] : []),
  ]
  return [claim.text, ...(notes.length === 0 ? [] : [` (${notes.join('; ')})`]), ...cited(claim.sources)]
}

export function claimList(claims: readonly Claim[]): readonly Block[] {
  return list(claims.map(claimText))
}

/** A text of a card with its sources. */
export function cardFact(label: string, text: CardText | undefined, reader: Reader): readonly Fact[] {
  const words = cardWords(text, reader)
  return text === undefined || words === undefined ? [] : [{ label, value: [words, ...cited(text.sources)] }]
}

/** A link to an option, with the command that shows it. */
export function optionLink(option: TreatmentOption): readonly Inline[] {
  return [{ ref: `option:${option.id}`, text: option.title }, ': ', { code: `nextline show ${option.id}` }]
}

/** Options by id, in the order of the ids; unknown ids are left out. */
export function optionsOf(guide: Guide, ids: readonly OptionId[]): readonly TreatmentOption[] {
  return ids.flatMap((id) => guide.options.filter((option) => option.id === id))
}

/** The guide's notice, which every page carries. */
export function notice(guide: Guide): Block {
  return { kind: 'callout', tone: 'info', label: 'Notice', body: [guide.notice] }
}

/** The notice as one faint line, for pages of one screen. */
export function shortNotice(guide: Guide): Block {
  return paragraph({ faint: guide.shortNotice ?? guide.notice })
}

/** All warning signs: a callout for each urgency, the soonest first. */
export function warningSignsFirst(guide: Guide): readonly Block[] {
  return urgencies(guide).map(({ within, signs }) => ({
    kind: 'callout',
    tone: 'danger',
    label: `Warning signs. ${careHeading(within)}`,
    body: ['Any of these comes before every option in this guide.'],
    items: signs.map(({ sign }) => sign),
  }))
}
