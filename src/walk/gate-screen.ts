import { type Plan, WITHIN, type Within } from '../core/model.ts'
import { planView } from '../view/pages/plan-page.ts'
import { edit, type Flow } from './flow.ts'
import type { WalkRequest } from './request.ts'

/** Words that stay in sight below the page, however long that is. */
const FIRST: Readonly<Record<Within, string>> = {
  now: 'URGENT. Get emergency care now, before anything else.',
  today: 'URGENT. Get medical care today, before anything else.',
  'this-week': 'Get medical care this week, before anything else.',
}

/**
 * A gate has closed: says at once what to do and within what time, or why the guide does not cover the person. Gives
 * the walk at the answer that closed it, to be corrected; undefined when the person ends here.
 */
export async function stopAtGate(
  { guide, io, prompter, reader, render }: WalkRequest,
  flow: Flow,
  plan: Plan,
): Promise<Flow | undefined> {
  io.out(`\n${render(planView(plan, { detail: 'full', reader }))}`)
  const soonest = WITHIN.find((within) => plan.urgent.some(({ sign }) => sign.within === within))
  const reply = await prompter.chooseOne({
    text: soonest === undefined ? 'This guide does not cover these answers.' : FIRST[soonest],
    short: 'What now',
    choices: [
      { value: 'end', label: soonest === undefined ? 'Stop here' : 'Stop here and get care' },
      { value: 'correct', label: 'I answered by mistake: change my answer' },
    ],
    moves: { back: true },
  })
  const corrects = reply.kind === 'back' || (reply.kind === 'answer' && reply.value === 'correct')
  const closing = guide.questions.find(({ id }) =>
    [...plan.urgent, ...plan.outOfScope].some(({ answers }) => id in answers),
  )
  return corrects && closing !== undefined ? edit(flow, closing.id) : undefined
}
