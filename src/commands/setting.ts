import type { Io } from '../io/io.ts'
import type { Reader } from '../view/words.ts'

/** What every command is given beside its own arguments. */
export type Setting = {
  readonly io: Io
  readonly guide: string | undefined
  /** Whom a page is written for; undefined leaves it to the command (contract section 2). */
  readonly reader: Reader | undefined
  /** Columns that were asked for; `io.width` has them, or what the terminal had at the start. */
  readonly width: number | undefined
  readonly json: boolean
}
