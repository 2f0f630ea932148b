import { isRecord } from '../../core/is-record.ts'
import type { Condition } from '../../core/model.ts'
import type { Path } from './diagnostic.ts'
import { kebab } from './field-names.ts'
import type { PartialGuide } from './partial-guide.ts'
import { readCondition } from './read-condition.ts'

/** A piece of the guide, and the path from it to what was found, as written in YAML. */
export type FoundPiece<T> = { readonly piece: object; readonly path: Path; readonly value: T }

/** Every condition of these parts, with the piece that it belongs to. */
export function conditionsIn(parts: PartialGuide): readonly FoundPiece<Condition>[] {
  const rules = parts.options.flatMap((option) => [...option.rules, ...(option.indications ?? [])])
  return [
    ...[...rules, ...parts.warningSigns, ...parts.outOfScope, ...(parts.alerts ?? [])].map((piece) =>
      at(piece, ['when'], piece.when),
    ),
    ...parts.questions.flatMap((piece) => (piece.askWhen ? [at(piece, ['ask-when'], piece.askWhen)] : [])),
    ...parts.properties.flatMap((piece) => [
      ...('when' in piece ? [at(piece, ['when'], piece.when)] : []),
      ...('unless' in piece ? [at(piece, ['unless'], piece.unless)] : []),
    ]),
    ...parts.faulty.flatMap((piece) => writtenConditions(piece, [], piece)),
  ]
}

/** The valid conditions in a faulty piece. An invalid one was reported when the piece was checked. */
function writtenConditions(piece: object, path: Path, value: unknown): readonly FoundPiece<Condition>[] {
  return fieldsOf(value).flatMap(([key, field]) => {
    const inner = [...path, key]
    if (key !== 'when' && key !== 'ask-when' && key !== 'unless')
      return writtenConditions(piece, inner, field)
    const condition = readCondition(field, { open: true, report: () => undefined })
    return condition === undefined ? [] : [at(piece, inner, condition)]
  })
}

function fieldsOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()]
  return isRecord(value) ? Object.entries(value) : []
}

export type QuestionTest = { readonly question: string; readonly values: readonly string[] }

/** The questions that a condition tests, each with the path of the field that names it. */
export function testsIn({ piece, path, value }: FoundPiece<Condition>): readonly FoundPiece<QuestionTest>[] {
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

/** A piece with sources: a claim, risk, outcome, recommendation, rule or warning sign. */
export type CitingPiece = Readonly<Record<string, unknown>> & { readonly sources: readonly string[] }

/** Every piece of text in these parts that has a list of sources. */
export function citingIn(parts: PartialGuide): readonly FoundPiece<CitingPiece>[] {
  const pieces = [
    ...(parts.header ? [parts.header] : []),
    ...parts.topics,
    ...parts.tips,
    ...parts.options,
    ...parts.warningSigns,
    ...(parts.urgentActions ?? []),
    ...(parts.alerts ?? []),
    ...parts.faqs,
    ...parts.faulty,
  ]
  const citing: FoundPiece<CitingPiece>[] = []
  for (const piece of pieces) addCiting(piece, [], piece, citing)
  return citing
}

/** @param path of the value: one array for all values, changed on the way and copied for each result */
function addCiting(
  piece: object,
  path: (string | number)[],
  value: unknown,
  citing: FoundPiece<CitingPiece>[],
): void {
  if (typeof value !== 'object' || value === null) return
  if (isCiting(value)) citing.push(at(piece, path.map(stepAsWritten), value))
  const isList = Array.isArray(value)
  for (const key in value) {
    path.push(isList ? Number(key) : key)
    addCiting(piece, path, (value as Readonly<Record<string, unknown>>)[key], citing)
    path.pop()
  }
}

function isCiting(value: unknown): value is CitingPiece {
  return (
    isRecord(value) && Array.isArray(value.sources) && value.sources.every((id) => typeof id === 'string')
  )
}

function stepAsWritten(step: string | number): string | number {
  return typeof step === 'string' ? kebab(step) : step
}

function at<T>(piece: object, path: Path, value: T): FoundPiece<T> {
  return { piece, path, value }
}
