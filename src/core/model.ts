/**
 * Domain types: readonly data, no behaviour. Names follow GRADE (certainty, recommendations), IPDAS (options,
 * warning signs) and FHIR (contraindication, precaution, undesirable effect, questionnaire).
 */

export type OptionId = string
export type QuestionId = string
export type AnswerId = string
export type SourceId = string

/** The answer that every question accepts beside its own: the person does not know. */
export const UNSURE = 'unsure'
/** In a question that takes several answers: none of them applies. Never given with another answer. */
export const NONE = 'none'

/** One value of a question that takes one answer, or a list for one that takes several. Absent means not asked. */
export type Answer = AnswerId | readonly AnswerId[]
export type Answers = Readonly<Record<QuestionId, Answer>>

/** The place of a piece of a guide in its YAML. Line and column start at 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number }

// ---------------------------------------------------------------- conditions and rules

/** A test over answers with three results: true, false or unknown (core/engine/compiled-condition.ts). */
export type Condition =
  | { readonly kind: 'always' }
  /** True when the answer is one of `values`; for a question with several answers, when it contains any of them. */
  | { readonly kind: 'is'; readonly question: QuestionId; readonly values: readonly AnswerId[] }
  /** True when the question is unanswered or `unsure`. Properties only: in a rule, unknown is handled by the engine. */
  | { readonly kind: 'open'; readonly question: QuestionId }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

/** Least restrictive first; an option gets the most restrictive that any of its rules gives (contract section 4). */
export const STATUSES = ['suitable', 'caution', 'check-first', 'not-now', 'avoid', 'not-relevant'] as const
export type Status = (typeof STATUSES)[number]

/**
 * FHIR ClinicalUseDefinition's kinds, and four of a plan's own: what must come first, what was tried, what applies, and
 * a note, which informs ("tell the therapist that you are pregnant") and has the status `suitable`.
 */
export const RULE_KINDS = [
  'contraindication',
  'precaution',
  'prerequisite',
  'tried',
  'relevance',
  'note',
] as const
type RuleKind = (typeof RULE_KINDS)[number]

export type Rule = {
  /** Unique within its option: `kidney`. */
  readonly id: string
  readonly kind: RuleKind
  readonly when: Condition
  /** `suitable` for a note alone. */
  readonly status: Status
  /** Names what decides the rule, in at most 32 characters: "kidney disease". */
  readonly short?: string
  /** What to do or find out, one sentence. A `check-first` rule has one. */
  readonly do?: string
  /**
   * The status while it is unknown whether the rule applies; absent means `check-first`. For a prerequisite that must
   * be known to be met: surgery stays `not-now` until it is known that therapy was tried.
   */
  readonly whileOpen?: 'not-now' | 'avoid'
  /** Plain words, addressed to the person. */
  readonly because: string
  /** `prudence` is our own caution, labelled as that; it may have no source. */
  readonly basis: Basis
  readonly sources: readonly SourceId[]
  readonly place: Place
}

export const BASES = ['evidence', 'guideline', 'prudence'] as const
type Basis = (typeof BASES)[number]

/** A rule that speaks for an option. It changes the order and the text, never a status (contract section 1). */
export type Indication = {
  /** Unique within its option. */
  readonly id: string
  readonly when: Condition
  /** Names what decides it, for a card: "the injection gave no relief". */
  readonly short: string
  /** Plain words, addressed to the person. */
  readonly because: string
  readonly clinical?: string
  readonly basis: Basis
  readonly sources: readonly SourceId[]
  readonly place: Place
}

// ---------------------------------------------------------------- evidence

export const CERTAINTIES = ['high', 'moderate', 'low', 'very-low'] as const
/** GRADE certainty of evidence. */
export type EvidenceCertainty = (typeof CERTAINTIES)[number]

/** A statement with its sources. */
export type Claim = {
  readonly text: string
  readonly certainty?: EvidenceCertainty
  /** `prudence`: our own caution, labelled as that. Otherwise a claim has a source or says that it is not known. */
  readonly basis?: 'prudence'
  readonly sources: readonly SourceId[]
}

/** FHIR's undesirable effect, in the four points that `risks` lines up. */
export type UndesirableEffect = {
  readonly what: string
  /** A frequency in words with numbers out of 100, or `not known`. */
  readonly howOften: string
  readonly greaterRisk: string
  readonly watchFor: string
  readonly certainty?: EvidenceCertainty
  /** `prudence`: our own caution; no source that was read names it. */
  readonly basis?: 'prudence'
  readonly sources: readonly SourceId[]
}

type OutcomeCommon = {
  readonly id: string
  readonly outcome: string
  readonly population: string
  readonly timeSpan: string
  /** What was given, where that is not simply the option: a programme of its kind, usual care (PICO). */
  readonly intervention?: string
  readonly comparator: string
  readonly certainty: EvidenceCertainty | 'not-rated'
  /** Whether the people studied are like those the guide is for; all else is labelled indirect. */
  readonly direct: boolean
  readonly note?: string
  readonly sources: readonly SourceId[]
}

export const DENOMINATORS = [100, 1000, 10_000, 100_000, 1_000_000] as const
type Denominator = (typeof DENOMINATORS)[number]

/** A measured effect: how many of 100 people, or points on a scale. */
export type Outcome = OutcomeCommon &
  (
    | {
        readonly kind: 'of-100'
        /** The number of people that the figures count; absent means 100. Larger for fewer than 1 of 100. */
        readonly per?: Denominator
        /** Of 100 people, how many with the option, and with the comparator (absent: there was none). */
        readonly withOption: number
        readonly withoutOption?: number
        /** 95% interval of `withOption`, of 100. */
        readonly interval?: readonly [number, number]
        /** What the counted people did, as the rest of a sentence ("had at least half less pain"), and what the others did. */
        readonly event: string
        readonly otherwise: string
        /** Whether having the event is good for the person. */
        readonly good: boolean
      }
    | {
        readonly kind: 'points'
        /** Better by this many points than the comparator; negative is worse. */
        readonly better: number
        readonly interval?: readonly [number, number]
        readonly scale: string
        /** The smallest change that people notice on that scale, in words; absent when no source gives one. */
        readonly noticeable?: string
      }
  )

export const DIRECTIONS = ['for', 'only-if', 'against', 'no-position'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** A guideline's statement (GRADE: direction and strength are not the certainty of the evidence). */
export type Recommendation = {
  readonly body: string
  readonly year: number
  readonly population: string
  /** Body and year as a clinician says them: "NICE 2016". */
  readonly short?: string
  /** `only-if`: for, under conditions that the statement names. */
  readonly direction: Direction
  readonly strength: 'strong' | 'conditional' | 'not-stated'
  readonly certainty: EvidenceCertainty | 'not-stated'
  readonly says: string
  readonly sources: readonly SourceId[]
}

/** What IPDAS asks of an option that is a test. A chance is of 100 people, or `not known`. */
export type TestFacts = {
  readonly measures: Claim
  readonly ifPositive: Claim
  readonly ifNegative: Claim
  readonly harmlessFinding: Claim
  readonly truePositive: Claim
  readonly trueNegative: Claim
  readonly falsePositive: Claim
  readonly falseNegative: Claim
  readonly withAndWithout: Claim
}

// ---------------------------------------------------------------- options

/** Least invasive first. */
export const INVASIVENESS = ['none', 'touch', 'medicine', 'needle', 'ablation', 'surgery'] as const
export type Invasiveness = (typeof INVASIVENESS)[number]

type AtAGlance = {
  readonly setting: Claim
  readonly effort: Claim
  readonly onset: Claim
  readonly duration: Claim
  readonly repeatable: Claim
}

/** A statement for the card of an option, for either reader. Without `clinician`, both read `patient`. */
export type CardText = {
  readonly clinician?: string
  readonly patient: string
  readonly basis?: 'prudence'
  readonly sources: readonly SourceId[]
}

/**
 * What an option's card says beside what is computed: whom it is not for and what to find out first come from its
 * rules, what guidelines say from its recommendations.
 */
export type Card = {
  /** The outcome that `effect` is about; absent when no usable number exists. */
  readonly headline?: string
  readonly what: CardText
  readonly effect: CardText
  readonly lasts: CardText
  readonly takes: CardText
  readonly harm: CardText
  readonly fits: CardText
  readonly ask?: { readonly patient: string }
  readonly help?: CardText
}

export const PURPOSES = ['find-out', 'treat'] as const
export const NOTICED = ['yes', 'smaller', 'not-known'] as const

/** One thing a person could choose, watchful waiting included (IPDAS: option). */
export type TreatmentOption = {
  readonly id: OptionId
  readonly title: string
  /** The title in lists and on cards, in at most 32 characters of everyday words. */
  readonly shortTitle?: string
  readonly topic: string
  readonly aliases: readonly string[]
  /** `find-out` for an option that finds out before treating; absent means `treat`. */
  readonly purpose?: (typeof PURPOSES)[number]
  /** Whether the average benefit reaches what people notice (the headline outcome against its `noticeable`). */
  readonly benefitNoticed?: (typeof NOTICED)[number]
  readonly card?: Card
  readonly indications?: readonly Indication[]
  readonly invasiveness: Invasiveness
  /** What the option involves, as words that preferences and safety properties refer to: `needle`, `x-ray`. */
  readonly features: readonly string[]
  /** Certainty of the evidence for its main benefit. */
  readonly certainty: EvidenceCertainty
  readonly summary: Claim
  readonly involves: readonly Claim[]
  readonly benefits: readonly Claim[]
  readonly harms: readonly Claim[]
  readonly risks: readonly UndesirableEffect[]
  readonly maySuit: readonly Claim[]
  readonly mayNotSuit: readonly Claim[]
  readonly livingWith: Claim
  readonly ifNothing: Claim
  readonly atAGlance: AtAGlance
  readonly outcomes: readonly Outcome[]
  /** Said when no usable number exists. */
  readonly noNumbers?: string
  readonly recommendations: readonly Recommendation[]
  /** What guidelines that differ differ about, in two plain sentences. */
  readonly disagreement?: string
  readonly test?: TestFacts
  readonly questionsToAsk: readonly string[]
  readonly clinicalNotes: readonly Claim[]
  readonly rules: readonly Rule[]
  readonly place: Place
}

export type Topic = {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly summary: string
  /** What the topic is about, in at most 60 characters, for the overview. */
  readonly short?: string
  /** Points about the whole topic, each under a short heading. */
  readonly points: readonly (Claim & { readonly heading: string })[]
  /** In the guide's own order. */
  readonly options: readonly OptionId[]
}

// ---------------------------------------------------------------- questions and gates

export type AnswerChoice = {
  readonly id: AnswerId
  readonly label: string
  /** The answer in a summary: "on a blood thinner". */
  readonly short?: string
  /** Other names that people type, drug names among them: "apixaban". */
  readonly aliases?: readonly string[]
  /** Answers that treatment, time or choice can turn this one into. A diagnosis cannot be undone. */
  readonly canBecome?: readonly AnswerId[]
  /** The numbers that this answer covers, ends included: ages from 65. */
  readonly range?: { readonly from?: number; readonly to?: number }
  readonly clinical?: string
  /** A preference avoids options with this feature, or seeks them. It orders; it never changes a status. */
  readonly avoids?: string
  readonly seeks?: string
}

export type Question = {
  readonly id: QuestionId
  /** A noun phrase for lists: "kidney disease". */
  readonly label: string
  readonly shortLabel?: string
  /** Other names that people type for the question. */
  readonly aliases?: readonly string[]
  readonly text: string
  readonly clinical: string
  /** Why it is asked, in one line. */
  readonly why: string
  /** How an open answer could be settled, in plain words. */
  readonly settle: string
  readonly type: 'one' | 'many'
  readonly role: 'gate' | 'safety' | 'situation' | 'preference'
  /** How an answer comes to be another one, for the words: `discoverable` ones turn out to be something. */
  readonly change: 'fixed' | 'changeable' | 'discoverable'
  /** Questions with the same screen are asked together, a row each. */
  readonly screen?: string
  readonly sensitive: boolean
  /** Topics whose options are its answers, in the order in which they are shown: common care first. */
  readonly groups?: readonly string[]
  readonly answers: readonly AnswerChoice[]
  /** Asked only while this can be true; absent means always. */
  readonly askWhen?: Condition
  readonly place: Place
}

/** How soon a warning sign needs care, soonest first. */
export const TIME_FRAMES = ['now', 'today', 'this-week'] as const
export type TimeFrame = (typeof TIME_FRAMES)[number]

/** What to do about warning signs of one urgency, as one block of at most eight lines. */
export type UrgentAction = {
  readonly within: TimeFrame
  readonly heading: string
  readonly lines: readonly string[]
  readonly basis: 'source' | 'editorial'
  readonly sources: readonly SourceId[]
}

/** A finding that needs care before any choice (red flag). */
export type WarningSign = {
  readonly id: string
  readonly when: Condition
  readonly sign: string
  /** The sign as the person says it to whoever helps: "numbness between my legs". */
  readonly say?: string
  /** What it may mean, in at most 70 characters: "pressure on the nerves at the bottom of the spine". */
  readonly concern?: string
  readonly action: string
  readonly within: TimeFrame
  readonly because: string
  /** `editorial`: the urgency is our judgement, on the early side, and labelled as that. */
  readonly basis: 'source' | 'editorial'
  readonly sources: readonly SourceId[]
  readonly place: Place
}

/** A text above the options of a plan, whichever they are: an infection after a spine injection. */
export type Alert = {
  readonly id: string
  readonly when: Condition
  readonly text: string
  readonly basis: 'source' | 'editorial'
  readonly sources: readonly SourceId[]
  readonly place: Place
}

export type OutOfScope = {
  readonly id: string
  readonly when: Condition
  readonly because: string
  readonly place: Place
}

// ---------------------------------------------------------------- the rest of a guide

export type Faq = {
  readonly id: string
  readonly question: string
  /** Other ways in which people ask it, for the search. */
  readonly aliases?: readonly string[]
  readonly answer: Claim
  readonly options: readonly OptionId[]
}

export type Tip = {
  readonly id: string
  readonly title: string
  readonly text: Claim
  readonly options: readonly OptionId[]
}

export type Term = { readonly term: string; readonly aliases: readonly string[]; readonly means: string }

export const SOURCE_KINDS = [
  'guideline',
  'research',
  'regulator',
  'label',
  'policy',
  'law',
  'secondary',
] as const
type SourceKind = (typeof SOURCE_KINDS)[number]

export type Source = {
  readonly id: SourceId
  readonly title: string
  readonly authors?: string
  readonly where: string
  readonly year?: number
  readonly doi?: string
  readonly pmid?: string
  readonly number?: string
  /** Dates as YYYY-MM-DD. */
  readonly published?: string
  readonly updated?: string
  /** The address of the source itself; `readIn` has where it was read when that is another place. */
  readonly url?: string
  readonly readIn?: { readonly where: string; readonly url?: string }
  readonly kind: SourceKind
  /** Why a research source has neither DOI nor PMID. */
  readonly noIdentifier?: string
  /** Why this secondary page may be cited. */
  readonly secondaryBecause?: string
  readonly read: 'full-text' | 'abstract' | 'excerpt' | 'secondary'
  readonly readNote: string
  readonly accessed: string
  readonly place: Place
}

/** A safety property: true for every combination of answers; stated in the guide and proved by `check`. */
export type Property = {
  readonly id: string
  readonly says: string
  readonly place: Place
} & (
  | {
      readonly kind: 'status'
      readonly options: readonly OptionId[]
      /** It applies whenever `when` is true and `unless` is not true: an unknown `unless` does not excuse. */
      readonly when: Condition
      readonly unless?: Condition
      /** The statuses allowed where it applies. */
      readonly only: readonly Status[]
    }
  | { readonly kind: 'outcome'; readonly when: Condition; readonly outcome: PlanOutcome }
  /** Holds over texts, not answers: decided by the named lint rule. */
  | { readonly kind: 'text'; readonly lint: string }
)

export type Guide = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly question: string
  /** The health problem and the decision (IPDAS Q1, Q2). */
  readonly problem: Claim
  readonly decision: string
  /** How the problem usually goes if nothing is done (IPDAS S1). */
  readonly course: Claim
  readonly livingWith: Claim
  readonly evidenceNote: string
  readonly seeADoctor: string
  readonly encouragement: string
  readonly summary: readonly Claim[]
  readonly notice: string
  /** The notice in one line, for screens that have room for no more. */
  readonly shortNotice?: string
  readonly notReassurance: Claim
  /** The same in at most two lines, for the first screen of a plan. */
  readonly safetyNet?: { readonly patient: string; readonly clinician: string }
  /** Dates as YYYY-MM-DD. */
  readonly reviewed: string
  readonly reviewBy: string
  readonly updatePolicy: string
  readonly madeBy: string
  /** What the authors are trained in (IPDAS S20); absent when nobody has stated it. */
  readonly authorQualifications?: string
  readonly funding: string
  readonly method: string
  readonly notFound: readonly string[]
  readonly language: string
  /** `fixed`: questions are asked in the guide's own order; absent: the one that can still change most comes first. */
  readonly questionOrder?: 'fixed'
  readonly topics: readonly Topic[]
  readonly options: readonly TreatmentOption[]
  readonly questions: readonly Question[]
  readonly urgentActions?: readonly UrgentAction[]
  readonly warningSigns: readonly WarningSign[]
  readonly outOfScope: readonly OutOfScope[]
  readonly alerts?: readonly Alert[]
  readonly faqs: readonly Faq[]
  readonly tips: readonly Tip[]
  readonly glossary: readonly Term[]
  readonly sources: readonly Source[]
  readonly properties: readonly Property[]
}

// ---------------------------------------------------------------- plans

export const OUTCOMES = ['urgent', 'out-of-scope', 'options'] as const
export type PlanOutcome = (typeof OUTCOMES)[number]

/**
 * Why an option has its status, as data; the words are the view's.
 * `rule`: the rule is true for these answers. `open`: rules that could still apply depend on these questions.
 * `gate`: a warning sign or the guide's scope is still unknown.
 */
export type Reason =
  | { readonly code: 'rule'; readonly rule: Rule; readonly status: Status; readonly answers: Answers }
  | {
      readonly code: 'open'
      readonly status: Status
      readonly rules: readonly Rule[]
      readonly questions: readonly QuestionId[]
    }
  | { readonly code: 'gate'; readonly status: 'check-first'; readonly questions: readonly QuestionId[] }

/** An indication that applies. */
export type Fit = { readonly indication: Indication; readonly answers: Answers }

export type PlannedOption = {
  readonly option: TreatmentOption
  readonly status: Status
  /** 1 is first. */
  readonly rank: number
  /** Most restrictive first. Empty: no rule is against it. */
  readonly reasons: readonly Reason[]
  /** Open questions that could still change the status, in the guide's order. */
  readonly ask: readonly QuestionId[]
  /** Indications that apply, with the answers that decided it, in the guide's order. */
  readonly fits: readonly Fit[]
  /** Wishes of the person (preferences) that the option meets, and that it goes against. */
  readonly meets: readonly AnswerId[]
  readonly conflicts: readonly AnswerId[]
}

type UrgentSign = { readonly sign: WarningSign; readonly answers: Answers }

export type Plan = {
  readonly guide: Guide
  /** In the guide's order of questions. */
  readonly answers: Answers
  readonly outcome: PlanOutcome
  readonly urgent: readonly UrgentSign[]
  readonly outOfScope: readonly { readonly gate: OutOfScope; readonly answers: Answers }[]
  readonly options: readonly PlannedOption[]
  /** Questions without an answer (an `unsure` is an answer), in the guide's order. */
  readonly unanswered: readonly QuestionId[]
}
