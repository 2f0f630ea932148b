import type { Answers, Guide } from '../core/model.ts'
import { RECORD_SCHEMA } from '../core/record.ts'
import { type AnswersInput, parseAnswers } from '../guide/answers/parse-answers.ts'
import type { Io } from '../io/io.ts'

export type AnswerFlags = { readonly answers?: string; readonly set?: readonly string[] }

/**
 * The answers of `--answers` and `--set`; `--set` wins. Answers of a record that the guide no longer takes, and answers
 * that were not ids, are named on stderr. Throws UsageFailure with the first few faults.
 */
export async function readAnswers(io: Io, flags: AnswerFlags, guide: Guide): Promise<Answers> {
  const file = flags.answers === undefined ? undefined : await readFile(io, flags.answers, guide)
  const set = flags.set ?? []
  const { answers, readAs } = await parseAnswers({ ...(file && { file }), set }, guide)
  for (const { question, written, answer, label } of readAs) {
    io.err(`${question}=${written} is read as ${answer} (${label}).\n`)
  }
  return answers
}

async function readFile(io: Io, path: string, guide: Guide): Promise<AnswersInput['file']> {
  const text = io.readFile(path)
  if (/"resourceType"|^\s*</.test(text)) {
    const { answersOfResponse } = await import('./fhir-answers.ts')
    const answers = answersOfResponse(io, guide, path, text)
    if (answers !== undefined) return { name: path, text: JSON.stringify(answers) }
  }
  if (!text.includes(RECORD_SCHEMA)) return { name: path, text }
  const { answersOfRecord, parseRecord } = await import('./records.ts')
  const record = parseRecord(text)
  return {
    name: path,
    text: record === undefined ? text : JSON.stringify(answersOfRecord(io, record, guide)),
  }
}
