import { compileGuide } from './guide/compile.ts'
import { EXIT, type ExitCode, GuideFailure } from './io/failure.ts'
import { createProcessIo } from './io/process-io.ts'

/** Compiles every built-in guide's YAML into the JSON that look-ups read; prints the problems of one that is invalid. */
export async function buildGuides(): Promise<ExitCode> {
  const io = createProcessIo()
  try {
    for (const id of io.listFolder(io.builtIn.source) ?? []) {
      if (!io.fileExists(`${io.builtIn.source}${id}/guide.yaml`)) continue
      io.writeFileAtomic(`${io.builtIn.compiled}/${id}.json`, compileGuide(io, `${io.builtIn.source}${id}`))
    }
    return EXIT.done
  } catch (error) {
    if (!(error instanceof GuideFailure)) throw error
    io.err(`${[error.message, ...error.lines].join('\n')}\n`)
    return EXIT.cannot
  }
}
