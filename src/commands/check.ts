import { EXIT, type ExitCode } from '../io/failure.ts'
import type { Setting } from './setting.ts'
import { toJson, render } from './write.ts'

/** Validates a guide, decides its properties over every combination of answers, and lints its numbers and words. */
export async function check(setting: Setting, folder: string | undefined): Promise<ExitCode> {
  const { io } = setting
  const { checkGuide } = await import('../guide/check.ts')
  const { checkView, checkJson } = await import('../view/check-view.ts')
  const found = checkGuide(io, folder ?? `${io.builtIn.source}${setting.guide ?? 'facet-joint'}`)
  io.out(setting.json ? toJson(checkJson(found)) : await render(io, checkView(found)))
  return found.holds ? EXIT.done : EXIT.no
}
