import { plan } from '../../core/engine/plan.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { planView } from '../../view/pages/plan-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { type AnswerFlags, readAnswers } from '../read-answers.ts'

type PlanFlags = AnswerFlags & { readonly save?: string; readonly force?: boolean; readonly full?: boolean }

/** The personal list from answers given beforehand. */
export async function planCommand(setting: Setting, flags: PlanFlags): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const found = plan(guide, await readAnswers(setting.io, flags, guide))
  if (flags.save !== undefined) {
    const { mayReplace, saveRecord } = await import('../records.ts')
    if (flags.force !== true) mayReplace(setting.io, flags.save, found.answers)
    saveRecord(setting.io, flags.save, found)
  }
  await write(
    setting,
    () => planView(found, { detail: flags.full ? 'full' : 'brief', reader: setting.reader ?? 'clinician' }),
    async () => (await import('../../view/json/plan-json.ts')).planJson(found),
  )
  return EXIT.done
}
