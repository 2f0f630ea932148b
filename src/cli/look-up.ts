import type { Guide } from '../core/model.ts'
import { EXIT, type ExitCode } from '../io/failure.ts'
import type { Document } from '../view/document/document.ts'
import type { CommandContext } from './context.ts'
import { openGuide } from './open-guide.ts'
import { write } from './output.ts'

/** Opens the guide and writes one page of it, or the same content as JSON. */
export async function lookUp(
  context: CommandContext,
  page: (guide: Guide) => Document,
  data: (guide: Guide) => Promise<object>,
): Promise<ExitCode> {
  const guide = await openGuide(context)
  await write(
    context,
    () => page(guide),
    () => data(guide),
    guide,
  )
  return EXIT.done
}

export const loadGuideJson = () => import('../view/json/guide-json.ts')
