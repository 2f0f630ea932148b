import { GuideFailure } from '../../io/failure.ts'
import { type Diagnostic, describe } from '../parse/diagnostic.ts'

/** More lines than this do not help: they push the first ones off the screen. */
const MOST_LINES = 20

/**
 * @param name the folder or the file of the guide
 * @param folder what to put before the names of files, so that an editor can open them; nothing when they are whole
 */
export function notValid(name: string, diagnostics: readonly Diagnostic[], folder = ''): GuideFailure {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const lines = errors.slice(0, MOST_LINES).map((diagnostic) => describe(diagnostic, folder))
  const more = errors.length - lines.length
  const where = folder === '' ? '' : `; see them all with: nextline check ${folder}`
  return new GuideFailure(`The guide in ${name} is not valid.`, [
    ...lines,
    ...(more > 0 ? [`and ${more} more${where}`] : []),
  ])
}
