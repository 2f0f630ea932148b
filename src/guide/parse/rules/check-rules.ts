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
  optionIdsAreUnique,
  pagesAreApart,
  questionsCanBeAnswered,
  termsAreUnique,
} from './names.ts'
import {
  askWhenLooksBack,
  conditionsTestWhatExists,
  featuresExist,
  lintsExist,
  listsNameOptions,
  optionsHaveOneTopic,
  sourcesAreUsed,
  sourcesExist,
  topicsExist,
} from './references.ts'

type GuideCheck = (context: RuleContext) => void

/** Rules about a piece and the file that it is in, checked even when other pieces are faulty. */
const RULES_OF_A_FILE: readonly GuideCheck[] = [
  idsAreUnique,
  idsAreNotReserved,
  questionsCanBeAnswered,
  termsAreUnique,
  pagesAreApart,
  askWhenLooksBack,
  sourcesExist,
  lintsExist,
  listsNameOptions,
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

/** Rules about pieces of several files, checked even when other pieces are faulty. */
const RULES_ACROSS_FILES: readonly GuideCheck[] = [
  optionIdsAreUnique,
  namesLeadToOneThing,
  conditionsTestWhatExists,
  topicsExist,
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
}

/** The most problems that get a suggestion, which is slow to find. */
const MOST_NEAREST = 100

/** @param open the parts that are not yet known to be valid, in themselves and in what they name elsewhere */
export function checkParts(
  parts: PartialGuide,
  open: PartialGuide,
  context: Pick<RuleContext, 'known' | 'lints' | 'placeOf'> & RuleSelection,
): readonly Diagnostic[] {
  const { whole, warnings, ...rest } = context
  const diagnostics: Diagnostic[] = []
  let guesses = 0
  const all: RuleContext = {
    ...rest,
    parts,
    // Which sources are used depends on every piece.
    citing: citingIn(warnings ? parts : open),
    tests: conditionsIn(open).flatMap(testsIn),
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
  for (const rule of RULES_OF_A_FILE) rule({ ...all, parts: open })
  const across = [
    ...RULES_ACROSS_FILES,
    ...(whole ? RULES_OF_THE_WHOLE : []),
    ...(whole && warnings ? WARNINGS : []),
  ]
  for (const rule of across) rule(all)
  return diagnostics
}
