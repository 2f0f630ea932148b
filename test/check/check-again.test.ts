import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createChecker } from '../../src/check/check-guide.ts'
import type { Io } from '../../src/io/io.ts'
import { checkJson } from '../../src/view/json/check-json.ts'
import { checkPage } from '../../src/view/pages/check-page.ts'
import { toPlain } from '../../src/view/render/to-plain.ts'
import { folderWith, validFolder } from '../guide/fixture-folder.ts'
import { inFolder, ioOver } from '../guide/fixture-io.ts'

const FOLDER = 'guide'
const TODAY = '2026-06-01'

type Files = ReadonlyMap<string, string>
/** One thing that an author does to a file; `at` says where. */
type Edit = (text: string, at: number) => string

const swap =
  (from: RegExp, to: (found: string) => string): Edit =>
  (text, at) => {
    const found = [...text.matchAll(from)]
    const match = found[at % Math.max(1, found.length)]
    if (match === undefined) return text
    return text.slice(0, match.index) + to(match[0]) + text.slice(match.index + match[0].length)
  }
/** What stands in a line before a comma or a bracket: the end of a text, not its beginning. */
const TEXT = /\b(?:text|because|what|says|means|do): [^,{}[\]\n]+/g
const HARD =
  'Pharmacological interventions necessitate interdisciplinary, individualised consideration of contraindications'

const EDITS: Readonly<Record<string, Edit>> = {
  'a comment is put in': swap(/^/gm, () => '# A comment\n'),
  'a comment is put in at the top': (text) => `# A comment\n${text}`,
  'a letter changes': swap(/Said/g, () => 'Sold'),
  'a text tells people to stop a medicine': swap(TEXT, (text) => `${text} Stop taking your tablets.`),
  'a text gets a percentage': swap(TEXT, (text) => `${text} It helps 20% of people.`),
  'a text gets hard to read': swap(TEXT, (text) => `${text} ${HARD} beforehand`),
  'a rule gets milder': swap(/status: (?:avoid|not-now|check-first)/g, () => 'status: caution'),
  'a rule gets more severe': swap(/status: (?:caution|not-now|check-first)/g, () => 'status: avoid'),
  'a status is as long as another': swap(/avoid\b/g, () => 'check'),
  'a condition turns round': swap(/\byes\b/g, () => 'no'),
  'a condition always holds': swap(/when: \{.*\}/g, () => 'when: always'),
  'a property allows more': swap(/only: \[.*\]/g, () => 'only: [caution, check-first, not-now, avoid]'),
  'a property allows less': swap(/only: \[.*\]/g, () => 'only: [not-relevant]'),
  'a name changes': swap(/\bid: \w+/g, () => 'id: another'),
  'a source goes': swap(/sources: \[.*?\]/g, () => 'sources: []'),
  'a line is taken out': swap(/^.*\n/gm, () => ''),
  'the file is no longer YAML': (text) => `{${text}`,
  'the file is put back': (text) => text,
}

const folderOf = (root: string): Files =>
  new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  )

/** Files as they are at the moment of each call. */
function ioOf(current: () => Files): Io {
  const io = () => ioOver(inFolder(FOLDER, current()))
  return {
    ...io(),
    readFile: (path) => io().readFile(path),
    listFolder: (path) => io().listFolder(path),
  }
}

/** Everything that a check says. */
const said = (check: ReturnType<typeof createChecker>) => {
  const checked = check(TODAY)
  return { data: checkJson(checked), page: toPlain(checkPage(checked), { width: 80, unicode: true }) }
}

it.each([
  ['the guide of the tests', validFolder()],
  [
    'one whose rules have a fault',
    folderWith('options/tablets.yaml', 'when: { kidney-disease: yes }', 'when: always'),
  ],
  ['the second guide', folderOf('test/fixtures/back-again')],
])('a check after edits finds what a first check finds: %s', (_, original) => {
  const rules = [...original.keys()].filter((name) => /options|properties|questions|signs/.test(name))
  const anyEdit = fc.record({
    name: fc.constantFrom(...original.keys(), ...rules, ...rules),
    at: fc.nat(),
    edit: fc.constantFrom(...Object.keys(EDITS), 'the file is deleted'),
    /** The other files are put back: a fault in one of them would hide what this edit does. */
    alone: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), (edits) => {
      let files: Files = original
      const io = ioOf(() => files)
      const again = createChecker(io, FOLDER)
      said(again)
      for (const { name, at, edit, alone } of edits) {
        const text = EDITS[edit]?.(original.get(name) ?? '', at)
        const others = [...(alone ? original : files)].filter(([other]) => other !== name)
        files = new Map(text === undefined ? others : [...others, [name, text]])
        expect(said(again)).toEqual(said(createChecker(io, FOLDER)))
      }
    }),
    { numRuns: 40 },
  )
})
