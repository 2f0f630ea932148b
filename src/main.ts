import { prebuiltLookup } from './cli/prebuilt-lookup.ts'
import { Cancelled, EXIT, type ExitCode, GuideFailure, UsageFailure } from './io/failure.ts'
import type { Io } from './io/io.ts'
import { createProcessIo } from './io/node-io.ts'
import { cleanLines } from './text/clean-text.ts'
import { wrapText } from './text/wrap.ts'

/**
 * Runs one command line (without `node` and the script) and gives its exit status. The one place where a failure
 * becomes text: a few lines on stderr that say what is wrong, where, and what to do.
 */
export async function main(argv: readonly string[], io: Io = createProcessIo()): Promise<ExitCode> {
  // Messages repeat names, paths and arguments as they were typed; their control characters must not reach a terminal.
  const cleanIo = { ...io, err: (text: string) => io.err(cleanLines(text)) }
  try {
    const status = await prebuiltLookup(argv, cleanIo)
    return status ?? (await (await import('./cli/program.ts')).runProgram(argv, cleanIo))
  } catch (error) {
    return report(error, cleanIo)
  }
}

function report(error: unknown, io: Io): ExitCode {
  if (error instanceof Cancelled) {
    io.err(`${error.message}\n`)
    return EXIT.interrupted
  }
  if (error instanceof UsageFailure) {
    const lines = `nextline: ${error.message}\n${error.hint ?? ''}`.trimEnd().split('\n')
    // A terminal breaks lines inside words.
    const shown = io.canPrompt() ? lines.flatMap((line) => wrapText(line, io.width)) : lines
    io.err(`${shown.join('\n')}\n`)
    return EXIT.cannot
  }
  if (error instanceof GuideFailure) {
    io.err(`nextline: ${error.message}\n${error.lines.map((line) => `  ${line}\n`).join('')}`)
    return EXIT.cannot
  }
  return reportBug(error, io)
}

/** Any other error is a bug of the program. The stack is shown only with NEXTLINE_DEBUG=1. */
function reportBug(error: unknown, io: Io): ExitCode {
  const text = error instanceof Error ? error.message : String(error)
  io.err(`nextline: something went wrong inside nextline: ${text}\n`)
  io.err('This is a fault of the program. Run it again with NEXTLINE_DEBUG=1 for the details to report.\n')
  if (io.env.NEXTLINE_DEBUG === '1' && error instanceof Error) io.err(`${error.stack}\n`)
  return EXIT.cannot
}
