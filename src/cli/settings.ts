import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { READERS, type Reader } from '../view/text/labels.ts'

/** A person's settings. Flags and environment variables win over them. */
export type Settings = {
  readonly guide?: string
  readonly for?: Reader
  readonly width?: number
  readonly pager?: boolean
  readonly color?: boolean
}

const yesOrNo = (value: string) => (value === 'yes' ? true : value === 'no' ? false : undefined)

/** Each setting: its values in words, and its parser, which returns undefined for a wrong value. */
export const SETTINGS: Readonly<
  Record<keyof Settings, { readonly takes: string; readonly read: (value: string) => unknown }>
> = {
  guide: { takes: 'an id, a folder, or an exported file', read: (value) => value || undefined },
  for: { takes: READERS.join(' or '), read: (value) => READERS.find((reader) => reader === value) },
  width: {
    takes: 'a number of columns from 20 to 1000',
    read: (value) =>
      /^\d+$/.test(value) && Number(value) >= 20 && Number(value) <= 1000 ? Number(value) : undefined,
  },
  pager: { takes: 'yes or no', read: yesOrNo },
  color: { takes: 'yes or no', read: yesOrNo },
}

const isSetting = (name: string): name is keyof Settings => Object.hasOwn(SETTINGS, name)

/** Reads the settings file; empty without one. Throws UsageFailure with file, line and column. */
export function readSettings(io: Io): Settings {
  const file = io.configFile
  if (file === undefined || !io.fileExists(file)) return {}
  const lines = io.readFile(file).split(/\r?\n/)
  return Object.fromEntries(lines.flatMap((line, index) => readLine(line, `${file}:${index + 1}`)))
}

/** One setting a line, such as `width: 100`; "#" begins a comment. This is a subset of YAML. */
function readLine(line: string, place: string): readonly (readonly [string, unknown])[] {
  const text = line.replace(/(^|\s)#.*$/, '').trimEnd()
  if (text === '') return []
  const [, indent = '', name = '', gap = '', quoted = ''] = /^(\s*)([^:\s]*)(\s*:?\s*)(.*)$/.exec(text) ?? []
  if (!isSetting(name) || !gap.includes(':')) {
    throw new UsageFailure(
      `${place}:${indent.length + 1}  ${name === '' ? 'no setting stands here' : `"${name}" is no setting`}.`,
      `Settings: ${Object.keys(SETTINGS).join(', ')}. Write one a line, such as width: 100`,
    )
  }
  const { takes, read } = SETTINGS[name]
  const value = read(quoted.replace(/^(['"])(.*)\1$/, '$2'))
  if (value === undefined) {
    const column = indent.length + name.length + gap.length + 1
    throw new UsageFailure(`${place}:${column}  ${name} is not "${quoted}".`, `It is ${takes}.`)
  }
  return [[name, value]]
}
