import type { Answers, Guide } from '../core/model.ts'
import { parseAnswers } from '../guide/answers/parse-answers.ts'
import type { Io } from '../io/io.ts'

export type AnswerFlags = { readonly answers?: string; readonly set?: readonly string[] }

/** The answers that `--answers` and `--set` give; a `--set` wins. Throws UsageFailure naming all that is wrong. */
export function readAnswers(io: Io, flags: AnswerFlags, guide: Guide): Promise<Answers> {
  const file =
    flags.answers === undefined ? {} : { file: { name: flags.answers, text: io.readFile(flags.answers) } }
  return parseAnswers({ ...file, ...(flags.set && { set: flags.set }) }, guide)
}
