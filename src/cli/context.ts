import type { Io } from '../io/io.ts'
import type { Reader } from '../view/text/labels.ts'
import type { Settings } from './settings.ts'

/** What every command gets in addition to its arguments. */
export type CommandContext = {
  readonly io: Io
  readonly guide: string | undefined
  /** Whom a page is written for; undefined leaves it to the command (contract section 2). */
  readonly reader: Reader | undefined
  /** Requested columns; `io.width` has these or the terminal's. */
  readonly width: number | undefined
  readonly json: boolean
  /** A page longer than the screen may go through a pager. */
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

/** The context from flags, environment and settings, in this order. */
export function contextOf(io: Io, flags: GlobalFlags, settings: Settings = {}): CommandContext {
  const plain = flags.plain === true || io.plain
  const width = flags.width ?? settings.width
  return {
    io: {
      ...io,
      plain,
      width: width ?? io.width,
      colorLevel: plain ? 0 : colorLevel(io, flags.color ?? colorSetting(io, settings)),
    },
    guide: flags.guide ?? (io.env.NEXTLINE_GUIDE || settings.guide),
    reader: flags.for ?? settings.for,
    width,
    json: flags.json === true,
    pager: (flags.pager ?? settings.pager) !== false && !plain && flags.json !== true,
  }
}

function colorLevel({ colorLevel: level }: Io, wanted: boolean | undefined): Io['colorLevel'] {
  if (wanted === false) return 0
  return wanted === true && level === 0 ? 1 : level
}

/** The environment wins over the setting. */
function colorSetting({ env }: Io, { color }: Settings): boolean | undefined {
  return env.NO_COLOR || env.FORCE_COLOR !== undefined ? undefined : color
}
