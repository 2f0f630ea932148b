import { loadGuide } from '../../guide/load/load-guide.ts'
import { EXIT, type ExitCode, GuideFailure, UsageFailure } from '../../io/failure.ts'
import { cleanText } from '../../text/clean-text.ts'
import { type Candidates, candidates } from '../candidates.ts'
import type { CommandSpec } from '../command.ts'
import { COMMANDS } from '../commands.ts'
import { SCRIPTS, SHELLS, type Shell } from '../completion-scripts.ts'
import type { CommandContext } from '../context.ts'
import { BARE_NAME_FLAGS, GLOBAL_FLAGS } from '../global-flags.ts'

export const command: CommandSpec = {
  name: 'completion',
  words: '<shell> [words...]',
  summary: 'a script that completes commands, flags, names, questions and answers: bash, zsh or fish',
  examples: [
    'source <(nextline completion bash)      # in ~/.bashrc',
    'source <(nextline completion zsh)       # in ~/.zshrc',
    'nextline completion fish | source       # in ~/.config/fish/config.fish',
  ],
  run: completion,
}

/** Prints the script for a shell; the scripts themselves call `candidates`. */
async function completion(context: CommandContext, words: readonly string[]): Promise<ExitCode> {
  const [shell = '', ...typed] = words
  if (shell === 'candidates') {
    context.io.out(asLines(await candidatesFor(context, typed)))
    return EXIT.done
  }
  if (!isShell(shell) || typed.length > 0) {
    throw new UsageFailure(
      `there is no completion for "${words.join(' ')}".`,
      `Name a shell: ${SHELLS.join(', ')}.`,
    )
  }
  context.io.out(SCRIPTS[shell])
  return EXIT.done
}

function isShell(word: string): word is Shell {
  return SHELLS.some((shell) => shell === word)
}

/** A guide that cannot be read gives no candidates, because errors must not appear while somebody types. */
async function candidatesFor(context: CommandContext, typed: readonly string[]): Promise<Candidates> {
  const before = typed.slice(0, -1)
  const current = typed.at(-1) ?? ''
  const commands = new Map<string, CommandSpec>()
  for (const [name, load] of Object.entries(COMMANDS)) commands.set(name, (await load()).command)
  const first = before.find((word) => !word.startsWith('-'))?.toLowerCase() ?? ''
  const named = commands.get(first)
  const flags = [...(named === undefined ? BARE_NAME_FLAGS : (named.flags ?? [])), ...GLOBAL_FLAGS, HELP]
  try {
    const guide = () => loadGuide(context.io, guideNamed(before) ?? context.guide)
    return await candidates({ before, current, command: named, commands, flags, guide })
  } catch (error) {
    if (error instanceof UsageFailure || error instanceof GuideFailure) return []
    throw error
  }
}

const HELP = { flag: '--help', summary: 'print help' }

function guideNamed(words: readonly string[]): string | undefined {
  const position = words.indexOf('--guide')
  return position < 0 ? undefined : words[position + 1]
}

function asLines(values: Candidates): string {
  if (values === 'files') return ':files\n'
  return values
    .map(({ value, means }) => (means === undefined ? `${value}\n` : `${value}\t${cleanText(means)}\n`))
    .join('')
}
