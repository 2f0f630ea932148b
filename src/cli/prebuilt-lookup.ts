import { foldName } from '../guide/find/fold-name.ts'
import { pageNamed } from '../guide/find/name-table.ts'
import { DEFAULT_GUIDE } from '../guide/load/default-guide.ts'
import { EXIT, type ExitCode } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import type { PrebuiltPage } from '../view/pages/prebuilt-pages.ts'
import { contextOf } from './context.ts'
import { writePage } from './output.ts'
import { noteIfStale } from './review-notice.ts'

/**
 * Prints a look-up in the built-in guide from its prebuilt page: a known name, and no flag but `--for`. Undefined for
 * every other line. The program prints the same, but takes longer to load.
 */
export async function prebuiltLookup(argv: readonly string[], io: Io): Promise<ExitCode | undefined> {
  const { words, reader } = readWords(argv)
  if (words.some((word) => word.startsWith('-')) || io.env.NEXTLINE_GUIDE) return undefined
  if (io.configFile !== undefined && io.fileExists(io.configFile)) return undefined
  const folder = `${io.builtIn.compiled}/${DEFAULT_GUIDE}/pages`
  const names = io.readFile(`${folder}/names.txt`)
  const isShow = words[0] === 'show'
  const typed = (isShow ? words.slice(1) : words).join(' ')
  // Fast path: folding a name takes longer than finding it.
  const file = pageNamed(names, typed) ?? pageNamed(names, foldName(typed))
  if (file === undefined || (isShow && file.startsWith('command-'))) return undefined
  const page: PrebuiltPage = JSON.parse(io.readFile(`${folder}/${file.replace('@', reader)}.json`))
  noteIfStale(io, page)
  const { addresses } = page
  await writePage(contextOf(io, {}), page, addresses && ((id) => addresses[id]))
  return EXIT.done
}

/** The words of a line without `--for`, and the reader. */
function readWords(argv: readonly string[]): { readonly words: readonly string[]; readonly reader: string } {
  const position = argv.indexOf('--for')
  const reader = argv[position + 1] ?? ''
  const isKnown = position >= 0 && (reader === 'patient' || reader === 'clinician')
  return isKnown ? { words: argv.toSpliced(position, 2), reader } : { words: argv, reader: 'clinician' }
}
