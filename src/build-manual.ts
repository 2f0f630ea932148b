import type { CommandSpec, FlagSpec } from './cli/command.ts'
import { COMMANDS } from './cli/commands.ts'
import { GLOBAL_FLAGS } from './cli/global-flags.ts'
import { HELP_TOPICS } from './cli/help-topics.ts'

/** The manual page as Markdown, from the same words as the help: every command, the flags, and the help topics. */
export async function manualMarkdown(): Promise<string> {
  const specs = new Set<CommandSpec>()
  for (const load of Object.values(COMMANDS)) specs.add((await load()).command)
  const topics = Object.values(HELP_TOPICS).map(([[title = ''] = [], ...paragraphs]) => {
    return `## ${title.toUpperCase()}\n\n${paragraphs.map(topicText).join('\n\n')}`
  })
  return [
    '# nextline(1) -- a treatment did not work: what comes next?',
    '## SYNOPSIS',
    '`nextline` [<name>|<question>|<answer>] [<flags>]',
    '`nextline` <command> [<arguments>] [<flags>]',
    '## DESCRIPTION',
    'Look-ups, a personal list of options with the reason for every line, and pages, from guides with sources. It is ' +
      'information to talk over with a clinician: not a diagnosis, a dose or a prescription.',
    '## COMMANDS',
    ...[...specs].map(commandText),
    '## FLAGS OF EVERY COMMAND',
    flagsText(GLOBAL_FLAGS),
    ...topics,
    '## FILES',
    '`$XDG_CONFIG_HOME/nextline/config.yaml`: your settings; see `nextline config`.',
    '',
  ].join('\n\n')
}

function commandText({ name, words = '', summary, flags = [], examples }: CommandSpec): string {
  const parts = [
    `### nextline ${name} ${code(words)}`.trimEnd(),
    sentence(summary),
    flagsText(flags),
    `Examples:\n\n${indented(examples)}`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function flagsText(flags: readonly FlagSpec[]): string {
  const text = ({ flag, summary, choices }: FlagSpec) => {
    const values = choices === undefined ? '' : ` One of: ${choices.join(', ')}.`
    return ` * \`${flag}\`:\n   ${sentence(summary)}${values}`
  }
  return flags.map(text).join('\n')
}

const code = (words: string) => (words === '' ? '' : `\`${words}\``)

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`).join('\n')

/** Lines that begin with spaces are examples. */
function topicText(lines: readonly string[]): string {
  const isExample = (line: string) => line.startsWith(' ')
  const examples = lines.filter(isExample).map((line) => line.trimStart())
  const paragraphs = lines.filter((line) => !isExample(line))
  return [...paragraphs, ...(examples.length === 0 ? [] : [indented(examples)])].join('\n\n')
}
