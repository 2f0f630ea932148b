import { EXIT, type ExitCode, UsageFailure } from '../../io/failure.ts'
import type { Io } from '../../io/io.ts'
import { heading, list, paragraph } from '../../view/document/blocks.ts'
import type { Document } from '../../view/document/document.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { write } from '../output.ts'

export const command: CommandSpec = {
  name: 'new',
  words: '<folder>',
  summary: 'a small complete guide to start from, with comments that teach',
  examples: ['nextline new my-guide'],
  run: createGuide,
}

/** Copies the template into a new or empty folder, with its id and dates filled in. */
async function createGuide(context: CommandContext, [typed = '']: readonly string[]): Promise<ExitCode> {
  const { io } = context
  const folder = typed.replace(/(?<=.)\/+$/, '')
  refuseUsed(io, folder)
  const files = [
    ...filesIn(io, io.builtIn.template, ['', 'options/']).map(({ name, text }) => ({
      name,
      text: filledIn(text, idFor(folder), io.today()),
    })),
    ...filesIn(io, io.builtIn.schema, [''])
      .filter(({ name }) => SCHEMAS.includes(name))
      .map(({ name, text }) => ({ name: `schema/${name}`, text })),
  ]
  for (const { name, text } of files) io.writeFileAtomic(`${folder}/${name}`, text)
  const names = files.map(({ name }) => name)
  await write(
    context,
    () => nextSteps(folder, names.length),
    () => ({ schema: 'nextline/new@1', folder, files: names }),
  )
  return EXIT.done
}

/** The schemas of a guide's files. */
const SCHEMAS = [
  'faqs',
  'glossary',
  'guide',
  'option',
  'properties',
  'questions',
  'sources',
  'warning-signs',
].map((name) => `${name}.json`)

/** A folder with only a git repository counts as empty. */
function refuseUsed(io: Io, folder: string): void {
  const kind = io.kindOf(folder)
  if (kind === 'none') return
  const used = kind === 'folder' ? (io.listFolder(folder) ?? []).filter((name) => name !== '.git') : undefined
  if (used?.length === 0) return
  throw new UsageFailure(
    used === undefined
      ? `${folder} is not a folder.`
      : `${folder} has files in it already, such as ${used[0]}.`,
    'Name a folder that is empty or not there yet. Nothing was written.',
  )
}

function filesIn(io: Io, root: string, folders: readonly string[]) {
  return folders.flatMap((folder) =>
    (io.listFolder(`${root}${folder}`) ?? [])
      .filter((name) => /\.(yaml|json)$/.test(name))
      .map((name) => ({ name: `${folder}${name}`, text: io.readFile(`${root}${folder}${name}`) })),
  )
}

const TEMPLATE_ID = 'my-guide'
const TEMPLATE_REVIEW = { reviewed: '2026-11-26', reviewBy: '2027-11-26' }

function filledIn(text: string, id: string, today: string): string {
  const [year = '', month, day] = today.split('-')
  // Not every month has a 29th to 31st.
  const reviewBy = `${Number(year) + 1}-${month}-${Number(day) > 28 ? '28' : day}`
  return text
    .replace(`id: ${TEMPLATE_ID}`, `id: ${id}`)
    .replaceAll(TEMPLATE_REVIEW.reviewBy, reviewBy)
    .replaceAll(TEMPLATE_REVIEW.reviewed, today)
}

/** The folder's own name, where it can be an id. */
function idFor(folder: string): string {
  const name = (folder.split(/[/\\]/).at(-1) ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ? name : TEMPLATE_ID
}

function nextSteps(folder: string, count: number): Document {
  const title = 'A new guide'
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(`${count} files in ${folder}. Begin with guide.yaml; each file says what belongs in it.`),
      ...list([
        [{ code: `nextline check ${folder} --watch` }, ' finds faults, again at every change'],
        [{ code: `nextline --guide ${folder}` }, ' shows the guide as people see it'],
        [{ code: `nextline walk --guide ${folder}` }, ' asks its questions'],
      ]),
    ],
  }
}
