import { createChecker } from '../../check/check-guide.ts'
import type { CheckResult } from '../../check/check-result.ts'
import { scoreIpdas } from '../../check/ipdas.ts'
import { gradesByFile } from '../../check/lint/reading-grade.ts'
import { guideId } from '../../core/guide-id.ts'
import { kindOfBeginning } from '../../guide/answers/document-kind.ts'
import { sourceFolder } from '../../guide/load/source-folder.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import type { Document } from '../../view/document/document.ts'
import { checkDiagnostics, checkJson } from '../../view/json/check-json.ts'
import { checkPage, ipdasPage, readingPage } from '../../view/pages/check-page.ts'
import { toAnnotations } from '../../view/render/to-annotations.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { toJson, writePage } from '../output.ts'

export const command: CommandSpec<CheckFlags> = {
  name: 'check',
  words: '[folder]',
  summary: 'validate a guide, prove its safety properties, lint its numbers and words',
  flags: [
    {
      flag: '--standard <name>',
      summary: 'score it against a published checklist',
      choices: ['ipdas'],
      needs: 'a name',
    },
    { flag: '--watch', summary: 'check again whenever a file changes, until Ctrl+C' },
    {
      flag: '--format <format>',
      summary: 'github: annotations for the lines of a pull request',
      choices: ['github'],
      needs: 'a format',
    },
    { flag: '--reading', summary: 'the reading grade of its plain texts' },
  ],
  examples: [
    'nextline check',
    'nextline check my-guide --watch',
    'nextline check my-guide --format github',
    'nextline check --standard ipdas',
  ],
  run: check,
}

type CheckFlags = {
  readonly standard?: 'ipdas'
  readonly reading?: boolean
  readonly watch?: boolean
  readonly format?: 'github'
}

/**
 * Validates, proves and lints a guide, or scores it against IPDASi v4, or shows its reading grades. Status 1 for any
 * finding.
 */
async function check(
  context: CommandContext,
  [folder]: readonly string[],
  flags: CheckFlags,
): Promise<ExitCode> {
  const { io } = context
  const path = folder ?? sourceFolder(io, context.guide)
  if (io.kindOf(path) === 'file') throw notAFolder(path, io.readFile(path))
  if (flags.watch === true) return watch(context, path, flags)
  return show(context, createChecker(io, path)(io.today()), flags)
}

function notAFolder(path: string, text: string): UsageFailure {
  const name = kindOfBeginning(text)?.name ?? 'a file'
  return new UsageFailure(
    `${path} is ${name}, not the folder of a guide.`,
    'Give the folder that holds a guide.yaml.',
  )
}

async function show(context: CommandContext, checked: CheckResult, flags: CheckFlags): Promise<ExitCode> {
  const { io, json } = context
  const { document, data, holds } = report(checked, flags)
  if (json) io.out(toJson(data))
  else if (flags.format === 'github') io.out(toAnnotations(checked.folder, checkDiagnostics(checked)))
  else await writePage(context, document)
  return holds ? EXIT.done : EXIT.no
}

/** Checks at once and after every change. */
async function watch(context: CommandContext, folder: string, flags: CheckFlags): Promise<ExitCode> {
  if (context.json)
    throw new UsageFailure('--watch prints a page after every change, and --json one document.')
  const { io } = context
  const screen = { ...context, pager: false }
  const changes = io.watchFolder(folder)
  const check = createChecker(io, folder)
  let code = await show(screen, check(io.today()), flags)
  io.err(`Watching ${folder}. Ctrl+C stops.\n`)
  for await (const _ of changes) {
    code = await show(screen, check(io.today()), flags)
    io.err('Checked again.\n')
  }
  return code
}

type Report = { readonly document: Document; readonly data: object; readonly holds: boolean }

function report(checked: CheckResult, { standard, reading }: CheckFlags): Report {
  const whole = { document: checkPage(checked), data: checkJson(checked), holds: checked.holds }
  const { guide } = checked
  if (guide === undefined) return whole
  const id = guideId(guide)
  if (standard === 'ipdas') {
    const items = scoreIpdas(guide)
    const holds = items.every(({ verdict }) => verdict !== 'not met')
    return {
      document: ipdasPage(guide, items),
      data: { schema: 'nextline/ipdas@1', guide: id, items },
      holds,
    }
  }
  if (reading === true) {
    const files = gradesByFile(guide)
    const holds = !checked.findings.some(({ code }) => code === 'reading-grade')
    return {
      document: readingPage(guide, files),
      data: { schema: 'nextline/reading@1', guide: id, files },
      holds,
    }
  }
  return whole
}
