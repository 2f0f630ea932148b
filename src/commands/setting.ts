import type { Io } from '../io/io.ts'

/** Whom a page is written for; undefined leaves it to the command (contract section 2). */
export type Reader = 'patient' | 'clinician'

/** What every command is given beside its own arguments. */
export type Setting = {
  readonly io: Io
  readonly guide: string | undefined
  readonly reader: Reader | undefined
  readonly json: boolean
}
