import type { CheckResult } from '../../check/check-result.ts'
import { citedOnReportsAlone } from '../../core/citations.ts'
import { guideId } from '../../core/guide-id.ts'
import type { Place } from '../../core/model.ts'
import { describe, messageOf } from '../../guide/parse/diagnostic.ts'
import { findingWords } from '../pages/proof-page.ts'

/** A problem of any kind that `check` found, with its place and, when known, its fix. */
export type CheckDiagnostic = Place & {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly message: string
  readonly fix?: string
}

/** Every problem as data: of the parser, then of the proof, then of lint. */
export function checkDiagnostics({ problems, proof, findings }: CheckResult): readonly CheckDiagnostic[] {
  return [
    ...problems.map((problem) => {
      const { severity, code, file, line, column } = problem
      return { severity, code, file, line, column, message: messageOf(problem) }
    }),
    ...(proof?.findings ?? []).map((finding) => ({
      severity: 'error' as const,
      code: finding.code,
      ...finding.place,
      message: findingWords(finding),
    })),
    ...findings.map(({ code, place, problem, fix }) => ({
      severity: 'error' as const,
      code,
      ...place,
      message: problem,
      fix,
    })),
  ]
}

/** The result of `check` as `nextline/check@1`. */
export function checkJson(checked: CheckResult): object {
  const { folder, problems, guide, proof, textProperties, findings, holds } = checked
  const onReportsAlone = guide === undefined ? [] : citedOnReportsAlone(guide).alone
  return {
    schema: 'nextline/check@1',
    folder,
    guide: guide === undefined ? null : guideId(guide),
    holds,
    diagnostics: checkDiagnostics(checked),
    problems: problems.map((problem) => describe(problem, folder)),
    properties: [
      ...(proof?.properties ?? []).map((proved) => ({
        id: proved.property.id,
        says: proved.property.says,
        holds: proved.verdict === 'holds',
        verdict: proved.verdict,
      })),
      ...textProperties,
    ],
    universal: (proof?.universal ?? []).map((proved) => ({ ...proved, holds: proved.verdict === 'holds' })),
    proofFindings: (proof?.findings ?? []).map((finding) => ({ ...finding, problem: findingWords(finding) })),
    findings: findings.map(({ path: _, file: __, ...finding }) => finding),
    onReportsAlone: onReportsAlone.map(({ name, sources }) => ({ by: name, sources })),
  }
}
