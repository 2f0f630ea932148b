import { isOpen } from '../../core/engine/condition.ts'
import type { Answers, Guide, Question, QuestionId } from '../../core/model.ts'
import { capitalized, counted } from '../../text/words.ts'
import type { Document } from '../document/document.ts'
import { printable } from '../render/terminal-style.ts'
import { answerWords, questionLabel } from '../text/condition-text.ts'
import type { QuestionStyle } from './question-page.ts'

/** A line of the review: a question and what was answered. */
type ReviewLine = { readonly question: QuestionId; readonly label: string }

/** All answers and the questions left open, in the guide's order. */
export function reviewLines(
  guide: Guide,
  applying: readonly Question[],
  { answers, leftOpen }: { readonly answers: Answers; readonly leftOpen: readonly QuestionId[] },
  style: QuestionStyle,
): readonly ReviewLine[] {
  return applying
    .filter(({ id }) => answers[id] !== undefined || leftOpen.includes(id))
    .map(({ id, label }) => {
      const answer = answers[id]
      const words =
        answer === undefined
          ? `${label}: not answered`
          : (answerWords(guide, { [id]: answer }, style.reader)[0] ?? label)
      return { question: id, label: printable(capitalized(words), style.unicode) }
    })
}

/** The number of open answers. */
export function reviewNotes(answers: Answers, lines: readonly ReviewLine[]): readonly string[] {
  const open = lines.filter(({ question }) => isOpen(answers, question)).length
  return open === 0
    ? []
    : [`${counted(open, 'answer')} open or "not sure". What is open never counts as safe.`]
}

/** That answers were dropped, and why. */
export function droppedPage(guide: Guide, dropped: readonly QuestionId[]): Document {
  const labels = dropped.map((id) => questionLabel(guide, id)).join('; ')
  const body = `Another answer means that it does not apply: ${labels}. All other answers are kept.`
  return { title: 'Dropped', blocks: [{ kind: 'callout', tone: 'info', label: 'Dropped', body: [body] }] }
}
