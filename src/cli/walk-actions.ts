import { explain } from '../core/engine/explain.ts'
import type { Answers, Guide, OptionId, Plan } from '../core/model.ts'
import type { Io } from '../io/io.ts'
import type { Document } from '../view/document/document.ts'
import { explainPage } from '../view/pages/explain-page.ts'
import { takeHomePage } from '../view/pages/take-home-page.ts'
import { toMarkdown } from '../view/render/to-markdown.ts'
import type { Reader } from '../view/text/labels.ts'
import { writeFiles } from './output-files.ts'
import { readAnswers } from './read-answers.ts'

/** What a walk may need after its first screen; loaded on first use. */

export function whyView(plan: Plan, option: OptionId): Document {
  return explainPage(explain(plan.guide, option, plan.answers))
}

/**
 * Saves the take-home page. The walk asks before it replaces an export; other files are refused. Throws UsageFailure.
 */
export function savePage(io: Io, out: string, plan: Plan, reader: Reader): void {
  const text = toMarkdown(takeHomePage(plan, reader))
  writeFiles(io, [{ path: out, text }], { out, ownerOnly: true })
}

export function readSavedAnswers(io: Io, path: string, guide: Guide): Promise<Answers> {
  return readAnswers(io, { answers: path }, guide)
}
