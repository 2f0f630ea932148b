import type { Guide } from '../../core/model.ts'
import type { LintFinding } from './finding.ts'

const TIME =
  /\b(?:day|week|month|year|hour|minute|series|course|session|visit|treatment|procedure|injection|operation|surgery|lesion|follow-up|once|trial|over time|at the end)s?\b/i
const BLANK = /^(?:|-|not stated|unknown|not known)$/i

/** A number needs its time span and its people: without them it cannot be compared (Trevena 2013; IPDAS S4, S6). */
export function numberContext(guide: Guide): readonly LintFinding[] {
  return guide.options.flatMap((option) => {
    const file = `options/${option.id}.yaml`
    const outcomes = option.outcomes.flatMap((outcome, index) =>
      (['timeSpan', 'population', 'comparator'] as const)
        .filter((key) => BLANK.test(outcome[key].trim()))
        .map((key) => missingContext(file, ['outcomes', index], `the outcome has no ${WORDS[key]}`)),
    )
    const risks = option.risks.flatMap((risk, index) =>
      /\d of (?:100|1,000|10,000|100,000)\b/.test(risk.howOften) && !TIME.test(risk.howOften)
        ? [missingContext(file, ['risks', index, 'how-often'], 'the frequency has no time span')]
        : [],
    )
    return [...outcomes, ...risks]
  })
}

const WORDS = { timeSpan: 'time span', population: 'population', comparator: 'comparator' }

function missingContext(file: string, path: LintFinding['path'], problem: string): LintFinding {
  return {
    code: 'number-context',
    file,
    path,
    problem,
    fix: 'Say among whom, over what time, compared with what.',
  }
}
