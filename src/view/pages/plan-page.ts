import { isNextStep } from '../../core/engine/order.ts'
import type { Guide, Plan, QuestionId } from '../../core/model.ts'
import { capitalized, counted } from '../../text/words.ts'
import { claimText, facts, guidePage, heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Document, Text } from '../document/document.ts'
import { questionLabel, valueWords, youAnswered } from '../text/condition-text.ts'
import type { Reader } from '../text/labels.ts'
import { alertBlocks, openGateBlocks, settleWords } from '../text/plan-text.ts'
import { nextStepsPage } from './next-steps-page.ts'
import { groupBlocks, stepInFull } from './plan-options.ts'
import { urgentPage } from './urgent-page.ts'

/** `first`: the first screen. `full`: every option with its reasons. */
type PlanDetail = 'first' | 'full'
type PlanStyle = { readonly detail: PlanDetail; readonly reader: Reader; readonly isWalk?: boolean }

/** The most questions for the doctor, as many as a visit has room for. */
const QUESTIONS_PROPOSED = 6

/** A plan as a page: its warning signs alone, if there are any; otherwise the next steps, or in full every option. */
export function planPage(plan: Plan, style: PlanStyle): Document {
  switch (plan.outcome) {
    case 'urgent':
      return urgentPage(plan, style)
    case 'out-of-scope':
      return outOfScopePage(plan)
    case 'options':
      return style.detail === 'first' ? nextStepsPage(plan, style) : optionsPage(plan, style.reader)
  }
}

function outOfScopePage(plan: Plan): Document {
  const reasons = plan.outOfScope.map(({ gate, answers }): Block => {
    const answered = youAnswered(plan.guide, answers).trim()
    return {
      kind: 'callout',
      tone: 'caution',
      label: 'Outside this guide',
      body: [gate.because, ...(answered === '' ? [] : [answered])],
    }
  })
  return guidePage(plan.guide, { title: 'This guide is not made for these answers' }, [
    ...reasons,
    paragraph(plan.guide.seeADoctor),
  ])
}

function optionsPage(plan: Plan, reader: Reader): Document {
  const { guide } = plan
  const isPatient = reader === 'patient'
  const shown = plan.options.filter((planned) => planned.status !== 'not-relevant')
  const next = shown.filter(isNextStep)
  const others = shown.filter((planned) => !next.includes(planned))
  return guidePage(guide, { title: 'Options to talk about' }, [
    paragraph(
      'None of this decides for you. It is a list to bring to a doctor or therapist. What your answers speak for comes ' +
        'first, then what is worth discussing now.',
    ),
    ...alertBlocks(plan),
    ...openGateBlocks(plan),
    ...section(
      heading(2, isPatient ? 'Your next steps' : 'Next steps'),
      next.flatMap((planned) => stepInFull(guide, planned, reader)),
    ),
    ...groupBlocks(guide, others, reader),
    ...section(heading(2, 'Questions to settle'), questionsToSettle(plan)),
    ...section(
      heading(2, isPatient ? 'Questions for your doctor' : 'Questions this person may ask'),
      doctorQuestions(plan),
    ),
    ...section(heading(2, isPatient ? 'Your answers' : 'Answers given'), answerBlocks(plan, reader)),
    heading(2, 'When to get help all the same'),
    paragraph(...claimText(guide.notReassurance)),
    paragraph(guide.seeADoctor),
  ])
}

/** Open questions that could still change a status, with how to settle each; those of most options first. */
function questionsToSettle(plan: Plan): readonly Block[] {
  const asked = plan.options
    .filter((planned) => planned.status !== 'not-relevant')
    .flatMap((planned) => planned.ask)
  const counts = new Map<QuestionId, number>()
  for (const id of asked) counts.set(id, (counts.get(id) ?? 0) + 1)
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1] || position(plan.guide, a[0]) - position(plan.guide, b[0]))
    .map(([id, count]) => ({
      label: capitalized(questionLabel(plan.guide, id)),
      value: `${settleWords(plan.guide, id)} It matters for ${counted(count, 'option')}.`,
    }))
  return facts(rows)
}

function doctorQuestions(plan: Plan): readonly Block[] {
  const possible = plan.options.filter(({ status }) =>
    ['suitable', 'caution', 'check-first'].includes(status),
  )
  const items = possible.flatMap(({ option }): readonly Text[] => {
    const question = option.questionsToAsk[0]
    return question === undefined ? [] : [[{ strong: `${option.title}:` }, ` ${question}`]]
  })
  return list(items.slice(0, QUESTIONS_PROPOSED))
}

function answerBlocks(plan: Plan, reader: Reader): readonly Block[] {
  const { guide, answers, unanswered } = plan
  const rows = Object.keys(answers).map((id) => ({
    label: capitalized(questionLabel(guide, id)),
    value: valueWords(guide, answers, id, reader),
  }))
  const open = unanswered.map((id) => questionLabel(guide, id))
  const rest = open.length === 0 ? [] : [paragraph({ strong: 'Not answered:' }, ` ${open.join('; ')}.`)]
  return [...facts(rows), ...rest]
}

function position(guide: Guide, id: QuestionId): number {
  return guide.questions.findIndex((question) => question.id === id)
}
