import type { AnswerId, Answers, OptionId, Place, PlanOutcome, QuestionId, Status } from '../model.ts'

/**
 * Something that a guide's rules get wrong, as data. `answers` are the fewest that show it: no set that answers fewer
 * questions does. A rule is named by its option and its own id.
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
  /** No answers make the property's condition true, so that it promises nothing. */
  | { readonly code: 'property-never-applies'; readonly property: string }
  /** There are options, and every one is not relevant. */
  | { readonly code: 'list-empty'; readonly answers: Answers }
  /** Never true while there are options; its text is never shown. */
  | { readonly code: 'rule-never-applies'; readonly option: OptionId; readonly rule: string }
  /** Without it every status would be the same, for all answers. */
  | { readonly code: 'rule-never-decides'; readonly option: OptionId; readonly rule: string }
  /** Never true while there are options. */
  | { readonly code: 'indication-never-applies'; readonly option: OptionId; readonly indication: string }
  /** True only where its option is not now, to be avoided or not relevant: it speaks for what nobody is offered. */
  | { readonly code: 'indication-only-when-out'; readonly option: OptionId; readonly indication: string }
  /**
   * Could not be decided within the bound on work: its rules test too many questions together, `rule` most of all.
   * `properties` are those that are not decided for that reason.
   */
  | {
      readonly code: 'too-large'
      readonly option: OptionId
      readonly rule: string
      readonly questions: number
      readonly properties: readonly string[]
    }
  /** The same of the warning signs and limits together, of one property, or of all options together. */
  | { readonly code: 'gates-too-large' }
  | { readonly code: 'property-too-large'; readonly property: string }
  | { readonly code: 'list-too-large' }
  | { readonly code: 'alert-unreachable'; readonly alert: string }
  | { readonly code: 'warning-sign-unreachable'; readonly sign: string }
  /** Never true, or only together with a warning sign, which comes before it. */
  | { readonly code: 'out-of-scope-unreachable'; readonly scope: string }
  /** Its ask-when is never true while there are options: it and its answers are never shown to anyone they are for. */
  | { readonly code: 'question-unreachable'; readonly question: QuestionId }
  /** No answer to it ever changes the outcome, a status, an indication or how options fit a wish. */
  | { readonly code: 'question-without-effect'; readonly question: QuestionId }
  /** Two rules of one option, true and open for the same answers, give different statuses. */
  | {
      readonly code: 'rules-contradict'
      readonly option: OptionId
      readonly rules: readonly [string, string]
    }
  /** Rules that none of them always holds rule the option out together, whatever is answered. */
  | { readonly code: 'option-never-available'; readonly option: OptionId; readonly rules: readonly string[] }
  /** The contraindication is true and the status is less restrictive than it says. */
  | {
      readonly code: 'contraindication-outweighed'
      readonly option: OptionId
      readonly rule: string
      readonly status: Status
      readonly answers: Answers
    }
  /** From `answers`, `adds` brings an answer that a contraindication names, and the status gets less restrictive. */
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
