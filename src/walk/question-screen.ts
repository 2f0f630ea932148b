import { givenValues } from '../core/engine/condition.ts'
import { type Answer, type Answers, type Question, UNSURE } from '../core/model.ts'
import { type Asked, type Moves, type Reply, ROW_VALUES, type RowValue } from '../io/prompter.ts'
import { questionWords, rowsWords } from '../view/pages/question-page.ts'
import { answer, back, type Flow, forward, review, type Step, skip } from './flow.ts'
import type { WalkRequest } from './request.ts'

type AskStep = Extract<Step, { kind: 'ask' }>
type Given = Readonly<Record<string, Answer>>

/** Asks one screen, and gives the walk after the reply; undefined when the person stops. */
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

function ask({ guide, io, reader, prompter }: WalkRequest, flow: Flow, step: AskStep): Promise<Reply<Given>> {
  const style = { reader, unicode: io.unicode }
  const [question, ...others] = step.questions
  if (question === undefined) throw new Error('a screen without a question')
  const around = { progress: progressWords(step), moves: movesOf(step) }
  if (others.length > 0) {
    const words = rowsWords(guide, step.questions, style)
    const rows = words.rows.map((row, at) => ({ ...row, ...givenRow(flow.answers, step.questions[at]) }))
    return prompter
      .chooseRows({ ...words, ...around, rows })
      .then((reply) => (reply.kind === 'answer' ? { ...reply, value: fromRows(step, reply.value) } : reply))
  }
  return askQuestion(prompter, question, {
    given: givenValues(flow.answers, question.id),
    ...questionWords(guide, question, style),
    ...around,
  })
}

type Worded = Asked & ReturnType<typeof questionWords> & { readonly given: readonly string[] }

async function askQuestion(
  prompter: WalkRequest['prompter'],
  question: Question,
  { given, ...words }: Worded,
): Promise<Reply<Given>> {
  if (question.type === 'many') {
    const alone = words.choices.filter(({ value }) => value === 'none').map(({ value }) => value)
    return named(question, await prompter.chooseMany({ ...words, alone, given }))
  }
  const [only] = given
  return named(
    question,
    await prompter.chooseOne({ ...words, ...(only === undefined ? {} : { given: only }) }),
  )
}

function named(question: Question, reply: Reply<Answer>): Reply<Given> {
  return reply.kind === 'answer' ? { kind: 'answer', value: { [question.id]: reply.value } } : reply
}

/** The answer that a row stands for: of two, the first says no. */
function answerOfRow(question: Question, value: RowValue): Answer {
  return value === UNSURE ? UNSURE : (question.answers[value === 'no' ? 0 : 1]?.id ?? UNSURE)
}

function fromRows({ questions }: AskStep, values: Readonly<Record<string, RowValue>>): Given {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = values[question.id]
      return value === undefined ? [] : [[question.id, answerOfRow(question, value)]]
    }),
  )
}

function givenRow(answers: Answers, question: Question | undefined): { readonly given?: RowValue } {
  const given = ROW_VALUES.find(
    (value) => question !== undefined && answerOfRow(question, value) === answers[question.id],
  )
  return given === undefined ? {} : { given }
}

function progressWords({ progress }: AskStep): string {
  return progress === undefined ? 'Change one answer' : `Question ${progress.at} of about ${progress.of}`
}

function movesOf({ questions, canGoBack, canGoForward, progress }: AskStep): Moves {
  const [only, ...others] = questions
  return {
    back: canGoBack,
    forward: canGoForward,
    // Rows are left open one by one.
    leaveOpen: others.length === 0 && only?.sensitive === true,
    // Warning signs and scope come first: nobody gets past them unasked.
    review: progress !== undefined && questions.every(({ role }) => role !== 'gate'),
  }
}
