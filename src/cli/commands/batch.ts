import { briefWriter } from '../../core/engine/brief.ts'
import { plan } from '../../core/engine/plan.ts'
import type { Guide } from '../../core/model.ts'
import { answersFromQuestionnaireResponse } from '../../fhir/read-response.ts'
import { answersOf, readAnswersLine } from '../../guide/answers/parse-answers.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import { cleanJson } from '../../text/clean-text.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'

export type BatchFlags = {
  /** A file, or `-` or true for standard input. */
  readonly batch: string | true
  readonly full?: boolean
}

/** The rest of a line's JSON, after its schema and number. Throws UsageFailure when the answers are bad. */
type Judge = (line: string) => { readonly schema: string; readonly rest: string }

/**
 * Answers as one JSON object a line, to one plan a line in the same order: brief, or whole with `full`. A bad line
 * gives the reason in its place, and status 1 at the end. Holds no more than the lines that have just arrived.
 */
export async function batch({ io, ...context }: CommandContext, flags: BatchFlags): Promise<ExitCode> {
  const guide = await openGuide({ io, ...context })
  const judge = flags.full === true ? await wholeJudge(guide) : briefJudge(guide)
  let number = 0
  let bad = 0
  for await (const lines of io.readLines(flags.batch === true ? '-' : flags.batch)) {
    let text = ''
    for (const line of lines) {
      number += 1
      const found = judgeOrSay(judge, line)
      if (found.schema === ERROR) bad += 1
      text += `{"schema":"${found.schema}","line":${number},${found.rest}}\n`
    }
    await io.outSlowly(text)
  }
  return bad === 0 ? EXIT.done : EXIT.no
}

const ERROR = 'nextline/error@1'

function judgeOrSay(judge: Judge, line: string): ReturnType<Judge> {
  try {
    return judge(line)
  } catch (error) {
    if (!(error instanceof UsageFailure)) throw error
    return { schema: ERROR, rest: `"error":${cleanJson(JSON.stringify(error.message))}` }
  }
}

function briefJudge(guide: Guide): Judge {
  const write = briefWriter(guide)
  return (line) => {
    const { data, notUnderstood } = dataOf(line, guide)
    // Answers that are not in their plain form (a record, a number for a text) take the way that reports faults.
    const rest = write(data) ?? write(answersOf(data, guide))
    if (rest === undefined) throw new Error('answers that were accepted could not be judged')
    return { schema: 'nextline/brief@1', rest: rest + notUnderstood }
  }
}

async function wholeJudge(guide: Guide): Promise<Judge> {
  const { planJson } = await import('../../view/json/plan-json.ts')
  return (line) => {
    const { data, notUnderstood } = dataOf(line, guide)
    const { schema, ...rest } = planJson(plan(guide, answersOf(data, guide))) as { schema: string }
    return { schema, rest: cleanJson(JSON.stringify(rest)).slice(1, -1) + notUnderstood }
  }
}

/**
 * The answers of a line as data, and a field that names what of a QuestionnaireResponse was not understood. Throws
 * UsageFailure.
 */
function dataOf(line: string, guide: Guide): { readonly data: unknown; readonly notUnderstood: string } {
  const data = readAnswersLine(line)
  const found = 'resourceType' in data ? answersFromQuestionnaireResponse(data, guide) : undefined
  if (found === undefined) return { data, notUnderstood: '' }
  if (found.faults.length > 0) throw new UsageFailure(found.faults.join('; '))
  const phrases = cleanJson(JSON.stringify(found.notUnderstood))
  return {
    data: found.answers,
    notUnderstood: found.notUnderstood.length === 0 ? '' : `,"notUnderstood":${phrases}`,
  }
}
