import type { Command, Help } from 'commander'
import { wrapText } from '../text/wrap.ts'

type HelpEntry = { readonly term: string; readonly says: string; readonly group: string }

/** The help of a command at a width; commander's own is not wrapped below 80 columns. */
export function formatHelp(command: Command, helper: Help, width: number): string {
  const entries: readonly HelpEntry[] = [
    ...helper.visibleArguments(command).map((argument) => ({
      term: helper.argumentTerm(argument),
      says: argument.description,
      group: 'Words:',
    })),
    ...helper.visibleCommands(command).map((subcommand) => ({
      term: subcommand.name(),
      says: subcommand.description(),
      group: 'Commands:',
    })),
    ...helper.visibleOptions(command).map((option) => ({
      term: helper.optionTerm(option),
      says: helper.optionDescription(option),
      group: option.helpGroupHeading ?? 'Flags:',
    })),
  ]
  const groups = [...new Set(entries.map(({ group }) => group))].map((group) => [
    group,
    ...entryLines(
      entries.filter((entry) => entry.group === group),
      width,
    ),
  ])
  const about = command
    .description()
    .split('\n')
    .flatMap((line) => wrapText(line, width))
  const usage = wrapText(`Usage: ${helper.commandUsage(command)}`, width, '', '  ')
  return `${[usage, about, ...groups].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const WIDE = 60
const WIDEST_TERM = 32

/** Term and description side by side, or below each other without room. */
function entryLines(entries: readonly HelpEntry[], width: number): readonly string[] {
  const column = Math.min(WIDEST_TERM, Math.max(0, ...entries.map(({ term }) => term.length))) + 4
  return entries.flatMap(({ term, says }) => {
    if (width < WIDE) return [...wrapText(term, width, '  ', '    '), ...wrapText(says, width, '      ')]
    const isLong = term.length > column - 4
    const [first = '', ...rest] = wrapText(says, width, ' '.repeat(column))
    return isLong ? [`  ${term}`, first, ...rest] : [`  ${term}`.padEnd(column) + first.trimStart(), ...rest]
  })
}
