import type { Path } from './diagnostic.ts'
import { isOptionFile } from './guide-reader.ts'
import { faq, gates, header, source, term, writtenQuestion } from './schema/guide.ts'
import { option } from './schema/option.ts'
import { writtenProperty } from './schema/property.ts'
import type { Shape } from './schema/values.ts'

/** How a file of a guide is read. */
export type GuideFileKind = {
  readonly needed: boolean
  /** True for a list of pieces, each checked by itself; false for one piece. */
  readonly list: boolean
  readonly shape: Shape<object>
  /** The pieces that get a `place`: the file itself or each of its items (`root`), and the items of `lists`. */
  readonly places: { readonly root: boolean; readonly lists: readonly string[] }
}

const NO_PLACES = { root: false, lists: [] }
const ROOT_PLACE = { root: true, lists: [] }

export const GUIDE_FILES: Readonly<Record<string, GuideFileKind>> = {
  'guide.yaml': { needed: true, list: false, shape: header, places: NO_PLACES },
  'questions.yaml': { needed: true, list: true, shape: writtenQuestion, places: ROOT_PLACE },
  'warning-signs.yaml': {
    needed: true,
    list: false,
    shape: gates,
    places: { root: false, lists: ['warning-signs', 'out-of-scope', 'alerts'] },
  },
  'sources.yaml': { needed: true, list: true, shape: source, places: ROOT_PLACE },
  'properties.yaml': { needed: true, list: true, shape: writtenProperty, places: ROOT_PLACE },
  'faqs.yaml': { needed: false, list: true, shape: faq, places: NO_PLACES },
  'glossary.yaml': { needed: false, list: true, shape: term, places: NO_PLACES },
}

export const OPTION_FILE: GuideFileKind = {
  needed: false,
  list: false,
  shape: option,
  places: { root: true, lists: ['rules', 'indications'] },
}

/** How a file is read; undefined when no file of a guide has this name. */
export function fileKind(file: string): GuideFileKind | undefined {
  if (isOptionFile(file)) return OPTION_FILE
  return Object.hasOwn(GUIDE_FILES, file) ? GUIDE_FILES[file] : undefined
}

/** True when the piece at a path of a file gets a `place`. */
export function hasPlace({ list, places }: GuideFileKind, path: Path): boolean {
  if (path.length === (list ? 1 : 0)) return places.root
  const [name, index, ...rest] = path
  return (
    !list && rest.length === 0 && typeof index === 'number' && places.lists.some((known) => known === name)
  )
}
