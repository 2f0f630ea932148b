import type { Io } from '../io/io.ts'
import type { Reader } from '../view/text/labels.ts'

/** What every command is given beside its own arguments. */
export type CommandContext = {
  readonly io: Io
  readonly guide: string | undefined
  /** Whom a page is written for; undefined leaves it to the command (contract section 2). */
  readonly reader: Reader | undefined
  /** Columns that were asked for; `io.width` has them, or what the terminal had at the start. */
  readonly width: number | undefined
  readonly json: boolean
  /** Whether a page that is longer than the screen may go through a pager. */
  readonly pager: boolean
}

/** The flags that every command takes. */
export type GlobalFlags = {
  readonly guide?: string
  readonly for?: Reader
  readonly json?: boolean
  readonly width?: number
  readonly plain?: boolean
  readonly color?: boolean
  readonly pager?: boolean
}

/** What these flags, and the environment where they say nothing, make of the world. */
export function contextOf(io: Io, flags: GlobalFlags): CommandContext {
  const plain = flags.plain === true || io.plain
  const forced = flags.color === true ? (io.colorLevel === 0 ? 1 : io.colorLevel) : io.colorLevel
  return {
    io: {
      ...io,
      plain,
      width: flags.width ?? io.width,
      colorLevel: plain || flags.color === false ? 0 : forced,
    },
    guide: flags.guide ?? (io.env.NEXTLINE_GUIDE || undefined),
    reader: flags.for,
    width: flags.width,
    json: flags.json === true,
    pager: flags.pager !== false && !plain && flags.json !== true,
  }
}
