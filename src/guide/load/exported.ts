import type { Guide, Place } from '../../core/model.ts'
import { GuideFailure, UsageFailure } from '../../io/failure.ts'
import { type Diagnostic, describe, type Path, subjectOf } from '../parse/diagnostic.ts'
import { isMapping } from '../parse/is-record.ts'
import { checkParts } from '../parse/rules/check-rules.ts'
import { compiledGuide, GUIDE_SCHEMA } from '../parse/schema/guide.ts'
import { check } from '../parse/schema/values.ts'

const HINT = 'Give a file that `nextline export --format json` wrote, or a folder of YAML.'

/**
 * A guide from the JSON that `export` writes. Throws UsageFailure when the text is not such a file, and GuideFailure
 * with a line for everything that is wrong with the guide in it.
 */
export function readExportedGuide(text: string, file: string): Guide {
  const data = fromJson(text, file)
  if (!isMapping(data) || data.schema !== GUIDE_SCHEMA || !isMapping(data.guide)) {
    throw new UsageFailure(`${file} holds no guide: it does not say "schema": "${GUIDE_SCHEMA}".`, HINT)
  }
  const checked = check(compiledGuide(), data.guide)
  if ('problems' in checked) {
    const lines = checked.problems.map(({ code, args, path }) => {
      const diagnostic = {
        code,
        args: { subject: dotted(path), ...args },
        ...TOP,
        severity: 'error' as const,
      }
      return describe({ ...diagnostic, file })
    })
    throw notValid(file, lines)
  }
  // As exported, to the letter: a hash of the guide has to be the one of the guide that was exported.
  const guide = data.guide as Guide
  const faults = crossCheck(guide).filter(({ severity }) => severity === 'error')
  if (faults.length > 0) {
    throw notValid(
      file,
      faults.map((fault) => describe(fault, file)),
    )
  }
  return guide
}

const TOP = { line: 1, column: 1 }

function fromJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageFailure(`${file} is not JSON: ${(error as Error).message}`, HINT)
  }
}

function notValid(file: string, lines: readonly string[]): GuideFailure {
  return new GuideFailure(`The guide in ${file} is not valid.`, lines)
}

function dotted(path: Path): string {
  if (path.length === 0) return subjectOf(path)
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)
}

function crossCheck(guide: Guide): readonly Diagnostic[] {
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
  }
  const idsOf = (pieces: readonly { readonly id: string }[]) => new Set(pieces.map(({ id }) => id))
  return checkParts(
    { header: guide, ...lists, faulty: [] },
    {
      known: {
        option: idsOf(options),
        topic: idsOf(topics),
        question: idsOf(questions),
        source: idsOf(sources),
      },
      lints: undefined,
      whole: true,
      placeOf: (piece) => ('place' in piece ? (piece.place as Place) : { file: 'guide', ...TOP }),
    },
  )
}
