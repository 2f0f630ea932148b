import type { Condition, Question } from '../../../core/model.ts'
import type { Path } from '../diagnostic.ts'
import type { PieceKind, RuleContext } from '../partial-guide.ts'
import { SELF } from '../read-condition.ts'
import { type FoundPiece, type QuestionTest, testsIn } from '../traverse.ts'

/** Every cited source is in sources.yaml. */
export function sourcesExist(context: RuleContext): void {
  for (const { piece, path, value } of context.citing) {
    for (const [index, id] of value.sources.entries())
      exists(context, 'source', id, piece, [...path, 'sources', index])
  }
}

/** Every option that a list names exists. */
export function listsNameOptions(context: RuleContext): void {
  const { topics, tips, faqs, properties } = context.parts
  for (const piece of [...topics, ...tips, ...faqs]) {
    for (const [index, id] of piece.options.entries())
      exists(context, 'option', id, piece, ['options', index])
  }
  for (const piece of properties) {
    if (piece.kind !== 'status') continue
    for (const id of piece.options) exists(context, 'option', id, piece, ['options'])
  }
}

/** The topic of every option exists. */
export function topicsExist(context: RuleContext): void {
  for (const option of context.parts.options) exists(context, 'topic', option.topic, option, ['topic'])
}

function exists(context: RuleContext, kind: PieceKind, id: string, piece: object, path: Path): void {
  const known = context.known[kind]
  if (known === undefined || known.has(id)) return
  const args = { kind, id, nearest: context.nearest(id, known) }
  context.report({ piece, path, code: 'unknown-reference', args })
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
  const known = context.known.question
  if (known === undefined || known.has(value.question)) return
  const args = { kind: 'question', id: value.question, nearest: context.nearest(value.question, known) }
  // In `{ question: answer }` the name is the field itself; in `{ open: question }` it is the value.
  const part = path.at(-1) === 'open' && value.question !== 'open' ? {} : { part: 'key' as const }
  context.report({ piece, path, code: 'unknown-reference', args, ...part })
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
  const { lints } = context
  if (lints === undefined) return
  for (const piece of context.parts.properties) {
    if (piece.kind !== 'text' || lints.includes(piece.lint)) continue
    const args = { kind: 'lint rule', id: piece.lint, nearest: context.nearest(piece.lint, lints) }
    context.report({ piece, path: ['lint'], code: 'unknown-reference', args })
  }
}

/** Every feature that a preference names belongs to an option. */
export function featuresExist(context: RuleContext): void {
  const features = new Set(context.parts.options.flatMap((option) => option.features))
  for (const piece of context.parts.questions) {
    for (const [index, answer] of piece.answers.entries()) {
      for (const field of ['avoids', 'seeks'] as const) {
        const id = answer[field]
        if (id === undefined || features.has(id)) continue
        const args = { kind: 'feature', id, nearest: context.nearest(id, features) }
        context.report({ piece, path: ['answers', index, field], code: 'unknown-reference', args })
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
