import { questionsIn } from '../core/engine/condition.ts'
import type { Answers, Guide } from '../core/model.ts'
import { UsageFailure } from '../io/failure.ts'
import { droppedPage } from '../view/pages/review-page.ts'
import { welcomePage } from '../view/pages/walk-page.ts'
import { type Flow, start, step } from './flow.ts'
import { showGate } from './gate-screen.ts'
import { showPlanMenu } from './plan-menu.ts'
import { askScreen } from './question-screen.ts'
import type { WalkEnd, WalkRequest } from './request.ts'
import { reviewAnswers } from './review-screen.ts'

/**
 * Runs the walkthrough: welcome, warning signs, the questions that can still matter, review, plan and plan menu. Pages
 * go to `io.out`, notices to `io.err`. Throws UsageFailure when there is no terminal, and Cancelled on Ctrl-C and at
 * the end of the input; saved answers stay saved.
 */
export async function walk(request: WalkRequest): Promise<WalkEnd> {
  const { guide, io } = request
  if (!io.canPrompt()) {
    throw new UsageFailure(
      'walk asks questions, and there is no terminal to ask on',
      'Give the answers beforehand: nextline plan --answers <file>, or nextline plan --set question=answer.',
    )
  }
  const answers = withoutSigns(guide, request.start)
  // The welcome is shown before the guide's rules are compiled.
  const isReady = await welcome(request, Object.keys(answers).length)
  let flow = start(guide, answers)
  if (!isReady) return ended('stopped', flow)
  showDropped(request, flow)
  for (;;) {
    const next = await takeStep(request, flow)
    if ('kind' in next) return next
    flow = next
    showDropped(request, flow)
    await request.saveProgress?.(flow.plan)
  }
}

/** Warning signs are asked again, because they may have changed since the earlier walk. */
function withoutSigns(guide: Guide, answers: Answers = {}): Answers {
  const signs = new Set(guide.warningSigns.flatMap(({ when }) => questionsIn(when)))
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !signs.has(question)))
}

function ended(kind: WalkEnd['kind'], flow: Flow): WalkEnd {
  return { kind, plan: flow.plan }
}

function showDropped({ guide, io, render }: WalkRequest, flow: Flow): void {
  if (flow.dropped.length > 0) io.errPage(`\n${render(droppedPage(guide, flow.dropped))}`)
}

/** Shows the welcome and returns whether to go on. Clinicians are not asked. */
async function welcome(
  { guide, io, prompter, reader, render }: WalkRequest,
  answered: number,
): Promise<boolean> {
  io.errPage(`${render(welcomePage(guide, { reader, howTo: prompter.howTo, answered }))}\n`)
  if (reader === 'clinician') return true
  const reply = await prompter.chooseOne({
    text: 'Ready?',
    summary: 'Ready',
    choices: [
      { value: 'begin', label: answered === 0 ? 'Begin' : 'Go on' },
      { value: 'stop', label: 'Not now' },
    ],
    initial: 'begin',
  })
  return reply.kind === 'answer' && reply.value === 'begin'
}

async function takeStep(request: WalkRequest, flow: Flow): Promise<Flow | WalkEnd> {
  const next = step(flow)
  if (next.kind === 'ask') return (await askScreen(request, flow, next)) ?? ended('stopped', flow)
  if (next.kind !== 'review') return (await showGate(request, flow, next.plan)) ?? ended('plan', flow)
  const reviewed = await reviewAnswers(request, flow)
  if (reviewed === 'quit') return ended('stopped', flow)
  if (reviewed !== 'plan') return reviewed
  return (await showPlanMenu(request, next.plan)) === 'change' ? flow : ended('plan', flow)
}
