import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import type { InputKind, PersonLine } from './people.ts'
import { batchProgress } from './progress.ts'
import { type People, readRegister } from './read-register.ts'

type Register = { readonly path: string; readonly kind: InputKind | undefined }
/** Counts a person; returns the fault of a bad line. */
type Add = (person: PersonLine, answersOf: People['answersOf']) => string | undefined

const FIRST = 5

/**
 * Counts the people of a register in constant memory. Returns the number of bad lines, and writes the first few faults
 * to stderr. Throws UsageFailure for anything but a register.
 */
export async function countRegister(io: Io, guide: Guide, register: Register, add: Add): Promise<number> {
  const first: string[] = []
  const progress = batchProgress(io, false)
  try {
    for await (const { people, firstLine, answersOf } of readRegister(io, guide, register)) {
      for (const [index, person] of people.entries()) {
        const fault = add(person, answersOf)
        progress.count(fault !== undefined)
        if (fault !== undefined && first.length < FIRST) first.push(`line ${firstLine + index}: ${fault}`)
      }
    }
  } finally {
    progress.end()
  }
  const more = progress.bad() - first.length
  for (const fault of first) io.err(`${fault}\n`)
  if (more > 0) io.err(`and ${more.toLocaleString('en')} bad lines more\n`)
  return progress.bad()
}
