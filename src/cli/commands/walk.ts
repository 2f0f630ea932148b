import type { Plan } from '../../core/model.ts'
import { cleanPrompter } from '../../io/clean-prompter.ts'
import { Cancelled, EXIT, type ExitCode } from '../../io/failure.ts'
import { promptStreams } from '../../io/node-io.ts'
import type { Prompter } from '../../io/prompter.ts'
import { counted } from '../../text/words.ts'
import type { Document } from '../../view/document/document.ts'
import { toTerminal } from '../../view/render/to-terminal.ts'
import { walk } from '../../walk/walk.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { paintFor, writeText } from '../output.ts'

export const command: CommandSpec<WalkFlags> = {
  name: 'walk',
  summary: 'questions one by one, then the personal list',
  flags: [
    {
      flag: '--save <file>',
      summary: 'keep the answers in this file after every screen, and the plan at the end',
      needs: 'a file',
    },
    { flag: '--force', summary: 'with --save: replace whatever file is there' },
    { flag: '--resume <file>', summary: 'go on with the answers in this file', needs: 'a file' },
  ],
  examples: ['nextline walk', 'nextline walk --plain', 'nextline walk --save mine.json'],
  run: walkCommand,
}

type PromptStreams = ReturnType<typeof promptStreams>

type WalkFlags = { readonly save?: string; readonly resume?: string; readonly force?: boolean }

/** Questions one by one, then the personal list. */
async function walkCommand(
  context: CommandContext,
  _: readonly string[],
  flags: WalkFlags,
): Promise<ExitCode> {
  const { io } = context
  const guide = await openGuide(context)
  const reader = context.reader ?? 'patient'
  const streams = promptStreams()
  const save = flags.save ?? flags.resume
  const prompter = cleanPrompter(await prompterFor(context, streams))
  const from = await startingPoint(context, flags, prompter)
  if (from === 'stop') return EXIT.done
  const record = async (path: string, plan: Plan) =>
    (await import('../records.ts')).saveRecord(io, path, plan)
  const render = await renderer(context, streams)
  const end = await walk({
    guide,
    io,
    reader,
    prompter,
    render,
    showLong: (document) => writeText(context, `\n${render(document)}`, streams.output.rows),
    why: async (plan, option) => (await walkActions()).whyPage(plan, option),
    save: {
      markdown: async (path, plan) => (await walkActions()).savePage(io, path, plan, reader),
      record,
    },
    ...(from && {
      start: await (await import('../read-answers.ts')).readAnswers(io, { answers: from }, guide),
    }),
    ...(save && { saveProgress: (plan) => record(save, plan) }),
  }).catch((error) => {
    if (error instanceof Cancelled && save !== undefined && io.fileExists(save))
      noteHowToResume(context, save)
    throw error
  })
  if (end.kind === 'plan') return EXIT.done
  if (save !== undefined) noteHowToResume(context, save)
  throw new Cancelled()
}

/**
 * The file to resume from; undefined to start anew. An existing file of `--save` is never replaced without asking.
 * Throws UsageFailure.
 */
async function startingPoint(
  { io }: CommandContext,
  { save, resume, force }: WalkFlags,
  prompter: Prompter,
): Promise<string | undefined | 'stop'> {
  if (
    save === undefined ||
    save === resume ||
    force === true ||
    io.kindOf(save) === 'none' ||
    !io.canPrompt()
  )
    return resume
  const { refuseLoss, parseRecord } = await import('../records.ts')
  const before = io.kindOf(save) === 'file' ? parseRecord(io.readFile(save)) : undefined
  if (before === undefined || resume !== undefined) {
    // A resumed walk may only add to the existing record.
    refuseLoss(io, save, resume === undefined ? {} : (parseRecord(io.readFile(resume))?.answers ?? {}))
    return resume
  }
  const count = Object.keys(before.answers).length
  const reply = await prompter.chooseOne({
    text: `${save} holds a walk with ${counted(count, 'question')} answered. Go on from there?`,
    summary: save,
    choices: [
      { value: 'resume', label: 'Go on with these answers' },
      { value: 'anew', label: 'Start anew: the file is replaced after the first question' },
      { value: 'stop', label: 'Stop, and leave the file as it is' },
    ],
    initial: 'resume',
  })
  if (reply.kind !== 'answer' || reply.value === 'stop') return 'stop'
  return reply.value === 'resume' ? save : undefined
}

function noteHowToResume({ io }: CommandContext, save: string): void {
  io.err(`Your answers are kept. Go on with: nextline walk --resume ${save}\n`)
}

/** Renders pages for the terminal. Its width is read for every page, because the window may have been resized. */
async function renderer(
  { io, width }: CommandContext,
  { output }: PromptStreams,
): Promise<(document: Document) => string> {
  const paint = await paintFor(io)
  return (document) =>
    toTerminal(document, { ...io, width: width ?? output.columns ?? io.width, ...(paint && { paint }) })
}

/** Loaded on first use, because the first question does not need it. */
const walkActions = () => import('../walk-actions.ts')

/** Typed lines with `--plain`, drawn prompts elsewhere. Only the one in use is loaded. */
async function prompterFor({ io, width }: CommandContext, streams: PromptStreams) {
  const terminal = { ...streams, ...(width === undefined ? {} : { width }) }
  if (io.plain) return (await import('../../io/numbered-prompter.ts')).createNumberedPrompter(terminal)
  const { createInquirerPrompter } = await import('../../io/inquirer-prompter.ts')
  return createInquirerPrompter({ ...terminal, unicode: io.unicode, colorLevel: io.colorLevel })
}
