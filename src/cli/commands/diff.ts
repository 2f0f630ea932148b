import { diffGuides } from '../../core/prove/diff.ts'
import { loadVersion } from '../../guide/load/revision.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { diffJson } from '../../view/json/diff-json.ts'
import { diffPage, isUnchanged } from '../../view/pages/diff-page.ts'
import type { InputKind } from '../batch/people.ts'
import { type CommandSpec, inputFlag } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { write } from '../output.ts'

export const command: CommandSpec<DiffFlags> = {
  name: 'diff',
  words: '<guide> <guide>',
  summary: 'what differs for people between two guides or two versions of one',
  flags: [
    { flag: '--full', summary: 'every text that changed, before and after' },
    {
      flag: '--format <format>',
      summary: 'for a pull request: markdown',
      choices: ['markdown'],
      needs: 'a format',
    },
    {
      flag: '--people <file|->',
      summary: 'what changes for the people of a register, as plan --batch reads it',
      conflicts: ['full', 'format'],
      needs: 'a file',
    },
    inputFlag('with --people: how its lines are written'),
  ],
  examples: [
    'nextline diff facet-joint my-guide',
    'nextline diff git:HEAD my-guide         what is not committed yet',
    'nextline diff facet-joint my-guide --people people.csv',
    'nextline diff git:v1.0:my-guide git:main:my-guide --format markdown',
  ],
  run: diff,
}

type DiffFlags = {
  readonly full?: boolean
  readonly format?: 'markdown'
  readonly people?: string
  readonly input?: InputKind
}

/** Compares two guides over every combination of answers. Status 1 when anything differs. */
async function diff(
  context: CommandContext,
  [first = '', second = '']: readonly string[],
  { full = false, format, people, input }: DiffFlags,
): Promise<ExitCode> {
  const { io } = context
  const before = await loadVersion(io, first, second)
  const after = await loadVersion(io, second, first)
  if (people !== undefined) {
    const { diffRegister } = await import('../batch/diff-register.ts')
    return diffRegister(context, { names: [first, second], before, after, people, input })
  }
  const difference = diffGuides(before, after)
  const page = () => diffPage({ names: [first, second], before, after, difference, full })
  if (format === 'markdown' && !context.json) {
    const { toMarkdown } = await import('../../view/render/to-markdown.ts')
    io.out(toMarkdown(page()))
  } else await write(context, page, () => diffJson(before, after, difference))
  return isUnchanged(difference) ? EXIT.done : EXIT.no
}
