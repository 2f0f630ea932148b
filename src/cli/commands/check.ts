import { checkGuide } from '../../check/check-guide.ts'
import { scoreIpdas } from '../../check/ipdas.ts'
import type { Checked } from '../../check/lint/checked.ts'
import { gradesByFile } from '../../check/lint/reading-grade.ts'
import { sourceFolder } from '../../guide/load/source-folder.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import type { Document } from '../../view/document/document.ts'
import { checkJson, checkView, ipdasView, readingView } from '../../view/pages/check-page.ts'
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
    { flag: '--reading', summary: 'the reading grade of its plain texts' },
  ],
  examples: ['nextline check', 'nextline check my-guide', 'nextline check --standard ipdas'],
  run: check,
}

type CheckFlags = { readonly standard?: 'ipdas'; readonly reading?: boolean }

/**
 * Validates a guide, decides its properties over every combination of answers, and lints its numbers and words; or
 * scores it against IPDASi v4; or gives its reading grades. Status 1 when the answer is no.
 */
async function check(
  context: CommandContext,
  [folder]: readonly string[],
  flags: CheckFlags,
): Promise<ExitCode> {
  const { io, json } = context
  const checked = checkGuide(io, folder ?? sourceFolder(io, context.guide), io.today())
  const { document, data, holds } = report(checked, flags)
  if (json) io.out(toJson(data))
  else writePage(context, document)
  return holds ? EXIT.done : EXIT.no
}

type Report = { readonly document: Document; readonly data: object; readonly holds: boolean }

function report(checked: Checked, { standard, reading }: CheckFlags): Report {
  const whole = { document: checkView(checked), data: checkJson(checked), holds: checked.holds }
  const { guide } = checked
  if (guide === undefined) return whole
  const id = { id: guide.id, version: guide.version, reviewed: guide.reviewed }
  if (standard === 'ipdas') {
    const items = scoreIpdas(guide)
    const holds = items.every(({ verdict }) => verdict !== 'not met')
    return {
      document: ipdasView(guide, items),
      data: { schema: 'nextline/ipdas@1', guide: id, items },
      holds,
    }
  }
  if (reading === true) {
    const files = gradesByFile(guide)
    const holds = !checked.findings.some(({ code }) => code === 'reading-grade')
    return {
      document: readingView(guide, files),
      data: { schema: 'nextline/reading@1', guide: id, files },
      holds,
    }
  }
  return whole
}
