import type { Plan } from '../core/model.ts'
import type { Choice } from '../io/prompter.ts'
import { planPage } from '../view/pages/plan-page.ts'
import { urgentHeading } from '../view/pages/urgent-page.ts'
import { edit, type Flow } from './flow.ts'
import type { WalkRequest } from './request.ts'

/**
 * Shows a closed gate: what to do and how soon, or why the guide does not cover the person. Returns the flow at the
 * answer that closed it when the person wants to correct it; undefined when the walk ends here.
 */
export async function showGate(
  { guide, io, prompter, reader, render }: WalkRequest,
  flow: Flow,
  plan: Plan,
): Promise<Flow | undefined> {
  const show = (detail: 'first' | 'full') =>
    io.out(`\n${render(planPage(plan, { detail, reader, isWalk: true }))}`)
  const heading = urgentHeading(plan)
  show('first')
  for (;;) {
    const reply = await prompter.chooseOne({
      text: heading === undefined ? 'This guide does not cover these answers.' : `URGENT. ${heading}.`,
      summary: 'What now',
      choices: gateChoices(heading !== undefined),
      moves: ['back'],
    })
    if (reply.kind === 'answer' && reply.value === 'details') {
      show('full')
      continue
    }
    const corrects = reply.kind === 'back' || (reply.kind === 'answer' && reply.value === 'correct')
    const closing = guide.questions.find(({ id }) =>
      [...plan.urgent, ...plan.outOfScope].some(({ answers }) => id in answers),
    )
    return corrects && closing !== undefined ? edit(flow, closing.id) : undefined
  }
}

function gateChoices(isUrgent: boolean): readonly Choice[] {
  return [
    { value: 'end', label: isUrgent ? 'Stop here and get care' : 'Stop here' },
    { value: 'correct', label: 'I answered by mistake: change my answer' },
    ...(isUrgent ? [{ value: 'details', label: 'Details: why, for each sign', aliases: ['d'] }] : []),
  ]
}
