import { severity } from '../../../core/engine/status.ts'
import type { Outcome, TreatmentOption } from '../../../core/model.ts'
import type { Path } from '../diagnostic.ts'
import type { RuleContext } from '../partial-guide.ts'
import type { CitingPiece } from '../traverse.ts'

/** Every statement cites a source, except "Not known ..." and declared cautions of our own. */
export function statementsCiteSources({ citing, report }: RuleContext): void {
  for (const { piece, path, value } of citing) {
    if (value.sources.length === 0 && !isExcused(value)) report({ piece, path, code: uncitedCode(value) })
  }
}

function isExcused({ basis, text }: CitingPiece): boolean {
  if (basis === 'prudence' || basis === 'editorial') return true
  return typeof text === 'string' && /^not known\b/i.test(text)
}

function uncitedCode(value: CitingPiece): 'uncited' | 'uncited-rule' | 'uncited-fact' {
  if ('text' in value) return 'uncited'
  return value.basis === 'evidence' || value.basis === 'guideline' ? 'uncited-rule' : 'uncited-fact'
}

/** An option with guidelines for and against it says what they differ about. */
export function disagreementIsSaid({ parts, report }: RuleContext): void {
  for (const piece of parts.options) {
    const directions = piece.recommendations.map(({ direction }) => direction)
    const differ = directions.includes('for') && directions.includes('against')
    if (differ && piece.disagreement === undefined) {
      report({ piece, path: ['recommendations'], part: 'key', code: 'disagreement-missing' })
    }
  }
}

/** An option has outcomes, or says why it has no numbers, and never both. */
export function missingNumbersAreSaid({ parts, report }: RuleContext): void {
  for (const piece of parts.options) {
    const saysWhy = piece.noNumbers !== undefined
    if (piece.outcomes.length === 0 && !saysWhy) {
      report({ piece, path: ['outcomes'], part: 'key', code: 'no-numbers-missing' })
    }
    if (piece.outcomes.length > 0 && saysWhy) {
      report({ piece, path: ['no-numbers'], part: 'key', code: 'no-numbers-beside' })
    }
  }
}

/** An interval is ordered and contains its estimate. */
export function intervalsHoldTheirEstimate(context: RuleContext): void {
  for (const option of context.parts.options) {
    for (const [index, outcome] of option.outcomes.entries()) checkInterval(context, option, index, outcome)
  }
}

function checkInterval(
  { report }: RuleContext,
  piece: TreatmentOption,
  index: number,
  outcome: Outcome,
): void {
  if (outcome.interval === undefined) return
  const [low, high] = outcome.interval
  const estimate = outcome.kind === 'points' ? outcome.better : outcome.withOption
  const args = { low: String(low), high: String(high), estimate: String(estimate) }
  const path = ['outcomes', index, 'interval']
  if (low > high) report({ piece, path, code: 'interval-order', args })
  else if (estimate < low || estimate > high) report({ piece, path, code: 'interval-estimate', args })
}

/** Only a rule about whether an option applies at all can make it not relevant. */
export function notRelevantIsAboutRelevance({ parts, report }: RuleContext): void {
  for (const piece of parts.options.flatMap((option) => option.rules)) {
    if (piece.status === 'not-relevant' && piece.kind !== 'relevance') {
      report({ piece, path: ['kind'], code: 'status-kind', args: { kind: piece.kind } })
    }
  }
}

/**
 * Every piece has the short forms that cards, plans and warning signs need. This is not part of the shapes, so that
 * older versions of a guide can still be compared.
 */
export function shortFormsAreThere({ parts, report }: RuleContext): void {
  const requireForms = (piece: object, path: Path, forms: Readonly<Record<string, unknown>>) => {
    for (const [field, value] of Object.entries(forms)) {
      if (value === undefined) report({ piece, path, code: 'form-missing', args: { field } })
    }
  }
  for (const topic of parts.topics) requireForms(topic, [], { short: topic.short })
  for (const option of parts.options) {
    requireForms(option, [], { 'short-title': option.shortTitle, 'benefit-noticed': option.benefitNoticed })
    for (const [index, { short }] of option.recommendations.entries())
      requireForms(option, ['recommendations', index], { short })
    for (const rule of option.rules) requireForms(rule, [], { short: rule.short })
  }
  for (const sign of parts.warningSigns) requireForms(sign, [], { say: sign.say, concern: sign.concern })
}

/** A `check-first` rule says what to find out or do. */
export function checkFirstSaysWhat({ parts, report }: RuleContext): void {
  for (const piece of parts.options.flatMap((option) => option.rules)) {
    if (piece.status === 'check-first' && piece.do === undefined) {
      report({ piece, path: ['status'], code: 'do-missing' })
    }
  }
}

/** Notes, and only notes, have the status `suitable`. */
export function notesAreSuitable({ parts, report }: RuleContext): void {
  for (const piece of parts.options.flatMap((option) => option.rules)) {
    if ((piece.kind === 'note') === (piece.status === 'suitable')) continue
    report({ piece, path: ['status'], code: 'note-status', args: { kind: piece.kind, status: piece.status } })
  }
}

/**
 * `while-open` is never more restrictive than the rule's status; otherwise the status would improve once the rule
 * applies.
 */
export function openWeighsNoMore({ parts, report }: RuleContext): void {
  for (const piece of parts.options.flatMap((option) => option.rules)) {
    const { status, whileOpen } = piece
    if (whileOpen === undefined || severity(whileOpen) <= severity(status)) continue
    report({ piece, path: ['while-open'], code: 'open-weighs-more', args: { open: whileOpen, status } })
  }
}

/** The next review is after the last one. */
export function reviewComesAfter({ parts, report }: RuleContext): void {
  const piece = parts.header
  if (piece === undefined || piece.reviewBy > piece.reviewed) return
  const args = { by: piece.reviewBy, reviewed: piece.reviewed }
  report({ piece, path: ['review-by'], code: 'review-order', args })
}

/** A study has a DOI or PubMed number, or says why not. */
export function researchIsFindable({ parts, report }: RuleContext): void {
  for (const piece of parts.sources) {
    if (piece.kind !== 'research') continue
    const findable = [piece.doi, piece.pmid, piece.noIdentifier].some(
      (identifier) => identifier !== undefined,
    )
    if (!findable) report({ piece, path: ['id'], code: 'research-not-findable', args: { id: piece.id } })
  }
}

/** A secondary source says why it may be cited. */
export function reportsGiveAReason({ parts, report }: RuleContext): void {
  for (const piece of parts.sources) {
    if (piece.kind !== 'secondary' || piece.secondaryBecause !== undefined) continue
    report({ piece, path: ['kind'], code: 'report-without-reason', args: { id: piece.id } })
  }
}
