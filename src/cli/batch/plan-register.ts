import { briefWriter } from '../../core/engine/brief.ts'
import { plan } from '../../core/engine/plan.ts'
import type { Guide } from '../../core/model.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { cleanJson } from '../../text/clean-text.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { faultOf, type PersonLine } from './people.ts'
import { batchProgress } from './progress.ts'
import { type People, type Register, readRegister } from './read-register.ts'

/** The rest of a line's JSON, after its schema, number and id. Throws when the answers are bad. */
type Judge = (
  data: unknown,
  answersOf: People['answersOf'],
) => { readonly schema: string; readonly rest: string }

/**
 * Writes a plan for each line of a register, in the same order and in constant memory. A bad line gives an error in its
 * place, and exit status 1.
 */
export async function planRegister(
  context: CommandContext,
  register: Register,
  { full = false }: { readonly full?: boolean | undefined },
): Promise<ExitCode> {
  const { io } = context
  const guide = await openGuide(context)
  const judge = full ? await wholeJudge(guide) : briefJudge(guide)
  const progress = batchProgress(io, true)
  try {
    for await (const { people, firstLine, answersOf } of readRegister(io, guide, register)) {
      let text = ''
      for (const [index, person] of people.entries()) {
        const { schema, rest } = resultOf(person, judge, answersOf)
        progress.count(schema === ERROR)
        text += `{"schema":"${schema}","line":${firstLine + index},${idField(person)}${rest}}\n`
      }
      await io.writeWithBackpressure(text)
    }
  } finally {
    progress.end()
  }
  return progress.bad() === 0 ? EXIT.done : EXIT.no
}

const ERROR = 'nextline/error@1'

function resultOf(person: PersonLine, judge: Judge, answersOf: People['answersOf']): ReturnType<Judge> {
  try {
    return 'error' in person ? errorLine(person.error) : judge(person.data, answersOf)
  } catch (error) {
    return errorLine(faultOf(error))
  }
}

function errorLine(message: string): ReturnType<Judge> {
  return { schema: ERROR, rest: `"error":${cleanJson(JSON.stringify(message))}` }
}

function idField({ id }: PersonLine): string {
  return id === undefined ? '' : `"id":${cleanJson(JSON.stringify(id))},`
}

function briefJudge(guide: Guide): Judge {
  const write = briefWriter(guide)
  return (data, answersOf) => {
    const plain = write(data)
    if (plain !== undefined) return { schema: 'nextline/brief@1', rest: plain }
    // Answers in another form (a record, a number for a text) are parsed in full, which also reports faults.
    const { answers, notUnderstood } = answersOf(data)
    const rest = write(answers)
    if (rest === undefined) throw new Error('answers that were accepted could not be judged')
    return { schema: 'nextline/brief@1', rest: rest + phrasesField(notUnderstood) }
  }
}

async function wholeJudge(guide: Guide): Promise<Judge> {
  const { planJson } = await import('../../view/json/plan-json.ts')
  return (data, answersOf) => {
    const { answers, notUnderstood } = answersOf(data)
    const { schema, ...rest } = planJson(plan(guide, answers)) as { schema: string }
    return { schema, rest: cleanJson(JSON.stringify(rest)).slice(1, -1) + phrasesField(notUnderstood) }
  }
}

/** The field for the ignored parts of a QuestionnaireResponse. */
function phrasesField(notUnderstood: readonly string[] = []): string {
  return notUnderstood.length === 0 ? '' : `,"notUnderstood":${cleanJson(JSON.stringify(notUnderstood))}`
}
