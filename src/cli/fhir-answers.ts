import type { Answers, Guide } from '../core/model.ts'
import { answersFromQuestionnaireResponse } from '../fhir/read-response.ts'
import { readJson } from '../guide/parse/read-json.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'

/**
 * The answers of a QuestionnaireResponse in a file; undefined for other text. Writes ignored parts and interpreted
 * answers to stderr. Throws UsageFailure for wrong answers to the guide's questions.
 */
export function answersOfResponse(io: Io, guide: Guide, path: string, text: string): Answers | undefined {
  const file = path === '-' ? 'standard input' : path
  refuseXml(file, text)
  const read = readJson(text)
  const response = 'data' in read ? answersFromQuestionnaireResponse(read.data, guide) : undefined
  if (response === undefined) return undefined
  const { answers, faults, notUnderstood, readAs } = response
  if (faults.length > 0) {
    const [first = ''] = faults
    const others = faults.length === 1 ? ` ${first}` : faults.map((fault) => `\n  ${fault}`).join('')
    throw new UsageFailure(
      `${file}: this QuestionnaireResponse cannot be used:${others}`,
      'See the questions and their answers with: nextline questions.',
    )
  }
  for (const { question, written, answer, label } of readAs) {
    io.err(`${question}=${written} is read as ${answer} (${label}).\n`)
  }
  for (const phrase of notUnderstood) io.err(`${file}: not understood, and left out: ${phrase}.\n`)
  return answers
}

function refuseXml(file: string, text: string): void {
  if (!/^\s*<(?:\?xml\b|[A-Z][A-Za-z]+\s+xmlns="http:\/\/hl7\.org\/fhir")/.test(text)) return
  throw new UsageFailure(`${file} is XML.`, 'Give the FHIR resource as JSON.')
}
