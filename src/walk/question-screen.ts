import { givenValues } from '../core/engine/condition.ts'
import { type Answer, type Answers, NONE, type Question, UNSURE } from '../core/model.ts'
import { MOVES, type Move, type Reply, ROW_VALUES, type RowValue } from '../io/prompter.ts'
import { questionTexts, rowsTexts } from '../view/pages/question-page.ts'
import { answer, back, type Flow, forward, review, type Step, skip } from './flow.ts'
import type { WalkRequest } from './request.ts'

type AskStep = Extract<Step, { kind: 'ask' }>
type ScreenAnswers = Readonly<Record<string, Answer>>

/** Asks one screen and returns the next flow; undefined when the person stops. */
export async function askScreen(request: WalkRequest, flow: Flow, step: AskStep): Promise<Flow | undefined> {
  const reply = await ask(request, flow, step)
  switch (reply.kind) {
    case 'answer':
      return answer(flow, reply.value)
    case 'back':
      return back(flow)
    case 'forward':
      return forward(flow)
    case 'leave-open':
      return skip(flow)
    case 'review':
      return review(flow)
    case 'quit':
      return undefined
  }
}

async function ask(
  { guide, io, reader, prompter }: WalkRequest,
  { answers }: Flow,
  step: AskStep,
): Promise<Reply<ScreenAnswers>> {
  const style = { reader, unicode: io.unicode }
  const around = { progress: progressWords(step), moves: movesOf(step) }
  const [question, ...others] = step.questions
  if (question === undefined) throw new Error('a screen without a question')
  if (others.length > 0) {
    const texts = rowsTexts(guide, step.questions, style)
    const rows = texts.rows.map((row, index) => ({ ...row, ...currentRow(answers, step.questions[index]) }))
    const reply = await prompter.chooseRows({ ...texts, ...around, rows })
    return reply.kind === 'answer' ? { ...reply, value: fromRows(step, reply.value) } : reply
  }
  const prompt = { ...questionTexts(guide, question, style), ...around }
  const current = givenValues(answers, question.id)
  const [first] = current
  const reply =
    question.type === 'many'
      ? await prompter.chooseMany({ ...prompt, exclusive: [NONE], current })
      : await prompter.chooseOne({ ...prompt, ...(first !== undefined && { current: first }) })
  return reply.kind === 'answer' ? { ...reply, value: { [question.id]: reply.value } } : reply
}

/** The answer of a row: the first of the two answers means no. */
function answerOfRow(question: Question, value: RowValue): Answer {
  return value === UNSURE ? UNSURE : (question.answers[value === 'no' ? 0 : 1]?.id ?? UNSURE)
}

function fromRows({ questions }: AskStep, values: Readonly<Record<string, RowValue>>): ScreenAnswers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = values[question.id]
      return value === undefined ? [] : [[question.id, answerOfRow(question, value)]]
    }),
  )
}

function currentRow(answers: Answers, question: Question | undefined): { readonly current?: RowValue } {
  const current = ROW_VALUES.find(
    (value) => question !== undefined && answerOfRow(question, value) === answers[question.id],
  )
  return current === undefined ? {} : { current }
}

function progressWords({ progress }: AskStep): string {
  return progress === undefined ? 'Change one answer' : `Question ${progress.at} of about ${progress.of}`
}

function movesOf({ questions, canGoBack, canGoForward, progress }: AskStep): readonly Move[] {
  const [only, ...others] = questions
  const isOffered: Readonly<Record<Move, boolean>> = {
    back: canGoBack,
    forward: canGoForward,
    // Rows are left open one by one.
    'leave-open': others.length === 0 && only?.sensitive === true,
    // Warning signs and scope cannot be skipped.
    review: progress !== undefined && questions.every(({ role }) => role !== 'gate'),
  }
  return MOVES.filter((move) => isOffered[move])
}
