import { applicable } from '../core/engine/questionnaire.ts'
import { reviewLines, reviewNotes } from '../view/pages/review-page.ts'
import { back, edit, type Flow } from './flow.ts'
import type { WalkRequest } from './request.ts'

const SHOW_PLAN = 'show the plan'

/** Lists the answers, each of which can be changed. Returns the changed flow, `plan` or `quit`. */
export async function reviewAnswers(
  { guide, io, prompter, reader }: WalkRequest,
  flow: Flow,
): Promise<Flow | 'plan' | 'quit'> {
  const lines = reviewLines(guide, applicable(guide, flow.answers), flow, { reader, unicode: io.unicode })
  const reply = await prompter.chooseOne({
    progress: 'Review',
    text: reader === 'patient' ? 'These are your answers. Are they right?' : 'Answers so far.',
    summary: 'Review',
    notes: ['Choose an answer to change it.', ...reviewNotes(flow.answers, lines)],
    choices: [
      { value: SHOW_PLAN, label: reader === 'patient' ? 'Show my plan' : 'Show the plan' },
      ...lines.map(({ question, label }) => ({ value: question, label, aliases: [question] })),
    ],
    initial: SHOW_PLAN,
    moves: flow.trail.length > 0 ? ['back'] : [],
  })
  if (reply.kind === 'answer') return reply.value === SHOW_PLAN ? 'plan' : edit(flow, reply.value)
  return reply.kind === 'back' ? back(flow) : 'quit'
}
