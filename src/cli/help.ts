import type { Io } from '../io/io.ts'
import { wrapText } from '../text/wrap.ts'
import { HELP_TOPICS } from './help-topics.ts'

/** Examples of the help, one a line. */
export function examplesText(examples: readonly string[], width: number): string {
  const lines = examples.flatMap((example) =>
    example.length + 2 <= width
      ? [`  ${example}`]
      : wrapText(example.replace(/ {2,}/, '  '), width, '  ', '    '),
  )
  return `\nExamples:\n${lines.join('\n')}`
}

/** The text of a help topic for `help answers`; undefined for other lines. */
export function helpTopic(argv: readonly string[], io: Io): string | undefined {
  const [help = '', topic = '', ...rest] = argv
  if (help.toLowerCase() !== 'help' || rest.some((word) => !word.startsWith('-') && !/^\d+$/.test(word)))
    return undefined
  const paragraphs = HELP_TOPICS[topic.toLowerCase()]
  if (paragraphs === undefined) return undefined
  const position = argv.indexOf('--width')
  const width = Number(argv[position + 1]) || io.width
  return `${paragraphs.map((lines) => topicLines(lines, width).join('\n')).join('\n\n')}\n`
}

/** Keeps the indent of examples. */
function topicLines(lines: readonly string[], width: number): readonly string[] {
  return lines.flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? ''
    return wrapText(line.trim(), width, indent, indent === '' ? '' : `${indent}  `)
  })
}
