import { DIRECTIONS, type Direction, type Recommendation, type TreatmentOption } from '../../core/model.ts'
import type { Inline } from '../document/document.ts'
import { DIRECTION_WORDS } from './labels.ts'

/** Body and year as a clinician says them: "NICE 2016". */
function guidelineName({ short, body, year }: Recommendation): string {
  return short ?? `${body} ${year}`
}

/** The guidelines of one direction, each with its year, and marked when strong. */
export function guidelinesSaying(option: TreatmentOption, direction: Direction): readonly Inline[] {
  const named = new Map<string, Inline>()
  for (const recommendation of option.recommendations) {
    if (recommendation.direction !== direction) continue
    const text = `${guidelineName(recommendation)}${recommendation.strength === 'strong' ? ' (strong)' : ''}`
    const [source] = recommendation.sources
    if (!named.has(text)) named.set(text, source === undefined ? text : { source, text })
  }
  return [...named.values()]
}

/**
 * What guidelines say in one sentence: "For: NICE 2016; against: BMJ 2025 (strong)." Empty when none takes a position.
 * @param most names on each side; the others are counted
 */
export function guidelinesInBrief(
  option: TreatmentOption,
  most = Number.POSITIVE_INFINITY,
): readonly Inline[] {
  const sides = DIRECTIONS.filter((direction) => direction !== 'no-position').flatMap((direction) => {
    const names = guidelinesSaying(option, direction)
    const more = names.length > most ? [` and ${names.length - most} more`] : []
    return names.length === 0
      ? []
      : [{ direction, names: [...commaSeparated(names.slice(0, most)), ...more] }]
  })
  const words = sides.flatMap(({ direction, names }, index) => {
    const side = DIRECTION_WORDS[direction]
    return [index === 0 ? `${side}: ` : `; ${side.toLowerCase()}: `, ...names]
  })
  return words.length === 0 ? [] : [...words, '.']
}

/** Names with commas between them. */
export function commaSeparated(names: readonly Inline[]): readonly Inline[] {
  return names.flatMap((name, index) => (index === 0 ? [name] : [', ', name]))
}
