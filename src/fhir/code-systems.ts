import { type Guide, type Question, STATUSES } from '../core/model.ts'
import { STATUS_HEADING } from '../view/text/labels.ts'
import {
  answersUrl,
  computerName,
  gatesUrl,
  optionsUrl,
  questionsUrl,
  type ResourceUrl,
  STATUS_URL,
} from './canonical.ts'
import { definitionHeader } from './guide-header.ts'
import type { Resource } from './resources.ts'

type Concept = { readonly code: string; readonly display: string; readonly definition?: string }

/** Every code of a guide: its options, questions, answers, gates, and the statuses of a plan. */
export function codeSystems(guide: Guide): readonly Resource[] {
  return [
    codeSystem(guide, STATUS_URL, 'Statuses of an option in a plan', statuses()),
    codeSystem(guide, optionsUrl(guide), `Options: ${guide.title}`, options(guide)),
    codeSystem(guide, questionsUrl(guide), `Questions: ${guide.title}`, questions(guide)),
    ...(gates(guide).length === 0
      ? []
      : [codeSystem(guide, gatesUrl(guide), `Warning signs and limits: ${guide.title}`, gates(guide))]),
    ...guide.questions.map((question) =>
      codeSystem(guide, answersUrl(guide, question.id), `Answers: ${question.label}`, answers(question)),
    ),
  ]
}

function codeSystem(guide: Guide, where: ResourceUrl, title: string, concepts: readonly Concept[]): Resource {
  return {
    ...definitionHeader(guide, 'CodeSystem', where, { name: computerName(where.id), title }),
    caseSensitive: true,
    content: 'complete',
    count: concepts.length,
    concept: concepts,
  }
}

function statuses(): readonly Concept[] {
  return STATUSES.map((status) => ({ code: status, display: STATUS_HEADING[status] }))
}

function options({ options }: Guide): readonly Concept[] {
  return options.map(({ id, title, summary }) => ({ code: id, display: title, definition: summary.text }))
}

function questions({ questions }: Guide): readonly Concept[] {
  return questions.map(({ id, label, text }) => ({ code: id, display: label, definition: text }))
}

function gates({ warningSigns, outOfScope }: Guide): readonly Concept[] {
  return [
    ...warningSigns.map(({ id, sign }) => ({ code: id, display: sign })),
    ...outOfScope.map(({ id, because }) => ({ code: `out-of-scope.${id}`, display: because })),
  ]
}

function answers({ answers }: Question): readonly Concept[] {
  return answers.map(({ id, label, clinical }) => ({
    code: id,
    display: label,
    ...(clinical === undefined ? {} : { definition: clinical }),
  }))
}
