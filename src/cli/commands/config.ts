import { DEFAULT_GUIDE } from '../../guide/load/default-guide.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { heading, paragraph } from '../../view/document/blocks.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { write } from '../output.ts'
import { readSettings, SETTINGS, type Settings } from '../settings.ts'

export const command: CommandSpec = {
  name: 'config',
  summary: 'your settings for every start, and the file they stand in',
  examples: ['nextline config'],
  run: config,
}

const DEFAULTS: Readonly<Record<keyof Settings, string>> = {
  guide: DEFAULT_GUIDE,
  for: 'clinician for look-ups, patient for walk',
  width: 'as the terminal',
  pager: 'yes',
  color: 'as the terminal',
}

/** Shows each setting, or its default. */
async function config(context: CommandContext): Promise<ExitCode> {
  const { io } = context
  const settings = readSettings(io)
  const names = Object.keys(SETTINGS) as (keyof Settings)[]
  const file = io.configFile
  await write(
    context,
    () => ({
      title: 'Settings',
      blocks: [
        heading(1, 'Settings'),
        paragraph(
          file === undefined
            ? 'There is no place for a file of settings: HOME is not set.'
            : `${io.fileExists(file) ? 'They stand in' : 'Write them into'} ${file}, one a line, such as width: 100`,
        ),
        {
          kind: 'table',
          head: ['Setting', 'Now', 'Takes'],
          rows: names.map((name) => [
            name,
            settingText(settings[name]) ?? `${DEFAULTS[name]} (not set)`,
            SETTINGS[name].takes,
          ]),
        },
        paragraph('Flags and environment variables win over the file.'),
      ],
    }),
    () => ({ schema: 'nextline/config@1', file: file ?? null, settings }),
  )
  return EXIT.done
}

function settingText(value: Settings[keyof Settings]): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === undefined ? undefined : String(value)
}
