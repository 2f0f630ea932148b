import type { Condition, Question } from '../../../core/model.ts'
import type { Fault, PieceKind, RuleContext } from '../partial-guide.ts'
import { SELF } from '../read-condition.ts'
import { type FoundPiece, type QuestionTest, testsIn } from '../traverse.ts'

/** Every cited source is in sources.yaml. */
export function sourcesExist(context: RuleContext): void {
  for (const { piece, path, value } of context.citing) {
    for (const [index, id] of value.sources.entries())
      exists(context, 'source', id, { piece, path: [...path, 'sources', index] })
  }
}

/** Every option that a list names exists. */
export function listsNameOptions(context: RuleContext): void {
  const { topics, tips, faqs, properties } = context.parts
  for (const piece of [...topics, ...tips, ...faqs]) {
    for (const [index, id] of piece.options.entries())
      exists(context, 'option', id, { piece, path: ['options', index] })
  }
  for (const piece of properties) {
    if (piece.kind !== 'status') continue
    for (const id of piece.options) exists(context, 'option', id, { piece, path: ['options'] })
  }
}

/** The topic of every option exists. */
export function topicsExist(context: RuleContext): void {
  for (const piece of context.parts.options) exists(context, 'topic', piece.topic, { piece, path: ['topic'] })
}

type Reference = Pick<Fault, 'piece' | 'path' | 'part'>

function exists(context: RuleContext, kind: PieceKind, id: string, reference: Reference): void {
  const known = context.known[kind]
  if (known !== undefined) isAmong(context, kind, id, known, reference)
}

function isAmong(
  { nearest, report }: RuleContext,
  kind: string,
  id: string,
  known: ReadonlySet<string>,
  reference: Reference,
): void {
  if (known.has(id)) return
  report({ ...reference, code: 'unknown-reference', args: { kind, id, nearest: nearest(id, known) } })
}

/** Every question and answer that a condition tests exists. */
export function conditionsTestWhatExists(context: RuleContext): void {
  const questions = new Map(context.parts.questions.map((question) => [question.id, question]))
  for (const test of context.tests) {
    const question = questions.get(test.value.question)
    if (question === undefined) questionExists(context, test)
    else answersExist(context, test, question)
  }
}

function questionExists(context: RuleContext, { piece, path, value }: FoundPiece<QuestionTest>): void {
  // In `{ question: answer }` the name is the field itself; in `{ open: question }` it is the value.
  const part = path.at(-1) === 'open' && value.question !== 'open' ? {} : { part: 'key' as const }
  exists(context, 'question', value.question, { piece, path, ...part })
}

function answersExist(
  context: RuleContext,
  { piece, path, value }: FoundPiece<QuestionTest>,
  question: Question,
): void {
  const allowed = question.answers.map(({ id }) => id)
  for (const [index, id] of value.values.entries()) {
    // In a faulty property, `self` is not replaced yet.
    if (allowed.includes(id) || (id === SELF && context.parts.faulty.includes(piece))) continue
    const args = {
      id,
      question: question.id,
      nearest: context.nearest(id, allowed),
      allowed: allowed.join(', '),
    }
    context.report({ piece, path: [...path, index], code: 'unknown-answer', args })
  }
}

/** `ask-when` names only earlier questions, so that there are no cycles. */
export function askWhenLooksBack(context: RuleContext): void {
  const order = context.parts.questions.map(({ id }) => id)
  for (const [index, question] of context.parts.questions.entries()) {
    if (question.askWhen === undefined) continue
    const condition: FoundPiece<Condition> = { piece: question, path: ['ask-when'], value: question.askWhen }
    for (const { piece, path, value } of testsIn(condition)) {
      const args = { id: value.question }
      if (order.indexOf(value.question) >= index) {
        context.report({ piece, path, part: 'key', code: 'ask-when-later', args })
      }
    }
  }
}

/** A text property names an existing lint rule. */
export function lintsExist(context: RuleContext): void {
  if (context.lints === undefined) return
  const known = new Set(context.lints)
  for (const piece of context.parts.properties) {
    if (piece.kind === 'text') isAmong(context, 'lint rule', piece.lint, known, { piece, path: ['lint'] })
  }
}

/** Every feature that a preference names belongs to an option. */
export function featuresExist(context: RuleContext): void {
  const features = new Set(context.parts.options.flatMap((option) => option.features))
  for (const piece of context.parts.questions) {
    for (const [index, answer] of piece.answers.entries()) {
      for (const field of ['avoids', 'seeks'] as const) {
        const path = ['answers', index, field]
        if (answer[field] !== undefined) isAmong(context, 'feature', answer[field], features, { piece, path })
      }
    }
  }
}

/** Every option is in the list of exactly one topic, the one that it names itself. */
export function optionsHaveOneTopic({ parts, report }: RuleContext): void {
  const listed = new Map<string, string>()
  for (const topic of parts.topics) {
    for (const [index, id] of topic.options.entries()) {
      const first = listed.get(id)
      if (first === undefined) listed.set(id, topic.id)
      else report({ piece: topic, path: ['options', index], code: 'option-in-topics', args: { id, first } })
    }
  }
  for (const option of parts.options) {
    const topic = listed.get(option.id)
    if (topic === undefined) {
      report({ piece: option, path: ['id'], code: 'option-without-topic', args: { id: option.id } })
    } else if (topic !== option.topic) {
      const args = { listed: topic, said: option.topic }
      report({ piece: option, path: ['topic'], code: 'topic-disagrees', args })
    }
  }
}

/** Every source is cited. */
export function sourcesAreUsed({ parts, citing, report }: RuleContext): void {
  const used = new Set(citing.flatMap(({ value }) => value.sources))
  for (const piece of parts.sources) {
    if (used.has(piece.id)) continue
    report({ piece, path: ['id'], code: 'unused-source', args: { id: piece.id }, severity: 'warning' })
  }
}
