import type { Diagnostic } from '../diagnostic.ts'
import type { PartialGuide, RuleContext } from '../partial-guide.ts'
import {
  disagreementIsSaid,
  intervalsHoldTheirEstimate,
  missingNumbersAreSaid,
  notesAreSuitable,
  notRelevantIsAboutRelevance,
  openWeighsNoMore,
  reportsGiveAReason,
  researchIsFindable,
  reviewComesAfter,
  statementsCiteSources,
} from './evidence.ts'
import {
  aliasesAreOfUse,
  idsAreNotReserved,
  idsAreUnique,
  namesLeadToOneThing,
  questionsCanBeAnswered,
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

type Rule = (context: RuleContext) => void

/** True or false of each piece, whatever is wrong with others. */
const RULES_OF_PIECES: readonly Rule[] = [
  idsAreUnique,
  idsAreNotReserved,
  namesLeadToOneThing,
  aliasesAreOfUse,
  questionsCanBeAnswered,
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
  openWeighsNoMore,
  reviewComesAfter,
  researchIsFindable,
  reportsGiveAReason,
]

/** True or false of the guide as a whole: a piece left out for a fault of its own would mislead them. */
const RULES_OF_THE_WHOLE: readonly Rule[] = [optionsHaveOneTopic, featuresExist, sourcesAreUsed]

/** @param whole whether no piece was left out */
export function checkParts(
  parts: PartialGuide,
  context: Omit<RuleContext, 'parts' | 'report'> & { readonly whole: boolean },
): readonly Diagnostic[] {
  const { whole, ...rest } = context
  const found: Diagnostic[] = []
  const report: RuleContext['report'] = ({ piece, path, part, code, args = {}, severity }) => {
    found.push({ ...rest.placeOf(piece, path, part), code, args, severity: severity ?? 'error' })
  }
  const rules = whole ? [...RULES_OF_PIECES, ...RULES_OF_THE_WHOLE] : RULES_OF_PIECES
  for (const rule of rules) rule({ ...rest, parts, report })
  return found
}
