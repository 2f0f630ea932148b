import { plan } from '../../core/engine/plan.ts'
import { compareRecords, fitToGuide } from '../../core/record.ts'
import { parseAnswers } from '../../guide/answers/parse-answers.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { replayPage } from '../../view/pages/replay-page.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { makeRecord, readRecord } from '../records.ts'

export const command: CommandSpec = {
  name: 'replay',
  words: '<record>',
  summary: 'build the plan of a saved record again, and say what differs',
  examples: ['nextline replay mine.json'],
  run: replay,
}

/** Builds a record's plan again and compares. Status 1 when it differs. */
async function replay(context: CommandContext, [path = '']: readonly string[]): Promise<ExitCode> {
  const { io } = context
  const record = readRecord(io, path)
  const guide = await openGuide({ ...context, guide: context.guide ?? record.guide.id })
  const fitted = fitToGuide(guide, record.answers)
  const file = { name: path, text: JSON.stringify(fitted.answers) }
  const { answers } = await parseAnswers({ file }, guide)
  const now = makeRecord(io, plan(guide, answers))
  const comparison = compareRecords(record, now, fitted.noLongerAsked)
  await write(
    context,
    () => replayPage(guide, comparison),
    () => ({ schema: 'nextline/replay@1', guide: { id: guide.id, version: guide.version }, ...comparison }),
  )
  return comparison.same ? EXIT.done : EXIT.no
}
