import { explain } from '../core/explain.ts'
import type { Plan } from '../core/model.ts'
import { parseAnswers } from '../guide/answers.ts'
import { Cancelled, EXIT, type ExitCode } from '../io/failure.ts'
import { promptStreams } from '../io/process-io.ts'
import { explainView } from '../view/explain-view.ts'
import { planView } from '../view/plan-view.ts'
import { toMarkdown } from '../view/to-markdown.ts'
import { toTerminal } from '../view/to-terminal.ts'
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
  const keepPage = (out: string, found: Plan) =>
    writeFiles(io, [{ path: out, text: toMarkdown(planView(found, { detail: 'full', reader })) }], { out })
  const save = flags.save ?? flags.resume
  const ended = await walk({
    guide,
    io,
    reader,
    prompter: await prompterFor(setting),
    render: (document) => toTerminal(document, io),
    why: (found, option) => explainView(explain(guide, option, found.answers)),
    keep: { markdown: keepPage, record: (path, found) => saveRecord(io, path, found) },
    ...(flags.resume === undefined ? {} : { start: await resumed(setting, guide, flags.resume) }),
    ...(save === undefined ? {} : { save: (_answers, found) => saveRecord(io, save, found) }),
  })
  if (ended.kind === 'stopped') throw new Cancelled()
  return EXIT.done
}

function resumed({ io }: Setting, guide: Parameters<typeof parseAnswers>[1], path: string) {
  return parseAnswers({ file: { name: path, text: io.readFile(path) } }, guide)
}

/** Typed lines where a screen must not be redrawn, drawn prompts elsewhere; only the one in use is loaded. */
async function prompterFor({ io }: Setting) {
  const streams = promptStreams()
  if (io.plain) return (await import('../io/numbered-prompter.ts')).createNumberedPrompter(streams)
  const { createInquirerPrompter } = await import('../io/inquirer-prompter.ts')
  return createInquirerPrompter({
    ...streams,
    width: io.width,
    unicode: io.unicode,
    colorLevel: io.colorLevel,
  })
}
