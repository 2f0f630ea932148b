import type { AnswerChoice, Guide, Question, Term, Topic } from '../../core/model.ts'
import { NONE, UNSURE } from '../../core/model.ts'
import { printable } from '../render/terminal-style.ts'
import type { Reader } from '../text/labels.ts'
import { choiceLabel, questionWords } from '../text/reader-words.ts'

/** The reader, and whether the terminal shows Unicode. */
export type QuestionStyle = { readonly reader: Reader; readonly unicode: boolean }

/** The words of one question, ready to be asked. */
type QuestionTexts = {
  readonly text: string
  readonly summary: string
  readonly why: string
  readonly notes: readonly string[]
  readonly help: readonly string[]
  readonly choices: readonly {
    readonly value: string
    readonly label: string
    readonly aliases: readonly string[]
    readonly takenByEnter: boolean
    readonly group?: string
  }[]
}

/** Texts of a screen of yes/no questions, a row each. */
type RowsTexts = Omit<QuestionTexts, 'choices' | 'why'> & {
  readonly rows: readonly { readonly id: string; readonly text: string; readonly why: string }[]
}

const NOT_SURE: Readonly<Record<Reader, string>> = { patient: 'Not sure', clinician: 'Not known' }
const SHORTHAND: Readonly<Record<string, readonly string[]>> = { yes: ['y'], no: ['n'] }

/** Texts of a question and its answers; "none" comes after the others, "not sure" last. */
export function questionTexts(guide: Guide, question: Question, style: QuestionStyle): QuestionTexts {
  const say = (text: string) => printable(text, style.unicode)
  const text = questionWords(question, style.reader)
  const choices = orderedAnswers(guide, question).map(({ choice, topic }) => ({
    value: choice.id,
    label: say(choiceLabel(choice, style.reader)),
    aliases: typedNames(guide, choice),
    takenByEnter: isExclusive(question, choice),
    ...(topic !== undefined && { group: say(topic.title) }),
  }))
  const unsure = {
    value: UNSURE,
    label: NOT_SURE[style.reader],
    aliases: ['u', "don't know"],
    takenByEnter: true,
  }
  return {
    text: say(text),
    summary: say(question.label),
    why: say(question.why),
    notes: [
      ...(question.type === 'many' ? ['Choose all that fit.'] : []),
      ...(question.sensitive ? ['This is personal. You may leave it open: nothing is assumed.'] : []),
    ],
    help: helpOf(guide, [text, question.why, ...choices.map(({ label }) => label)], [question]).map(say),
    choices: [...choices, unsure],
  }
}

/** The answers in the order of the question's groups, with "none" last. */
function orderedAnswers(
  guide: Guide,
  question: Question,
): readonly { readonly choice: AnswerChoice; readonly topic?: Topic }[] {
  const { groups } = question
  const exclusive = question.answers.filter((choice) => isExclusive(question, choice))
  const others = question.answers.filter((choice) => !isExclusive(question, choice))
  if (groups === undefined) return [...others, ...exclusive].map((choice) => ({ choice }))
  const topicOf = (choice: AnswerChoice) => guide.topics.find(({ options }) => options.includes(choice.id))
  const place = (topic: Topic | undefined) => {
    const index = topic === undefined ? -1 : groups.indexOf(topic.id)
    return index < 0 ? groups.length : index
  }
  const grouped = others
    .map((choice) => ({ choice, topic: topicOf(choice) }))
    .sort((a, b) => place(a.topic) - place(b.topic))
    .map(({ choice, topic }) => ({ choice, ...(topic && { topic }) }))
  return [...grouped, ...exclusive.map((choice) => ({ choice }))]
}

/** Words that can be typed for an answer, with the aliases of an option and the whole numbers of a range. */
function typedNames(guide: Guide, choice: AnswerChoice): readonly string[] {
  const option = guide.options.find(({ id }) => id === choice.id)
  const aliases = [...(choice.aliases ?? []), ...(option?.aliases ?? []), ...numbersIn(choice.range)]
  const names = [choice.label, choice.clinical ?? '', ...aliases]
  return [...names, ...(SHORTHAND[choice.id] ?? [])].filter((word) => word !== '')
}

/** The numbers of a larger range would be more names than a list can search at every key. */
const MOST_NUMBERS = 150

function numbersIn({ from = 0, to }: NonNullable<AnswerChoice['range']> = {}): readonly string[] {
  if (to === undefined || to - from >= MOST_NUMBERS) return []
  return Array.from({ length: to - from + 1 }, (_, offset) => String(from + offset))
}

/** Several yes/no questions as rows. */
export function rowsTexts(guide: Guide, questions: readonly Question[], style: QuestionStyle): RowsTexts {
  const say = (text: string) => printable(text, style.unicode)
  const clinician = style.reader === 'clinician'
  const rows = questions.map((question) => ({
    id: question.id,
    text: say(questionWords(question, style.reader)),
    why: say(question.why),
  }))
  return {
    text: clinician ? 'Answer each row.' : 'A few short questions. Please answer each row.',
    summary: say((questions[0]?.screen ?? 'rows').replaceAll('-', ' ')),
    notes: questions.some((question) => question.sensitive)
      ? ['Some are personal. You may leave any row open: nothing is assumed.']
      : [],
    help: helpOf(
      guide,
      rows.flatMap(({ text, why }) => [text, why]),
      questions,
    ).map(say),
    rows,
  }
}

function isExclusive(question: Question, choice: AnswerChoice): boolean {
  return question.type === 'many' && choice.id === NONE
}

function helpOf(guide: Guide, texts: readonly string[], questions: readonly Question[]): readonly string[] {
  const wordsOfTexts = texts.map(wordsIn)
  const terms = guide.glossary.filter((term) => wordsOfTexts.some((words) => mentions(words, term)))
  return [
    ...terms.map(({ term, means }) => `${term}: ${means}`),
    ...questions.map(({ label, settle }) => `Not sure about ${label}? ${settle}`),
  ]
}

/** The words of a text in lower case, with a space around each. */
function wordsIn(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `
}

function mentions(words: string, { term, aliases }: Term): boolean {
  return [term, ...aliases].some((name) => words.includes(` ${name.toLowerCase()} `))
}
