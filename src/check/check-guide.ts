import type { Guide } from '../core/model.ts'
import { prove } from '../core/prove/prove.ts'
import { type FolderReader, readGuideFolder } from '../guide/load/folder.ts'
import { describe } from '../guide/parse/diagnostic.ts'
import { parseGuide } from '../guide/parse/parse-guide.ts'
import { readYaml } from '../guide/parse/yaml-tree.ts'
import { UsageFailure } from '../io/failure.ts'
import type { Checked, PlacedFinding } from './lint/checked.ts'
import type { Finding } from './lint/finding.ts'
import { lint, TEXT_LINTS } from './lint/lint.ts'

/**
 * Reads a guide's folder, decides its properties, and lints it as of `today` (YYYY-MM-DD). Throws UsageFailure when
 * there is no such folder or a file cannot be read.
 */
export function checkGuide(io: FolderReader, folder: string, today: string): Checked {
  if (io.listFolder(folder) === undefined) {
    throw new UsageFailure(`there is no folder ${folder}.`, 'Give the folder that holds a guide.yaml.')
  }
  const files = readGuideFolder(io, folder)
  const { guide, diagnostics } = parseGuide(files, Object.keys(TEXT_LINTS))
  const problems = diagnostics.map((diagnostic) => describe(diagnostic, folder))
  if (guide === undefined) {
    return { folder, problems, guide, proof: undefined, textProperties: [], findings: [], holds: false }
  }
  const proof = prove(guide)
  const findings = placeFindings(lint(guide, today), files)
  const textProperties = decideTexts(guide)
  const holds =
    problems.length + proof.findings.length + findings.length === 0 &&
    textProperties.every((text) => text.holds)
  return { folder, problems, guide, proof, textProperties, findings, holds }
}

function decideTexts(guide: Guide): Checked['textProperties'] {
  return guide.properties.flatMap((property) =>
    property.kind === 'text'
      ? [{ id: property.id, says: property.says, holds: TEXT_LINTS[property.lint]?.(guide).length === 0 }]
      : [],
  )
}

/** Line and column of each finding, from the YAML that the guide was read from. */
function placeFindings(
  findings: readonly Finding[],
  files: ReadonlyMap<string, string>,
): readonly PlacedFinding[] {
  const trees = new Map<string, ReturnType<typeof readYaml>['tree']>()
  return findings.map((finding) => {
    const { file, path } = finding
    if (!trees.has(file)) trees.set(file, readYaml(files.get(file) ?? '').tree)
    const spot = trees.get(file)?.spotOf(path) ?? { line: 1, column: 1 }
    return { ...finding, place: { file, ...spot } }
  })
}
