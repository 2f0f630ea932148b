import { answerAtDoor } from './door.ts'
import type { ExitCode } from './io/failure.ts'
import type { Io } from './io/io.ts'
import { createProcessIo } from './io/process-io.ts'

/** Runs one command line (without `node` and the script) and gives its exit status. */
export async function start(argv: readonly string[], io: Io = createProcessIo()): Promise<ExitCode> {
  return answerAtDoor(argv, io) ?? (await import('./main.ts')).main(argv, io)
}
