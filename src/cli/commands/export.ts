import { plan } from '../../core/engine/plan.ts'
import type { Guide, Plan } from '../../core/model.ts'
import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import type { Document } from '../../view/document/document.ts'
import type { Reader } from '../../view/text/labels.ts'
import { ANSWER_FLAGS, type CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { toJson } from '../output.ts'
import { type OutFile, writeFiles } from '../output-files.ts'
import type { PageFormat } from '../page-files.ts'
import { type AnswerFlags, readAnswers } from '../read-answers.ts'
import { findOptions, findParts } from '../resolve-names.ts'

export const command: CommandSpec<ExportFlags> = {
  name: 'export',
  words: '[name...]',
  summary: 'the guide, or parts of it, or a plan, as pages or data',
  flags: [
    ...ANSWER_FLAGS,
    {
      flag: '--format <format>',
      summary: 'how',
      choices: ['markdown', 'html', 'json', 'fhir'],
      initial: 'markdown',
      needs: 'a format',
    },
    {
      flag: '--out <file|folder>',
      summary: 'where to; left out, one page goes to stdout',
      needs: 'a file or a folder',
    },
    { flag: '--full', summary: 'a plan with every option and reason, not the page to take to a visit' },
    { flag: '--force', summary: 'also overwrite files that nextline did not write' },
  ],
  examples: [
    'nextline export --out pages',
    'nextline export nsaids',
    'nextline export --format html --out pages',
    'nextline export --answers mine.yaml --format html --out plan.html',
    'nextline export --format fhir --out guide.fhir.json',
  ],
  run: exportCommand,
}

type ExportFlags = AnswerFlags & {
  readonly format: PageFormat | 'json' | 'fhir'
  readonly out?: string
  readonly force?: boolean
  readonly full?: boolean
}

/** Exports the guide, parts of it or a plan, to files or one page to stdout. */
async function exportCommand(
  context: CommandContext,
  names: readonly string[],
  flags: ExportFlags,
): Promise<ExitCode> {
  const guide = await openGuide(context)
  const isPlan = flags.answers !== undefined || flags.set !== undefined
  if (isPlan && names.length > 0) {
    throw new UsageFailure(
      'a plan is exported whole.',
      'Leave out the names, or leave out --answers and --set.',
    )
  }
  const files = isPlan
    ? await planFiles(context, guide, flags)
    : await guideFiles(context, guide, names, flags)
  writeFiles(context.io, files, { ...flags, ownerOnly: isPlan })
  return EXIT.done
}

async function planFiles(
  context: CommandContext,
  guide: Guide,
  flags: ExportFlags,
): Promise<readonly OutFile[]> {
  const personPlan = plan(guide, await readAnswers(context.io, flags, guide))
  if (flags.format === 'json') {
    const { planJson } = await import('../../view/json/plan-json.ts')
    return [{ path: 'plan.json', text: toJson(planJson(personPlan)) }]
  }
  if (flags.format === 'fhir') {
    const { planBundle } = await import('../../fhir/plan-bundle.ts')
    const bundle = planBundle(personPlan, context.reader ?? 'patient', context.io.hash)
    return [{ path: 'plan.fhir.json', text: toJson(bundle) }]
  }
  const { pageFiles } = await import('../page-files.ts')
  const page = { path: 'plan.md', document: await planDocument(personPlan, context, flags) }
  return pageFiles(context.io, guide, [page], flags.format)
}

/** The take-home page, by default for patients; with --full the whole plan, by default for clinicians. */
async function planDocument(
  personPlan: Plan,
  { reader }: CommandContext,
  { full }: ExportFlags,
): Promise<Document> {
  if (full === true) {
    const { planPage } = await import('../../view/pages/plan-page.ts')
    return planPage(personPlan, { detail: 'full', reader: reader ?? 'clinician' })
  }
  const { takeHomePage } = await import('../../view/pages/take-home-page.ts')
  return takeHomePage(personPlan, reader ?? 'patient')
}

async function guideFiles(
  context: CommandContext,
  guide: Guide,
  names: readonly string[],
  { format }: ExportFlags,
): Promise<readonly OutFile[]> {
  const reader = context.reader ?? 'clinician'
  if (format === 'json') return jsonFiles(guide, names, reader)
  if (format === 'fhir') {
    const { guideBundle } = await import('../../fhir/guide-bundle.ts')
    const bundle = guideBundle(guide, findOptions(guide, names), context.reader ?? 'patient')
    return [{ path: `${guide.id}.fhir.json`, text: toJson(bundle) }]
  }
  const { guidePages, partPage } = await import('../../view/pages/export-pages.ts')
  const { pageFiles } = await import('../page-files.ts')
  const pages =
    names.length === 0
      ? guidePages(guide, reader)
      : findParts(guide, names).map((part) => partPage(guide, part, reader))
  return pageFiles(context.io, guide, pages, format)
}

async function jsonFiles(
  guide: Guide,
  names: readonly string[],
  reader: Reader,
): Promise<readonly OutFile[]> {
  const { guideJson, optionJson, topicJson } = await import('../../view/json/guide-json.ts')
  if (names.length === 0) return [{ path: `${guide.id}.json`, text: toJson(guideJson(guide)) }]
  return findParts(guide, names).map((part) =>
    part.kind === 'topic'
      ? { path: `${part.topic.id}.json`, text: toJson(topicJson(guide, part.topic)) }
      : { path: `${part.option.id}.json`, text: toJson(optionJson(guide, part.option, reader)) },
  )
}
