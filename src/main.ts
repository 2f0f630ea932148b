import { prebuiltLookup } from './cli/prebuilt-lookup.ts'
import { Cancelled, EXIT, type ExitCode, GuideFailure, UsageFailure } from './io/failure.ts'
import type { Io } from './io/io.ts'
import { createProcessIo } from './io/node-io.ts'
import { cleanLines } from './text/clean-text.ts'

/**
 * Runs one command line (without `node` and the script) and gives its exit status. The one place where a failure
 * becomes text: a few lines on stderr that say what is wrong, where, and what to do.
 */
export async function main(argv: readonly string[], given?: Io): Promise<ExitCode> {
  const io = cleaned(given ?? createProcessIo())
  try {
    return (await prebuiltLookup(argv, io)) ?? (await (await import('./cli/program.ts')).runProgram(argv, io))
  } catch (error) {
    return report(error, io)
  }
}

/** What goes to stderr holds names, paths and arguments as they were typed: nothing of it may steer a terminal. */
function cleaned(io: Io): Io {
  return { ...io, err: (text) => io.err(cleanLines(text)) }
}

function report(error: unknown, io: Io): ExitCode {
  if (error instanceof Cancelled) {
    io.err(`${error.message}\n`)
    return EXIT.interrupted
  }
  if (error instanceof UsageFailure) {
    io.err(`nextline: ${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`)
    return EXIT.cannot
  }
  if (error instanceof GuideFailure) {
    io.err(`nextline: ${error.message}\n${error.lines.map((line) => `  ${line}\n`).join('')}`)
    return EXIT.cannot
  }
  return reportBug(error, io)
}

/** Not the person's doing and not the author's: said as ours, with the stack only for those who ask for it. */
function reportBug(error: unknown, io: Io): ExitCode {
  const text = error instanceof Error ? error.message : String(error)
  io.err(`nextline: something went wrong inside nextline: ${text}\n`)
  io.err('This is a fault of the program. Run it again with NEXTLINE_DEBUG=1 for the details to report.\n')
  if (io.env.NEXTLINE_DEBUG === '1' && error instanceof Error) io.err(`${error.stack}\n`)
  return EXIT.cannot
}
