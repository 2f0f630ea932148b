import type { Condition } from '../core/model.ts'
import type { Path } from './diagnostic.ts'
import type { Parts } from './parts.ts'
import { isMapping } from './read-condition.ts'

/** A piece of the guide, and the path from it to what was found, as written in YAML. */
export type Found<T> = { readonly piece: object; readonly path: Path; readonly value: T }

/** Every condition of a guide with what it belongs to. */
export function conditionsIn(parts: Parts): readonly Found<Condition>[] {
  const rules = parts.options.flatMap((option) => option.rules)
  return [
    ...[...rules, ...parts.warningSigns, ...parts.outOfScope].map((piece) => at(piece, ['when'], piece.when)),
    ...parts.questions.flatMap((piece) => (piece.askWhen ? [at(piece, ['ask-when'], piece.askWhen)] : [])),
    ...parts.properties.flatMap((piece) => [
      ...('when' in piece ? [at(piece, ['when'], piece.when)] : []),
      ...('unless' in piece ? [at(piece, ['unless'], piece.unless)] : []),
    ]),
  ]
}

export type Test = { readonly question: string; readonly values: readonly string[] }

/** The questions that a condition tests, each with the path of the field that names it. */
export function testsIn({ piece, path, value }: Found<Condition>): readonly Found<Test>[] {
  switch (value.kind) {
    case 'always':
      return []
    case 'is':
      return [at(piece, [...path, value.question], value)]
    case 'open':
      return [at(piece, [...path, 'open'], { question: value.question, values: [] })]
    case 'not':
      return testsIn(at(piece, [...path, 'not'], value.of))
    case 'all':
    case 'any':
      return value.of.flatMap((part, index) => testsIn(at(piece, [...path, value.kind, index], part)))
  }
}

/** Whatever rests on sources: claims, risks, outcomes, recommendations, rules and warning signs. */
export type Citing = Readonly<Record<string, unknown>> & { readonly sources: readonly string[] }

/** Every piece of text in the guide that has a list of sources. */
export function citingIn(parts: Parts): readonly Found<Citing>[] {
  const pieces = [
    ...(parts.header ? [parts.header] : []),
    ...parts.topics,
    ...parts.tips,
    ...parts.options,
    ...parts.warningSigns,
    ...parts.faqs,
  ]
  return pieces.flatMap((piece) => citingUnder(piece, [], piece))
}

function citingUnder(piece: object, path: Path, value: unknown): readonly Found<Citing>[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => citingUnder(piece, [...path, index], item))
  if (!isMapping(value)) return []
  const inner = Object.entries(value).flatMap(([key, field]) =>
    citingUnder(piece, [...path, kebab(key)], field),
  )
  return isCiting(value) ? [at(piece, path, value), ...inner] : inner
}

function isCiting(value: Readonly<Record<string, unknown>>): value is Citing {
  return Array.isArray(value.sources)
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function at<T>(piece: object, path: Path, value: T): Found<T> {
  return { piece, path, value }
}
