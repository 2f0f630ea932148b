import { DIRECTIONS, type Direction, type Recommendation, type TreatmentOption } from '../../core/model.ts'
import { DIRECTION_WORDS, firstNames } from './labels.ts'

/** Body and year as a clinician says them: "NICE 2016". */
function guidelineName({ short, body, year }: Recommendation): string {
  return short ?? `${body} ${year}`
}

/** The guidelines that take one direction, each with its year; a strong one says so. */
export function guidelinesSaying(option: TreatmentOption, direction: Direction): readonly string[] {
  const said = option.recommendations.filter((each) => each.direction === direction)
  return [
    ...new Set(said.map((each) => `${guidelineName(each)}${each.strength === 'strong' ? ' (strong)' : ''}`)),
  ]
}

/**
 * What guidelines say in one line: "for: NICE 2016; against: BMJ 2025 (strong)". Undefined when none takes a position.
 * @param most names on each side; the others are counted
 */
export function guidelinesInBrief(
  option: TreatmentOption,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const sides = DIRECTIONS.filter((direction) => direction !== 'no-position').flatMap((direction) => {
    const names = guidelinesSaying(option, direction)
    const side = DIRECTION_WORDS[direction].toLowerCase()
    return names.length === 0 ? [] : [`${side}: ${firstNames(names, most)}`]
  })
  return sides.length === 0 ? undefined : sides.join('; ')
}
