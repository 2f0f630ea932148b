import type { OptionId, Plan } from '../core/model.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Choice } from '../io/prompter.ts'
import { optionCard } from '../view/pages/option-card.ts'
import { optionPage } from '../view/pages/option-page.ts'
import { planPage } from '../view/pages/plan-page.ts'
import { clinicalNotesPage, farewellPage, SURE_ITEMS, surePage } from '../view/pages/walk-page.ts'
import { type Reader, STATUS_HEADING } from '../view/text/labels.ts'
import type { WalkRequest } from './request.ts'

type Action = 'read' | 'why' | 'notes' | 'full' | 'markdown' | 'record' | 'sure' | 'change' | 'done'

const ACTIONS: readonly (Choice & { readonly value: Action; readonly only?: Reader })[] = [
  { value: 'read', label: 'Read about one option' },
  { value: 'why', label: 'See why an option stands where it does' },
  { value: 'notes', label: 'See all clinical notes', only: 'clinician' },
  { value: 'full', label: 'See the whole plan with all reasons' },
  { value: 'markdown', label: 'Save a page to take to the visit (Markdown)' },
  { value: 'record', label: 'Save the answers, to go on another day' },
  { value: 'sure', label: 'Check how sure you feel (four short questions)', only: 'patient' },
  { value: 'change', label: 'Change an answer' },
  { value: 'done', label: 'Done', aliases: ['quit'] },
]

/** Shows the short plan and then a menu. Returns `change` when the person wants to edit answers. */
export async function showPlanMenu(request: WalkRequest, plan: Plan): Promise<'done' | 'change'> {
  const { io, prompter, reader, render } = request
  io.out(`\n${render(planPage(plan, { detail: 'first', reader, isWalk: true }))}`)
  const toMenu = [{ value: 'menu', label: 'See what you can do with it' }]
  if ((await askWhenRead(prompter, toMenu)) === undefined) return 'done'
  for (;;) {
    const reply = await prompter.chooseOne({
      text: 'What would you like to do now?',
      summary: 'Next',
      choices: ACTIONS.filter(({ only }) => only === undefined || only === reader),
    })
    const action = reply.kind === 'answer' ? (reply.value as Action) : 'done'
    if (action === 'done') io.errPage(`\n${render(farewellPage(plan, reader))}`)
    if (action === 'done' || action === 'change') return action
    await run(request, plan, action)
  }
}

/** Waits below a page: the menu would push its first lines off the screen. Undefined when the person stops. */
async function askWhenRead(
  prompter: WalkRequest['prompter'],
  choices: readonly Choice[],
): Promise<string | undefined> {
  const text = 'When you have read it:'
  const reply = await prompter.chooseOne({ text, summary: 'Read', choices, initial: 'menu' })
  return reply.kind === 'answer' ? reply.value : undefined
}

async function run(
  request: WalkRequest,
  plan: Plan,
  action: Exclude<Action, 'done' | 'change'>,
): Promise<void> {
  const { guide, io, prompter, reader, render, showLong } = request
  if (action === 'full') return showLong(planPage(plan, { detail: 'full', reader }))
  if (action === 'notes') return showLong(clinicalNotesPage(plan))
  if (action === 'sure') return checkSure(request)
  if (action === 'markdown' || action === 'record') return savePlan(request, plan, action)
  const option = await chooseOption(request, plan, action)
  const chosen = guide.options.find(({ id }) => id === option)
  if (chosen === undefined) return
  if (action === 'why') return showLong(await request.why(plan, chosen.id))
  io.out(`\n${render(optionCard(guide, chosen, reader, { isWalk: true }))}`)
  const next = await askWhenRead(prompter, [
    { value: 'menu', label: 'Back to what you can do' },
    { value: 'all', label: 'Read all about it, with the sources' },
  ])
  if (next === 'all') showLong(optionPage(guide, chosen, reader))
}

async function chooseOption(
  { prompter }: WalkRequest,
  plan: Plan,
  action: 'read' | 'why',
): Promise<OptionId | undefined> {
  const reply = await prompter.chooseOne({
    text:
      action === 'read'
        ? 'Which option do you want to read about?'
        : 'Why does which option stand where it does?',
    summary: action === 'read' ? 'Read' : 'Why',
    choices: plan.options
      .filter(({ status }) => status !== 'not-relevant')
      .map(({ option, status }) => ({
        value: option.id,
        label: `${option.title}: ${STATUS_HEADING[status].toLowerCase()}`,
        aliases: option.aliases,
      })),
    moves: ['back'],
  })
  return reply.kind === 'answer' ? reply.value : undefined
}

const FILE_NAMES = { markdown: 'nextline-plan.md', record: 'nextline-record.json' } as const

async function savePlan(request: WalkRequest, plan: Plan, kind: 'markdown' | 'record'): Promise<void> {
  const { io, prompter } = request
  for (;;) {
    const reply = await prompter.line({
      text: 'Save it under which file name?',
      summary: 'Save',
      initial: FILE_NAMES[kind],
      moves: ['back'],
    })
    if (reply.kind !== 'answer') return
    if (io.fileExists(reply.value)) {
      const over = await prompter.confirm({
        text: `${reply.value} is there already. Replace it?`,
        summary: 'Replace',
      })
      if (over.kind !== 'answer' || !over.value) continue
    }
    try {
      await request.save[kind](reply.value, plan)
      io.err(`Saved: ${fullPath(io.cwd, reply.value)}\n`)
      return
    } catch (error) {
      if (!(error instanceof UsageFailure)) throw error
      io.err(`${error.message}\n${error.hint ?? ''}\n`)
    }
  }
}

/** The full path, which is valid from any folder. */
function fullPath(cwd: string, path: string): string {
  return path.startsWith('/') || cwd === '' ? path : `${cwd}/${path}`
}

async function checkSure({ io, prompter, render }: WalkRequest): Promise<void> {
  const reply = await prompter.chooseRows({
    text: 'How sure do you feel? Answer as you like; any row may stay open.',
    summary: 'How sure',
    rows: SURE_ITEMS.map(({ id, text }) => ({ id, text })),
    moves: ['back'],
  })
  if (reply.kind !== 'answer') return
  const sure = Object.keys(reply.value).filter((id) => reply.value[id] === 'yes')
  io.out(`\n${render(surePage(sure))}`)
}
