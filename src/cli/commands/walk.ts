import type { Plan } from '../../core/model.ts'
import { Cancelled, EXIT, type ExitCode } from '../../io/failure.ts'
import { promptStreams } from '../../io/node-io.ts'
import { toTerminal } from '../../view/render/to-terminal.ts'
import { walk } from '../../walk/walk.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'

type WalkFlags = { readonly save?: string; readonly resume?: string }

/** Questions one by one, then the personal list. */
export async function walkCommand(setting: Setting, flags: WalkFlags): Promise<ExitCode> {
  const { io } = setting
  const guide = await openGuide(setting)
  const reader = setting.reader ?? 'patient'
  const streams = promptStreams()
  const save = flags.save ?? flags.resume
  const record = async (path: string, found: Plan) =>
    (await import('../records.ts')).saveRecord(io, path, found)
  const ended = await walk({
    guide,
    io,
    reader,
    prompter: await prompterFor(setting, streams),
    // Read anew for every page: a window may have been resized since the start.
    render: (document) =>
      toTerminal(document, { ...io, width: setting.width ?? streams.output.columns ?? io.width }),
    why: async (found, option) => (await later()).whyView(found, option),
    keep: {
      markdown: async (path, found) => (await later()).keepPage(io, path, found, reader),
      record,
    },
    ...(flags.resume && { start: await (await later()).readKeptAnswers(io, flags.resume, guide) }),
    ...(save && { save: (_, found) => record(save, found) }),
  }).catch((error) => {
    if (error instanceof Cancelled && save !== undefined && io.fileExists(save)) sayHowToGoOn(setting, save)
    throw error
  })
  if (ended.kind === 'plan') return EXIT.done
  if (save !== undefined) sayHowToGoOn(setting, save)
  throw new Cancelled()
}

function sayHowToGoOn({ io }: Setting, save: string): void {
  io.err(`Your answers are kept. Go on with: nextline walk --resume ${save}\n`)
}

const later = () => import('../walk-actions.ts')

/** Typed lines where a screen must not be redrawn, drawn prompts elsewhere; only the one in use is loaded. */
async function prompterFor({ io, width }: Setting, streams: ReturnType<typeof promptStreams>) {
  const terminal = { ...streams, ...(width === undefined ? {} : { width }) }
  if (io.plain) return (await import('../../io/numbered-prompter.ts')).createNumberedPrompter(terminal)
  const { createInquirerPrompter } = await import('../../io/inquirer-prompter.ts')
  return createInquirerPrompter({ ...terminal, unicode: io.unicode, colorLevel: io.colorLevel })
}
