import type { Guide } from '../core/model.ts'
import { createProver } from '../core/prove/prove.ts'
import { type FolderReader, readGuideFolder } from '../guide/load/folder.ts'
import { type ParsedGuide, parseGuide } from '../guide/parse/parse-guide.ts'
import { UsageFailure } from '../io/failure.ts'
import type { CheckResult, PlacedFinding } from './check-result.ts'
import type { LintFinding } from './lint/finding.ts'
import { createLinter, TEXT_LINTS } from './lint/lint.ts'

/**
 * Checks the guide of a folder: reads it, decides its properties, and lints it as of `today` (YYYY-MM-DD). Called again,
 * it does only what a change reaches, and finds what a first check would find. Throws UsageFailure when there is no such
 * folder or a file cannot be read.
 */
export function createChecker(io: FolderReader, folder: string): (today: string) => CheckResult {
  const prove = createProver()
  const lint = createLinter()
  let before: EarlierRead | undefined
  return (today) => {
    if (io.listFolder(folder) === undefined) {
      throw new UsageFailure(`there is no folder ${folder}.`, 'Give the folder that holds a guide.yaml.')
    }
    const { files: texts, problems: inFolder } = readGuideFolder(io, folder)
    const parsed = parseGuide(texts, {
      findReadFile: (file) =>
        texts.get(file) === before?.texts.get(file) ? before?.files.get(file) : undefined,
      ...(before?.isValid && { validBefore: before.files }),
      lints: TEXT_LINTS,
      problems: inFolder,
    })
    const { guide, diagnostics: problems, spotOf, files } = parsed
    before = { texts, files, isValid: guide !== undefined }
    if (guide === undefined) return { folder, problems, ...NOT_CHECKED }
    const proof = prove(guide)
    const findings = lint(guide, today).map((finding) => placedAt(finding, spotOf))
    const textProperties = decideTexts(guide, findings)
    const holds = problems.length + proof.findings.length + findings.length === 0
    return { folder, problems, guide, proof, textProperties, findings, holds }
  }
}

type EarlierRead = Pick<ParsedGuide, 'files'> & {
  readonly texts: ReadonlyMap<string, string>
  readonly isValid: boolean
}

/** The rest of the result when there is no valid guide. */
const NOT_CHECKED = { guide: undefined, proof: undefined, textProperties: [], findings: [], holds: false }

function decideTexts(guide: Guide, findings: readonly LintFinding[]): CheckResult['textProperties'] {
  return guide.properties.flatMap((property) => {
    if (property.kind !== 'text') return []
    const holds = findings.every(({ code }) => code !== property.lint)
    return [{ id: property.id, says: property.says, holds }]
  })
}

/** A finding with its line and column in the YAML. */
function placedAt(finding: LintFinding, spotOf: ParsedGuide['spotOf']): PlacedFinding {
  return { ...finding, place: { file: finding.file, ...spotOf(finding.file, finding.path) } }
}
