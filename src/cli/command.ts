import type { ExitCode } from '../io/failure.ts'
import type { CommandContext } from './context.ts'

/** A flag, as commander declares it (`--save <file>`) and as help describes it. */
export type FlagSpec = {
  readonly flag: string
  readonly summary: string
  /** What its value is, for "--save needs a file". */
  readonly needs?: string
  readonly choices?: readonly string[]
  /** Reads a value of another type than text. */
  readonly read?: (value: string) => unknown
  readonly initial?: string
  /** May be repeated; its value is a list. */
  readonly repeatable?: boolean
  /** Names of flags that it cannot stand beside. */
  readonly conflicts?: readonly string[]
  /** Heading in the help. */
  readonly group?: string
}

/** A command: its name, arguments, flags, help and action. */
export type CommandSpec<Flags extends object = Record<string, unknown>> = {
  readonly name: string
  /** As commander declares arguments: `<name> <name...>`. */
  readonly words?: string
  readonly summary: string
  readonly flags?: readonly FlagSpec[]
  readonly examples: readonly string[]
  run(context: CommandContext, words: readonly string[], flags: Flags): Promise<ExitCode>
}

/** The flag for the format of a register. */
export function inputFlag(summary: string): FlagSpec {
  return { flag: '--input <kind>', summary, choices: ['jsonl', 'csv', 'fhir'], needs: 'a kind' }
}

/** Flags of the commands that take answers. */
export const ANSWER_FLAGS: readonly FlagSpec[] = [
  {
    flag: '--answers <file|->',
    summary: 'answers as YAML, JSON or a FHIR QuestionnaireResponse',
    needs: 'a file',
  },
  {
    flag: '--set <question=value[,value]>',
    summary: 'one answer; may be repeated, and wins over the file',
    repeatable: true,
    needs: 'an answer',
  },
]
