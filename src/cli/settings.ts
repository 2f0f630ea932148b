import { UsageFailure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { READERS, type Reader } from '../view/text/labels.ts'

/** What a person has set for every start. Flags and environment variables win over it. */
export type Settings = {
  readonly guide?: string
  readonly for?: Reader
  readonly width?: number
  readonly pager?: boolean
  readonly color?: boolean
}

const yesOrNo = (value: string) => (value === 'yes' ? true : value === 'no' ? false : undefined)

/** Each setting: what it may be, in words, and the value that a text stands for; undefined when it stands for none. */
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

/** The settings in the person's file; none when there is no file. Throws UsageFailure with file, line and column. */
export function readSettings(io: Io): Settings {
  const file = io.configFile
  if (file === undefined || !io.fileExists(file)) return {}
  const lines = io.readFile(file).split(/\r?\n/)
  return Object.fromEntries(lines.flatMap((line, at) => readLine(line, `${file}:${at + 1}`)))
}

/** A setting a line, as `width: 100`; "#" begins a comment. A file of this form is YAML, too. */
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
