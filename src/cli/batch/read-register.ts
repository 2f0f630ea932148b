import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { inputKind, refuseOther } from './input-kind.ts'
import { faultOf, type InputKind, type PeopleReader, type PersonLine, peopleReader } from './people.ts'

/** A file of people, or `-` for standard input. Without `kind`, the format is detected. */
export type Register = { readonly path: string; readonly kind: InputKind | undefined }

/** People of a register, and the line of the first one. */
export type People = {
  readonly firstLine: number
  readonly people: readonly PersonLine[]
  readonly answersOf: PeopleReader['answersOf']
}

/**
 * Reads a register as it arrives, in constant memory. Throws UsageFailure when its first lines are not those of a
 * register.
 */
export async function* readRegister(io: Io, guide: Guide, { path, kind }: Register): AsyncIterable<People> {
  let reader: PeopleReader | undefined
  let line = 1
  for await (const lines of io.readLines(path)) {
    if (reader === undefined) {
      refuseOther(path, lines)
      reader = peopleReader(kind ?? inputKind(path, lines, guide), lines[0] ?? '', guide)
    }
    const first = line
    line += lines.length
    const skipped = Math.max(0, reader.headings + 1 - first)
    const people = readPeople(reader, lines.slice(skipped))
    if (people.length > 0) yield { firstLine: first + skipped, people, answersOf: reader.answersOf }
  }
}

/** Reads the lines together; if that fails one by one, so that a faulty line fails alone. */
function readPeople(reader: PeopleReader, lines: readonly string[]): readonly PersonLine[] {
  try {
    return reader.read(lines)
  } catch {
    return lines.map((line): PersonLine => {
      try {
        return reader.read([line])[0] ?? { error: 'not readable' }
      } catch (error) {
        return { error: faultOf(error) }
      }
    })
  }
}
