import type { AnswerId, Guide, OptionId, QuestionId } from '../model.ts'
import { addedIds, diffPieces, inBoth, type PieceChange, sameRule, sameWhen } from './diff-pieces.ts'
import { compareStatuses, type StatusDiff } from './diff-statuses.ts'
import { diffTexts, type TextChange } from './diff-texts.ts'

export type GuideDiff = StatusDiff & {
  readonly addedOptions: readonly OptionId[]
  readonly removedOptions: readonly OptionId[]
  readonly addedQuestions: readonly QuestionId[]
  readonly removedQuestions: readonly QuestionId[]
  readonly answers: readonly {
    readonly question: QuestionId
    readonly added: readonly AnswerId[]
    readonly removed: readonly AnswerId[]
  }[]
  readonly indications: readonly (PieceChange & { readonly option: OptionId; readonly indication: string })[]
  /** Rules that were added or removed, or whose condition or status changed, whether or not a status does. */
  readonly rules: readonly (PieceChange & { readonly option: OptionId; readonly rule: string })[]
  /** Warning signs and limits that were added or removed, or whose condition changed. */
  readonly gates: readonly (PieceChange & { readonly gate: string })[]
  readonly texts: readonly TextChange[]
}

/**
 * What differs for people between two guides, exactly: over every combination of answers to the questions of both. An
 * answer that a guide does not have is ignored there, as in `plan`.
 */
export function diffGuides(before: Guide, after: Guide): GuideDiff {
  const options = inBoth(before.options, after.options)
  const questions = inBoth(before.questions, after.questions)
  return {
    addedOptions: addedIds(before.options, after.options),
    removedOptions: addedIds(after.options, before.options),
    addedQuestions: addedIds(before.questions, after.questions),
    removedQuestions: addedIds(after.questions, before.questions),
    answers: questions
      .map(([old, now]) => ({
        question: now.id,
        added: addedIds(old.answers, now.answers),
        removed: addedIds(now.answers, old.answers),
      }))
      .filter((answers) => answers.added.length + answers.removed.length > 0),
    indications: options.flatMap(([old, now]) =>
      diffPieces(old.indications ?? [], now.indications ?? [], sameWhen).map(({ id, ...change }) => ({
        option: now.id,
        indication: id,
        ...change,
      })),
    ),
    rules: options.flatMap(([old, now]) =>
      diffPieces(old.rules, now.rules, sameRule).map(({ id, ...change }) => ({
        option: now.id,
        rule: id,
        ...change,
      })),
    ),
    gates: [
      ...diffPieces(before.warningSigns, after.warningSigns, sameWhen),
      ...diffPieces(before.outOfScope, after.outOfScope, sameWhen),
    ].map(({ id, ...change }) => ({ gate: id, ...change })),
    ...compareStatuses(before, after),
    texts: diffTexts(before, after),
  }
}
