import type { Io } from '../io/io.ts'
import type { Reader } from '../view/text/labels.ts'
import type { Settings } from './settings.ts'

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

/** The environment has spoken when it has one of these. */
function colorSetting({ env }: Io, { color }: Settings): boolean | undefined {
  return env.NO_COLOR || env.FORCE_COLOR !== undefined ? undefined : color
}
