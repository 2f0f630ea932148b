import type { AnswerId, Answers, OptionId, Place, PlanOutcome, QuestionId, Status } from '../model.ts'

/**
 * A fault in a guide's rules, as data. `answers` are the fewest that show it. A rule is named by its option and its id.
 */
export type Finding = {
  readonly place: Place
} /** A safety property does not hold: with these answers the option has this status. */ & (
  | {
      readonly code: 'property-status'
      readonly property: string
      readonly option: OptionId
      readonly status: Status
      readonly answers: Answers
    }
  | {
      readonly code: 'property-outcome'
      readonly property: string
      readonly outcome: PlanOutcome
      readonly answers: Answers
    }
  /** No answers make the property's condition true. */
  | { readonly code: 'property-never-applies'; readonly property: string }
  /** There are options, and every one is not relevant. */
  | { readonly code: 'list-empty'; readonly answers: Answers }
  /** Never true while there are options; its text is never shown. */
  | { readonly code: 'rule-never-applies'; readonly option: OptionId; readonly rule: string }
  /** Without it every status would be the same, for all answers. */
  | { readonly code: 'rule-never-decides'; readonly option: OptionId; readonly rule: string }
  /** Never true while there are options. */
  | { readonly code: 'indication-never-applies'; readonly option: OptionId; readonly indication: string }
  /** True only where its option is not-now, avoid or not-relevant, so that it never counts. */
  | { readonly code: 'indication-only-when-out'; readonly option: OptionId; readonly indication: string }
  /**
   * Not decided within the limit on work: its rules test too many questions together, `rule` the most. `properties`
   * are those left undecided for that reason.
   */
  | {
      readonly code: 'too-large'
      readonly option: OptionId
      readonly rule: string
      readonly questions: number
      readonly properties: readonly string[]
    }
  /** Likewise for the warning signs and limits together, for one property, and for all options together. */
  | { readonly code: 'gates-too-large' }
  | { readonly code: 'property-too-large'; readonly property: string }
  | { readonly code: 'list-too-large' }
  | { readonly code: 'alert-unreachable'; readonly alert: string }
  | { readonly code: 'warning-sign-unreachable'; readonly sign: string }
  /** Never true, or only together with a warning sign, which comes before it. */
  | { readonly code: 'out-of-scope-unreachable'; readonly scope: string }
  /** Its ask-when is never true while there are options, so that it is never asked. */
  | { readonly code: 'question-unreachable'; readonly question: QuestionId }
  /** No answer to it changes the outcome, a status, an indication or a preference. */
  | { readonly code: 'question-without-effect'; readonly question: QuestionId }
  /** Two rules of one option, true and open for the same answers, give different statuses. */
  | {
      readonly code: 'rules-contradict'
      readonly option: OptionId
      readonly rules: readonly [string, string]
    }
  /** Together the rules rule the option out for every answer, although none of them always holds. */
  | { readonly code: 'option-never-available'; readonly option: OptionId; readonly rules: readonly string[] }
  /** The contraindication is true and the status is less restrictive than it says. */
  | {
      readonly code: 'contraindication-outweighed'
      readonly option: OptionId
      readonly rule: string
      readonly status: Status
      readonly answers: Answers
    }
  /** Adding `adds`, which a contraindication names, to `answers` makes the status less restrictive. */
  | {
      readonly code: 'contraindication-improves'
      readonly option: OptionId
      readonly rule: string
      readonly question: QuestionId
      readonly adds: AnswerId
      readonly from: Status
      readonly to: Status
      readonly answers: Answers
    }
  /** The contraindication is open and the status is less restrictive than check-first. */
  | {
      readonly code: 'contraindication-open'
      readonly option: OptionId
      readonly rule: string
      readonly status: Status
      readonly answers: Answers
    }
)

export type FindingCode = Finding['code']
