import { nearest } from '../../text/nearest.ts'
import { atTop, type Diagnostic } from './diagnostic.ts'
import { fileKind, GUIDE_FILES } from './guide-files.ts'
import { type GuideReader, isOptionFile } from './guide-reader.ts'
import { type Earlier, readChanged } from './read-changed.ts'
import { type Declared, MOST_PROBLEMS, type ReadFile, readGuideFile } from './read-file.ts'
import { settledFiles } from './settled.ts'
import type { SourceTree } from './source-tree.ts'
import { readYaml } from './yaml-tree.ts'

/** What is known from reading the same guide before. */
export type EarlierResults = {
  /** The earlier result of a file whose text is the same; undefined otherwise. */
  readonly findReadFile?: (file: string) => ReadFile | undefined
  /** What the file said when the guide was last valid. */
  readonly findEarlier?: (file: string) => Earlier | undefined
  /** What the files declared when the guide was last found valid, by name; none when that is not known. */
  readonly validBefore?: ReadonlyMap<string, Declared>
}

/**
 * Reads every file and reports what is missing, misnamed, not YAML or of the wrong shape.
 * @param unread names of files that are there and have no text that can be read
 */
export function readGuideFiles(
  texts: ReadonlyMap<string, string>,
  unread: readonly string[],
  { findReadFile, findEarlier, validBefore }: EarlierResults,
): GuideReader {
  const diagnostics: Diagnostic[] = []
  const files = new Map<string, ReadFile>()
  const unchanged = new Set<string>()
  for (const [file, text] of texts) {
    const kind = fileKind(file)
    if (kind === undefined) diagnostics.push(unknownFile(file))
    else if (diagnostics.length < MOST_PROBLEMS) {
      const same = findReadFile?.(file)
      if (same !== undefined) unchanged.add(file)
      const earlier = same === undefined ? findEarlier?.(file) : undefined
      const changed = earlier && readChanged(file, text, kind, earlier)
      const read = same ?? changed ?? readGuideFile(file, text, kind)
      files.set(file, read)
      diagnostics.push(...read.problems)
    }
  }
  const names = new Set([...texts.keys(), ...unread])
  const optionFiles = [...names].filter(isOptionFile).sort()
  // Nothing is missing from a folder that is too large to be read at all.
  if (texts.size > 0 || unread.length === 0) diagnostics.push(...missingFiles(names, optionFiles))
  const trees = new Map<string, SourceTree | undefined>()
  const treeOf = (file: string) => {
    if (!trees.has(file)) trees.set(file, readYaml(texts.get(file) ?? '').tree)
    return trees.get(file)
  }
  const settled = settledFiles(files, unchanged, validBefore)
  return { files, settled, optionFiles, origins: new Map(), diagnostics, treeOf }
}

function unknownFile(file: string): Diagnostic {
  const isYml = /\.yml$/i.test(file)
  const near = nearest(file, Object.keys(GUIDE_FILES), 1)[0] ?? ''
  return isYml ? atTop('file-yml', file) : atTop('file-unknown', file, { nearest: near })
}

function missingFiles(names: ReadonlySet<string>, optionFiles: readonly string[]): readonly Diagnostic[] {
  const missing = Object.entries(GUIDE_FILES).filter(([file, { needed }]) => needed && !names.has(file))
  return [
    ...missing.map(([file]) => atTop('file-missing', file, { file })),
    ...(optionFiles.length === 0 ? [atTop('no-options', 'options/')] : []),
  ]
}
