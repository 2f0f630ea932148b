import { expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { COMMAND_NAMES } from '../../src/guide/parse/rules/names.ts'

it('a guide is warned of every name that a command has', () => {
  expect(Object.keys(COMMANDS).filter((name) => !COMMAND_NAMES.includes(name))).toEqual([])
})
