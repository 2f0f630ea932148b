import { whatAnswerChanges } from '../../core/engine/answer-effects.ts'
import type { Guide, Question, TreatmentOption } from '../../core/model.ts'
import { findByName } from '../../guide/find/names.ts'
import { EXIT, UsageFailure } from '../../io/failure.ts'
import { didYouMean, nearest } from '../../text/nearest.ts'
import { questionPage, questionsCard, questionsPage } from '../../view/pages/questions-page.ts'
import type { CommandSpec } from '../command.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'
import { shortened } from '../resolve-names.ts'

export const command: CommandSpec<{ readonly full?: boolean }> = {
  name: 'questions',
  words: '[id...]',
  summary: 'the questions and the answers that plan --set takes; with an id, why it is asked',
  flags: [{ flag: '--full', summary: 'every answer with its other names' }],
  examples: ['nextline questions', 'nextline questions pregnancy'],
  run: async (context, words, { full }) => {
    const guide = await openGuide(context)
    const asked = words.length === 0 ? undefined : resolveQuestion(guide, words.join(' '))
    await write(
      context,
      () => {
        if (asked !== undefined) return questionPage(asked, dependants(guide, asked))
        return full === true ? questionsPage(guide) : questionsCard(guide)
      },
      async () =>
        (await import('../../view/json/answer-json.ts')).questionsJson(
          guide,
          asked === undefined ? guide.questions : [asked],
        ),
    )
    return EXIT.done
  },
}

/** The question with this name or with such an answer. */
function resolveQuestion(guide: Guide, words: string): Question {
  const byId = guide.questions.find(({ id }) => id === words.toLowerCase())
  if (byId !== undefined) return byId
  const named = findByName(guide, words)
  if (named.kind === 'question') return named.question
  const near = nearest(
    words.slice(0, 60),
    guide.questions.map(({ id }) => id),
  )
  throw new UsageFailure(
    `this guide asks no question "${shortened(words)}".${didYouMean(near)}`,
    'See all of them: nextline questions',
  )
}

/** The options that some answer of the question affects. */
function dependants(guide: Guide, { id }: Question): readonly TreatmentOption[] {
  const affected = new Set(
    whatAnswerChanges(guide, id).flatMap(({ options }) => options.map(({ option }) => option)),
  )
  return guide.options.filter((option) => affected.has(option))
}
