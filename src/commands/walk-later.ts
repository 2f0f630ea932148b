import { explain } from '../core/explain.ts'
import type { Answers, Guide, OptionId, Plan } from '../core/model.ts'
import { parseAnswers } from '../guide/answers.ts'
import type { Io } from '../io/io.ts'
import type { Document } from '../view/document.ts'
import { explainView } from '../view/explain-view.ts'
import { planView } from '../view/plan-view.ts'
import { toMarkdown } from '../view/to-markdown.ts'
import type { Reader } from '../view/words.ts'
import { writeFiles } from './write-files.ts'

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
