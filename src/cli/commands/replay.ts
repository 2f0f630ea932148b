import { plan } from '../../core/engine/plan.ts'
import { compareRecords, fitToGuide } from '../../core/record.ts'
import { parseAnswers } from '../../guide/answers/parse-answers.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { replayJson, replayView } from '../../view/pages/replay-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { makeRecord, readRecord } from '../records.ts'

/** Builds a record's plan again and says `same`, or what differs and which rule or text changed (then status 1). */
export async function replay(setting: Setting, path: string): Promise<ExitCode> {
  const { io } = setting
  const record = readRecord(io, path)
  const guide = await openGuide({ ...setting, guide: setting.guide ?? record.guide.id })
  const fitted = fitToGuide(guide, record.answers)
  const file = { name: path, text: JSON.stringify(fitted.answers) }
  const { answers } = await parseAnswers({ file }, guide)
  const now = makeRecord(io, guide, answers, plan(guide, answers))
  const found = compareRecords(record, now, fitted.noLongerAsked)
  await write(
    setting,
    () => replayView(guide, found),
    () => replayJson(guide, found),
  )
  return found.same ? EXIT.done : EXIT.no
}
