import { explain } from '../core/explain.ts'
import type { Guide, Plan } from '../core/model.ts'
import { parseAnswers } from '../guide/answers.ts'
import { Cancelled, EXIT, type ExitCode } from '../io/failure.ts'
import { promptStreams } from '../io/process-io.ts'
import { explainView } from '../view/explain-view.ts'
import { planView } from '../view/plan-view.ts'
import { toMarkdown } from '../view/to-markdown.ts'
import { toTerminal } from '../view/to-terminal.ts'
import type { Reader } from '../view/words.ts'
import { walk } from '../walk/walk.ts'
import { openGuide } from './guide.ts'
import { saveRecord } from './records.ts'
import type { Setting } from './setting.ts'
import { writeFiles } from './write-files.ts'

type WalkFlags = { readonly save?: string; readonly resume?: string }

/** Questions one by one, then the personal list. */
export async function walkCommand(setting: Setting, flags: WalkFlags): Promise<ExitCode> {
  const { io } = setting
  const guide = await openGuide(setting)
  const reader = setting.reader ?? 'patient'
  const streams = promptStreams()
  const save = flags.save ?? flags.resume
  const ended = await walk({
    guide,
    io,
    reader,
    prompter: await prompterFor(setting, streams),
    // Read anew for every page: a window may have been resized since the start.
    render: (document) =>
      toTerminal(document, { ...io, width: setting.width ?? streams.output.columns ?? io.width }),
    why: (found, option) => explainView(explain(guide, option, found.answers)),
    keep: { markdown: keepPage(setting, reader), record: (path, found) => saveRecord(io, path, found) },
    ...(flags.resume === undefined ? {} : { start: await resumed(setting, guide, flags.resume) }),
    ...(save === undefined ? {} : { save: (_answers, found) => saveRecord(io, save, found) }),
  }).catch((error) => {
    if (error instanceof Cancelled && save !== undefined && io.fileExists(save)) sayHowToGoOn(setting, save)
    throw error
  })
  if (ended.kind === 'plan') return EXIT.done
  if (save !== undefined) sayHowToGoOn(setting, save)
  throw new Cancelled()
}

/** The walk has asked before a file is replaced, so it is replaced. */
function keepPage({ io }: Setting, reader: Reader) {
  return (out: string, found: Plan) => {
    const text = toMarkdown(planView(found, { detail: 'full', reader }))
    writeFiles(io, [{ path: out, text }], { out, force: true })
  }
}

function sayHowToGoOn({ io }: Setting, save: string): void {
  io.err(`Your answers are kept. Go on with: nextline walk --resume ${save}\n`)
}

function resumed({ io }: Setting, guide: Guide, path: string) {
  return parseAnswers({ file: { name: path, text: io.readFile(path) } }, guide)
}

/** Typed lines where a screen must not be redrawn, drawn prompts elsewhere; only the one in use is loaded. */
async function prompterFor({ io, width }: Setting, streams: ReturnType<typeof promptStreams>) {
  const terminal = { ...streams, ...(width === undefined ? {} : { width }) }
  if (io.plain) return (await import('../io/numbered-prompter.ts')).createNumberedPrompter(terminal)
  const { createInquirerPrompter } = await import('../io/inquirer-prompter.ts')
  return createInquirerPrompter({ ...terminal, unicode: io.unicode, colorLevel: io.colorLevel })
}
