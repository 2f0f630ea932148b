import { nearest } from '../../../text/nearest.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { PartialGuide, RuleContext } from '../partial-guide.ts'
import { citingIn, conditionsIn, testsIn } from '../traverse.ts'
import {
  checkFirstSaysWhat,
  disagreementIsSaid,
  intervalsHoldTheirEstimate,
  missingNumbersAreSaid,
  notesAreSuitable,
  notRelevantIsAboutRelevance,
  openWeighsNoMore,
  reportsGiveAReason,
  researchIsFindable,
  reviewComesAfter,
  shortFormsAreThere,
  statementsCiteSources,
} from './evidence.ts'
import {
  aliasesAreOfUse,
  idsAreNotReserved,
  idsAreUnique,
  namesAreNotCommands,
  namesLeadToOneThing,
  pagesAreApart,
  questionsCanBeAnswered,
  termsAreUnique,
} from './names.ts'
import {
  askWhenLooksBack,
  conditionsTestWhatExists,
  featuresExist,
  lintsExist,
  optionsAndTopicsExist,
  optionsHaveOneTopic,
  sourcesAreUsed,
  sourcesExist,
} from './references.ts'

type GuideCheck = (context: RuleContext) => void

/** Rules about single pieces, checked even when other pieces are faulty. */
const RULES_OF_PIECES: readonly GuideCheck[] = [
  idsAreUnique,
  idsAreNotReserved,
  namesLeadToOneThing,
  questionsCanBeAnswered,
  termsAreUnique,
  pagesAreApart,
  conditionsTestWhatExists,
  askWhenLooksBack,
  optionsAndTopicsExist,
  sourcesExist,
  lintsExist,
  statementsCiteSources,
  disagreementIsSaid,
  missingNumbersAreSaid,
  intervalsHoldTheirEstimate,
  notRelevantIsAboutRelevance,
  notesAreSuitable,
  checkFirstSaysWhat,
  shortFormsAreThere,
  openWeighsNoMore,
  reviewComesAfter,
  researchIsFindable,
  reportsGiveAReason,
]

/** Rules about the whole guide, checked only when no piece was left out. */
const RULES_OF_THE_WHOLE: readonly GuideCheck[] = [optionsHaveOneTopic, featuresExist]

/** Rules about the whole guide that only warn. */
const WARNINGS: readonly GuideCheck[] = [sourcesAreUsed, aliasesAreOfUse, namesAreNotCommands]

type RuleSelection = {
  /** Whether no piece was left out. */
  readonly whole: boolean
  /** Whether warnings are wanted: each costs finding its place. */
  readonly warnings: boolean
  /** Whether what a piece cites and tests is known to exist. */
  readonly isSettled?: (piece: object) => boolean
}

/** The most problems that get a suggestion, which is slow to find. */
const MOST_NEAREST = 100

export function checkParts(
  parts: PartialGuide,
  context: Pick<RuleContext, 'known' | 'lints' | 'placeOf'> & RuleSelection,
): readonly Diagnostic[] {
  const { whole, warnings, isSettled = () => false, ...rest } = context
  const diagnostics: Diagnostic[] = []
  let guesses = 0
  const all: RuleContext = {
    ...rest,
    parts,
    // Which sources are used depends on every piece.
    citing: citingIn(parts, warnings ? () => false : isSettled),
    tests: conditionsIn(parts, isSettled).flatMap(testsIn),
    nearest: (word, candidates) => {
      guesses += 1
      return guesses > MOST_NEAREST ? '' : (nearest(word, candidates, 1)[0] ?? '')
    },
    report: ({ piece, path, part, code, args = {}, ...fault }) => {
      const severity = fault.severity ?? 'error'
      if (severity === 'error' || warnings)
        diagnostics.push({ ...rest.placeOf(piece, path, part), code, args, severity })
    },
  }
  const rules = [
    ...RULES_OF_PIECES,
    ...(whole ? RULES_OF_THE_WHOLE : []),
    ...(whole && warnings ? WARNINGS : []),
  ]
  for (const rule of rules) rule(all)
  return diagnostics
}
