import { explain } from '../core/engine/explain.ts'
import type { Answers, Guide, OptionId, Plan } from '../core/model.ts'
import { parseAnswers } from '../guide/answers/parse-answers.ts'
import type { Io } from '../io/io.ts'
import type { Document } from '../view/document/document.ts'
import { explainView } from '../view/pages/explain-page.ts'
import { planView } from '../view/pages/plan-page.ts'
import { toMarkdown } from '../view/render/to-markdown.ts'
import type { Reader } from '../view/text/labels.ts'
import { writeFiles } from './output-files.ts'

/** What a walk may need and its first screen does not: read when it is called. */

export function whyView(found: Plan, option: OptionId): Document {
  return explainView(explain(found.guide, option, found.answers))
}

/** The walk has asked before a file is replaced, so it is replaced. */
export function keepPage(io: Io, out: string, found: Plan, reader: Reader): void {
  const text = toMarkdown(planView(found, { detail: 'full', reader }))
  writeFiles(io, [{ path: out, text }], { out, force: true })
}

export function readKeptAnswers(io: Io, path: string, guide: Guide): Promise<Answers> {
  return parseAnswers({ file: { name: path, text: io.readFile(path) } }, guide)
}
