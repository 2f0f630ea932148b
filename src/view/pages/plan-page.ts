import type { Guide, Plan, QuestionId } from '../../core/model.ts'
import { WITHIN } from '../../core/model.ts'
import { cited, claimText, heading, list, notice, paragraph, readOn, section } from '../document/blocks.ts'
import type { Block, Document, Text } from '../document/document.ts'
import { answerWords, findQuestion, questionLabel, quoted } from '../text/condition-text.ts'
import { counted, type Reader, WITHIN_WORDS } from '../text/labels.ts'
import { groupBlocks } from './plan-options.ts'

type PlanStyle = { readonly detail: 'brief' | 'full'; readonly reader: Reader }

/** How many questions for the doctor are proposed: more than a visit has room for is no help. */
const QUESTIONS_PROPOSED = 6

/**
 * A plan as a page. Warning signs stand alone: nothing else is shown until they were seen to. Otherwise the options
 * by status, what is still open, and what to ask. `brief` gives each option one line.
 */
export function planView(plan: Plan, style: PlanStyle): Document {
  switch (plan.outcome) {
    case 'urgent':
      return urgentPage(plan)
    case 'out-of-scope':
      return outOfScopePage(plan)
    case 'options':
      return optionsPage(plan, style)
  }
}

function page(plan: Plan, title: string, blocks: readonly Block[]): Document {
  return { title, blocks: [heading(1, title), ...blocks, notice(plan.guide)] }
}

function urgentPage(plan: Plan): Document {
  const soonestFirst = [...plan.urgent].sort(
    (a, b) => WITHIN.indexOf(a.sign.within) - WITHIN.indexOf(b.sign.within),
  )
  const signs = soonestFirst.map(({ sign }): Block => {
    const judged = sign.basis === 'editorial' ? ' How soon is our own judgement, on the careful side.' : ''
    return {
      kind: 'callout',
      tone: 'danger',
      label: `Urgent. Get care ${WITHIN_WORDS[sign.within]}`,
      body: [
        [{ strong: sign.sign }],
        [{ strong: 'What to do:' }, ` ${sign.action}`],
        [`${sign.because}${judged}`, ...cited(sign.sources)],
      ],
    }
  })
  return page(plan, 'Get medical care first', [
    ...signs,
    paragraph('No options are listed now. They can wait until this was looked at.'),
  ])
}

function outOfScopePage(plan: Plan): Document {
  const reasons = plan.outOfScope.map(({ gate, answers }): Block => {
    const given = answerWords(plan.guide, answers)
    return {
      kind: 'callout',
      tone: 'caution',
      label: 'Outside this guide',
      body: [gate.because, ...(given.length === 0 ? [] : [`You answered ${quoted(given)}.`])],
    }
  })
  return page(plan, 'This guide is not made for these answers', [
    ...reasons,
    paragraph(plan.guide.seeADoctor),
  ])
}

function optionsPage(plan: Plan, style: PlanStyle): Document {
  const { guide } = plan
  const patient = style.reader === 'patient'
  const shown = plan.options.filter((planned) => planned.status !== 'not-relevant')
  return page(plan, 'Options to talk about', [
    paragraph(
      'None of this decides for you. It is a list to bring to a doctor or therapist. In each part, what fits your ' +
        'wishes comes first, then what is less invasive, then what is surer to help.',
    ),
    ...openGates(plan),
    ...groupBlocks(guide, shown, style),
    ...(style.detail === 'brief' ? [readOn] : []),
    ...section(heading(2, 'Questions to settle'), toSettle(plan)),
    ...section(
      heading(2, patient ? 'Questions for your doctor' : 'Questions this person may ask'),
      doctorQuestions(plan),
    ),
    ...section(heading(2, patient ? 'Your answers' : 'Answers given'), given(plan, style.reader)),
    heading(2, 'When to get help all the same'),
    paragraph(...claimText(guide.notReassurance)),
    paragraph(guide.seeADoctor),
  ])
}

/** Said once, above the list, as it holds for every option that is not ruled out. */
function openGates(plan: Plan): readonly Block[] {
  const reasons = plan.options.flatMap((planned) => planned.reasons)
  const open = new Set(reasons.flatMap((reason) => (reason.code === 'gate' ? reason.questions : [])))
  if (open.size === 0) return []
  const body = [...open].map((id) => `${capital(questionLabel(plan.guide, id))}: ${settle(plan.guide, id)}`)
  const first = 'Until this is answered, no option can be more than "find out or do something first".'
  return [
    { kind: 'callout', tone: 'caution', label: 'Still open: answer this first', body: [first, ...body] },
  ]
}

/** Open questions that could still move an option, each with how to settle it; those that move most come first. */
function toSettle(plan: Plan): readonly Block[] {
  const asked = plan.options
    .filter((planned) => planned.status !== 'not-relevant')
    .flatMap((planned) => planned.ask)
  const counts = new Map<QuestionId, number>()
  for (const id of asked) counts.set(id, (counts.get(id) ?? 0) + 1)
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1] || position(plan.guide, a[0]) - position(plan.guide, b[0]))
    .map(([id, count]) => ({
      label: capital(questionLabel(plan.guide, id)),
      value: `${settle(plan.guide, id)} It matters for ${counted(count, 'option')}.`,
    }))
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }]
}

function doctorQuestions(plan: Plan): readonly Block[] {
  const near = plan.options.filter(({ status }) => ['suitable', 'caution', 'check-first'].includes(status))
  const items = near.flatMap(({ option }): readonly Text[] => {
    const question = option.questionsToAsk[0]
    return question === undefined ? [] : [[{ strong: `${option.title}:` }, ` ${question}`]]
  })
  return list(items.slice(0, QUESTIONS_PROPOSED))
}

function given(plan: Plan, reader: Reader): readonly Block[] {
  const rows = Object.entries(plan.answers).map(([id, answer]) => {
    const [words = ''] = answerWords(plan.guide, { [id]: answer }, reader)
    const label = questionLabel(plan.guide, id)
    return { label: capital(label), value: words.slice(label.length + 2) }
  })
  const open = plan.unanswered.map((id) => questionLabel(plan.guide, id))
  const rest: readonly Block[] =
    open.length === 0 ? [] : [paragraph({ strong: 'Not answered:' }, ` ${open.join('; ')}.`)]
  return rows.length === 0 ? rest : [{ kind: 'facts', rows }, ...rest]
}

function settle(guide: Guide, id: QuestionId): string {
  return findQuestion(guide, id)?.settle ?? ''
}

function position(guide: Guide, id: QuestionId): number {
  return guide.questions.findIndex((question) => question.id === id)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
