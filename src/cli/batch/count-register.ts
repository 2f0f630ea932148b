import type { Guide } from '../../core/model.ts'
import type { Io } from '../../io/io.ts'
import { withCommas } from '../../text/words.ts'
import { faultOf, type PersonLine } from './people.ts'
import { batchProgress } from './progress.ts'
import { type People, type Register, readRegister } from './read-register.ts'

/** Counts one person; false when the answers are not well formed. */
type Count = (answers: unknown) => boolean

/** The most faults that are written out. */
const MOST_FAULTS = 5

/**
 * Counts the people of a register in constant memory. Returns the number of bad lines, and writes the first few faults
 * to stderr. Throws UsageFailure for anything but a register.
 */
export async function countRegister(io: Io, guide: Guide, register: Register, count: Count): Promise<number> {
  const faults: string[] = []
  const progress = batchProgress(io, false)
  try {
    for await (const { people, firstLine, answersOf } of readRegister(io, guide, register)) {
      for (const [index, person] of people.entries()) {
        const fault = countPerson(person, count, answersOf)
        progress.count(fault !== undefined)
        if (fault !== undefined && faults.length < MOST_FAULTS)
          faults.push(`line ${firstLine + index}: ${fault}`)
      }
    }
  } finally {
    progress.end()
  }
  const more = progress.bad() - faults.length
  for (const fault of faults) io.err(`${fault}\n`)
  if (more > 0) io.err(`and ${withCommas(more)} bad lines more\n`)
  return progress.bad()
}

/** Returns the fault of a bad line. Answers in another form (a record, a label) are parsed in full first. */
function countPerson(person: PersonLine, count: Count, answersOf: People['answersOf']): string | undefined {
  if ('error' in person) return person.error
  try {
    if (count(person.data) || count(answersOf(person.data).answers)) return undefined
    throw new Error('answers that were accepted could not be counted')
  } catch (error) {
    return faultOf(error)
  }
}
