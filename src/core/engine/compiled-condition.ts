import type { AnswerId, Condition, QuestionId } from '../model.ts'
import type { AnswerSheet, SheetLayout } from './answer-sheet.ts'
import { questionsIn } from './condition.ts'

/** A condition's truth as a number, so that judging allocates nothing. */
export const FALSE = 0
export const TRUE = 1
export const UNKNOWN = 2
type Truth3 = typeof FALSE | typeof TRUE | typeof UNKNOWN

/**
 * A compiled condition in Kleene's three-valued logic. A missing or `unsure` answer is unknown, never a no. Only a
 * question that its own ask-when rules out counts as "does not apply".
 */
export type CompiledCondition = {
  readonly truth: (sheet: AnswerSheet) => Truth3
  /** When it is unknown, marks the open questions whose answers could settle it. */
  readonly markOpen: (sheet: AnswerSheet) => void
  /** When it is true or false, marks the questions whose answers decided it. */
  readonly markDeciding: (sheet: AnswerSheet) => void
}

export type Conditional = { readonly when: CompiledCondition }

export type ConditionCompiler = {
  readonly condition: (condition: Condition) => CompiledCondition
  /** A question's ask-when; always true when it has none. Evaluated once a person. */
  readonly askWhen: (question: number) => CompiledCondition
}

/** Returns a compiler of conditions on the questions of a layout. */
export function conditionCompiler(layout: SheetLayout): ConditionCompiler {
  const askWhens = new Map<number, CompiledCondition>()
  const compiler: ConditionCompiler = {
    condition: (condition) => compileCondition(condition, layout, compiler),
    askWhen: (question) => {
      const known = askWhens.get(question)
      if (known !== undefined) return known
      const compiled = cachedPerPerson(
        compiler.condition(layout.questions[question]?.askWhen ?? { kind: 'always' }),
        question,
      )
      askWhens.set(question, compiled)
      return compiled
    },
  }
  return compiler
}

/** Caches whether an ask-when is false; callers need nothing else. */
function cachedPerPerson(compiled: CompiledCondition, question: number): CompiledCondition {
  return {
    ...compiled,
    truth: (sheet) => {
      if (sheet.asked[question] === sheet.person) return TRUE
      if (sheet.ruledOut[question] === sheet.person) return FALSE
      const isFalse = compiled.truth(sheet) === FALSE
      const cache = isFalse ? sheet.ruledOut : sheet.asked
      cache[question] = sheet.person
      return isFalse ? FALSE : TRUE
    },
  }
}

function compileCondition(
  condition: Condition,
  layout: SheetLayout,
  compiler: ConditionCompiler,
): CompiledCondition {
  switch (condition.kind) {
    case 'always':
      return { truth: () => TRUE, markOpen: nothing, markDeciding: nothing }
    case 'open':
      return compileOpen(layout.questionAt(condition.question))
    case 'is':
      return compileIs(condition.question, condition.values, layout, compiler)
    case 'not': {
      const inner = compiler.condition(condition.of)
      return { ...inner, truth: (sheet) => NEGATED[inner.truth(sheet)] }
    }
    case 'all':
      return compileParts(condition.of.map(compiler.condition), FALSE)
    case 'any':
      return compileParts(condition.of.map(compiler.condition), TRUE)
  }
}

const nothing = () => {}
const NEGATED = [TRUE, FALSE, UNKNOWN] as const

function compileOpen(question: number): CompiledCondition {
  return {
    truth: (sheet) => (sheet.closed[question] === sheet.person ? FALSE : TRUE),
    markOpen: nothing,
    markDeciding: (sheet) => {
      sheet.marked[question] = sheet.mark
    },
  }
}

/** `settles`: the truth of one part that decides the whole. */
function compileParts(
  parts: readonly CompiledCondition[],
  settles: typeof FALSE | typeof TRUE,
): CompiledCondition {
  const truth = (sheet: AnswerSheet): Truth3 => {
    let whole: Truth3 = NEGATED[settles]
    for (const part of parts) {
      const one = part.truth(sheet)
      if (one === settles) return settles
      if (one === UNKNOWN) whole = UNKNOWN
    }
    return whole
  }
  return {
    truth,
    markOpen: (sheet) => {
      if (truth(sheet) !== UNKNOWN) return
      for (const part of parts) part.markOpen(sheet)
    },
    markDeciding: (sheet) => {
      const whole = truth(sheet)
      if (whole === UNKNOWN) return
      for (const part of parts) if (part.truth(sheet) === whole) part.markDeciding(sheet)
    },
  }
}

function compileIs(
  id: QuestionId,
  values: readonly AnswerId[],
  layout: SheetLayout,
  compiler: ConditionCompiler,
): CompiledCondition {
  const question = layout.questionAt(id)
  const places = values.flatMap((value) => layout.valueAt(id, value) ?? [])
  const when = layout.questions[question]?.askWhen
  const askWhen = when === undefined ? undefined : compiler.askWhen(question)
  const askWhenQuestions = when === undefined ? [] : questionsIn(when).map(layout.questionAt)
  const truth = (sheet: AnswerSheet): Truth3 => {
    for (const place of places) if (sheet.given[place] === sheet.person) return TRUE
    if (sheet.closed[question] === sheet.person) return FALSE
    return askWhen !== undefined && askWhen.truth(sheet) === FALSE ? FALSE : UNKNOWN
  }
  return {
    truth,
    markOpen: (sheet) => {
      if (truth(sheet) === UNKNOWN) sheet.marked[question] = sheet.mark
    },
    markDeciding: (sheet) => {
      const whole = truth(sheet)
      if (whole === UNKNOWN) return
      if (whole === TRUE || sheet.closed[question] === sheet.person) sheet.marked[question] = sheet.mark
      else for (const other of askWhenQuestions) sheet.marked[other] = sheet.mark
    },
  }
}
