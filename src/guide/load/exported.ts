import { isRecord } from '../../core/is-record.ts'
import type { Guide } from '../../core/model.ts'
import { UsageFailure } from '../../io/failure.ts'
import { documentKind } from '../answers/document-kind.ts'
import { type Diagnostic, type Path, subjectOf } from '../parse/diagnostic.ts'
import { camel } from '../parse/field-names.ts'
import { LIMITS } from '../parse/limits.ts'
import { readJsonTree } from '../parse/read-json.ts'
import { checkParts } from '../parse/rules/check-rules.ts'
import { GUIDE_SCHEMA, guide as guideShape } from '../parse/schema/guide.ts'
import { check } from '../parse/schema/values.ts'
import type { SourceTree } from '../parse/source-tree.ts'
import { notValid } from './not-valid.ts'

const HINT = 'Give a file that `nextline export --format json` wrote, or a folder of YAML.'

/**
 * Reads a guide from the JSON of `export`. Throws UsageFailure for another file, and GuideFailure with a line for each
 * problem of the guide.
 */
export function readExportedGuide(text: string, file: string): Guide {
  const tree = treeOf(text, file)
  const { data } = tree
  if (!isRecord(data) || data.schema !== GUIDE_SCHEMA || !isRecord(data.guide)) {
    const kind = documentKind(data)
    throw new UsageFailure(
      kind === undefined || kind.name === 'a guide'
        ? `${file} holds no guide: it does not say "schema": "${GUIDE_SCHEMA}".`
        : `${file} is ${kind.name}, not a guide.`,
      HINT,
    )
  }
  const checked = check(guideShape, data.guide)
  if ('problems' in checked) {
    const problems = checked.problems.map(({ code, args, path, part }): Diagnostic => {
      const spot = tree.spotOf(['guide', ...path], part)
      return { code, args: { subject: subjectOf(path), ...args }, file, ...spot, severity: 'error' }
    })
    throw notValid(file, problems)
  }
  // Unchanged, so that its hash is that of the exported guide.
  const guide = data.guide as Guide
  const faults = crossCheck(guide, tree, file)
  if (faults.length > 0) throw notValid(file, faults)
  return guide
}

function treeOf(text: string, file: string): SourceTree {
  const read = readJsonTree(text, LIMITS.guide)
  if ('tree' in read) return read.tree
  const [first] = read.problems
  const place = `${file}:${first?.line}:${first?.column}`
  if (first?.code === 'duplicate-key') throw new UsageFailure(`${place}  a field stands twice here.`, HINT)
  throw new UsageFailure(`${place}  not readable as JSON: ${first?.message}.`, HINT)
}

function crossCheck(guide: Guide, tree: SourceTree, file: string): readonly Diagnostic[] {
  const { topics, options, questions, warningSigns, outOfScope, faqs, tips, glossary, sources, properties } =
    guide
  const lists = {
    topics,
    options,
    questions,
    warningSigns,
    outOfScope,
    faqs,
    tips,
    glossary,
    sources,
    properties,
    ...(guide.urgentActions && { urgentActions: guide.urgentActions }),
    ...(guide.alerts && { alerts: guide.alerts }),
  }
  const idsOf = (pieces: readonly { readonly id: string }[]) => new Set(pieces.map(({ id }) => id))
  const paths = pathsOf(guide)
  const parts = { header: guide, ...lists, faulty: [] }
  return checkParts(parts, parts, {
    known: {
      option: idsOf(options),
      topic: idsOf(topics),
      question: idsOf(questions),
      source: idsOf(sources),
    },
    lints: undefined,
    whole: true,
    warnings: false,
    placeOf: (piece, path, part) => {
      const inside = path.map((step) => (typeof step === 'string' ? camel(step) : step))
      return { file, ...tree.spotOf(['guide', ...(paths().get(piece) ?? []), ...inside], part) }
    },
  })
}

/** The path of each object of a guide, computed on first use. */
function pathsOf(guide: Guide): () => ReadonlyMap<object, Path> {
  let paths: Map<object, Path> | undefined
  return () => {
    paths ??= new Map()
    if (paths.size === 0) addPaths(guide, [], paths)
    return paths
  }
}

function addPaths(value: unknown, path: Path, paths: Map<object, Path>): void {
  if (typeof value !== 'object' || value === null) return
  paths.set(value, path)
  for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    addPaths(inner, [...path, key], paths)
  }
}
