import { explain } from '../core/engine/explain.ts'
import type { OptionId, Plan } from '../core/model.ts'
import type { Io } from '../io/io.ts'
import type { Document } from '../view/document/document.ts'
import { explainPage } from '../view/pages/explain-page.ts'
import { takeHomePage } from '../view/pages/take-home-page.ts'
import { toMarkdown } from '../view/render/to-markdown.ts'
import type { Reader } from '../view/text/labels.ts'
import { writeFiles } from './output-files.ts'

/** Explains why an option of a plan has its status. */
export function whyPage(plan: Plan, option: OptionId): Document {
  return explainPage(explain(plan.guide, option, plan.answers))
}

/**
 * Saves the take-home page. The walk asks before it replaces an export; other files are refused. Throws UsageFailure.
 */
export function savePage(io: Io, out: string, plan: Plan, reader: Reader): void {
  const text = toMarkdown(takeHomePage(plan, reader))
  writeFiles(io, [{ path: out, text }], { out, ownerOnly: true })
}
