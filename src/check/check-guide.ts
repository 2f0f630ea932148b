import type { Guide } from '../core/model.ts'
import { prove } from '../core/prove/prove.ts'
import { type FolderReader, readGuideFolder } from '../guide/load/folder.ts'
import { type ParsedGuide, parseGuide } from '../guide/parse/parse-guide.ts'
import type { ReadFile } from '../guide/parse/read-file.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Checked, PlacedFinding } from './lint/checked.ts'
import type { LintFinding } from './lint/finding.ts'
import { lint, TEXT_LINTS } from './lint/lint.ts'

/** The files of a guide as they were read, for the next time. */
export type ReadBefore = {
  readonly texts: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, ReadFile>
}

/**
 * Reads a guide's folder, decides its properties, and lints it as of `today` (YYYY-MM-DD). Throws UsageFailure when
 * there is no such folder or a file cannot be read.
 */
export function checkGuide(
  io: FolderReader,
  folder: string,
  today: string,
  before?: ReadBefore,
): Checked & { readonly read: ReadBefore } {
  if (io.listFolder(folder) === undefined) {
    throw new UsageFailure(`there is no folder ${folder}.`, 'Give the folder that holds a guide.yaml.')
  }
  const { files: texts, problems: inFolder } = readGuideFolder(io, folder)
  const {
    guide,
    diagnostics: problems,
    spotOf,
    files,
  } = parseGuide(texts, {
    findReadFile: (file) =>
      texts.get(file) === before?.texts.get(file) ? before?.files.get(file) : undefined,
    lints: Object.keys(TEXT_LINTS),
    problems: inFolder,
  })
  const read = { texts, files }
  if (guide === undefined) {
    return { read, folder, problems, guide, proof: undefined, textProperties: [], findings: [], holds: false }
  }
  const proof = prove(guide)
  const findings = lint(guide, today).map((finding) => placedAt(finding, spotOf))
  const textProperties = decideTexts(guide)
  const holds =
    problems.length + proof.findings.length + findings.length === 0 &&
    textProperties.every((text) => text.holds)
  return { read, folder, problems, guide, proof, textProperties, findings, holds }
}

function decideTexts(guide: Guide): Checked['textProperties'] {
  return guide.properties.flatMap((property) =>
    property.kind === 'text'
      ? [{ id: property.id, says: property.says, holds: TEXT_LINTS[property.lint]?.(guide).length === 0 }]
      : [],
  )
}

/** A finding with its line and column in the YAML. */
function placedAt(finding: LintFinding, spotOf: ParsedGuide['spotOf']): PlacedFinding {
  return { ...finding, place: { file: finding.file, ...spotOf(finding.file, finding.path) } }
}
