import type { Guide, Question, TreatmentOption } from '../../core/model.ts'
import { UNSURE } from '../../core/model.ts'
import { facts, heading, list, notice, paragraph } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { asSentence } from '../text/labels.ts'
import { optionNames } from '../text/short-names.ts'
import { screenPage } from './screen.ts'

/** Questions and answers for `plan --set`, one a line; yes/no questions together. */
export function questionsCard(guide: Guide): Document {
  const yesNo = guide.questions.filter(isYesNo)
  const others = guide.questions.filter((question) => !isYesNo(question))
  const widest = Math.max(0, ...others.map(({ id }) => id.length))
  return screenPage('Questions', [
    heading(1, 'Questions', { aside: 'plan --set question=answer   all: questions --full' }),
    ...facts(others.map((question) => ({ label: question.id, value: someAnswers(question, 78 - widest) }))),
    paragraph({ strong: 'yes, no, unsure: ' }, yesNo.map(({ id }) => id).join(', ')),
  ])
}

function isYesNo({ answers }: Question): boolean {
  return answers.length === 2 && answers.every(({ id }) => id === 'yes' || id === 'no')
}

/** As many answers as fit in `width` columns, and the number of the others. */
function someAnswers({ answers, type }: Question, width: number): string {
  const ids = answers.map(({ id }) => id)
  const prefix = type === 'many' ? 'several of: ' : ''
  const whole = prefix + ids.join(', ')
  if (whole.length <= width) return whole
  const counts = [...ids.keys()].reverse()
  const lines = counts.map(
    (count) => `${prefix}${ids.slice(0, count).join(', ')} and ${ids.length - count} more`,
  )
  return lines.find((line) => line.length <= width) ?? `${ids.length} answers`
}

/** Every question with every answer. */
export function questionsPage(guide: Guide): Document {
  return {
    title: 'Questions',
    blocks: [
      heading(1, 'Questions and their answers'),
      ...guide.questions.flatMap((question) => [
        heading(2, question.id),
        paragraph(question.text),
        ...answerList(question),
      ]),
      notice(guide),
    ],
  }
}

/** One question with its answers and what depends on it. */
export function questionPage(question: Question, dependants: readonly TreatmentOption[]): Document {
  return {
    title: question.label,
    blocks: [
      heading(1, question.text),
      paragraph({ strong: 'Why it is asked:' }, ` ${question.why}`),
      paragraph({ strong: 'How to find out:' }, ` ${question.settle}`),
      ...answerList(question),
      paragraph(
        { strong: 'What depends on it:' },
        ` ${dependants.length === 0 ? 'no option by itself.' : `${optionNames(dependants)}.`}`,
      ),
      paragraph({ faint: 'What an answer changes: ' }, { code: `nextline ${question.id}` }),
    ],
  }
}

function answerList(question: Question): readonly Block[] {
  const names = (aliases: readonly string[]) => (aliases.length === 0 ? '' : ` Also: ${aliases.join(', ')}.`)
  return list([
    ...question.answers.map(({ id, label, aliases = [] }) => [
      { code: `${question.id}=${id}` },
      ` ${asSentence(label)}`,
      { faint: names(aliases) },
    ]),
    [{ code: `${question.id}=${UNSURE}` }, ' Not sure.'],
  ])
}
