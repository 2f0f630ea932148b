import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstUnseen } from '../../src/text/clean-text.ts'
import { run } from '../support/run.ts'

const EVIL = 'x\x1b]0;pwn\x07\x9b31m\u202E\u200B\u{E0041}y'
const folder = mkdtempSync(join(tmpdir(), 'nextline-hostile-'))
const evilKeys = join(folder, 'answers.json')
writeFileSync(evilKeys, JSON.stringify({ [EVIL]: EVIL }))

describe('characters that steer a terminal or cannot be seen', () => {
  it.each([
    ['a name', ['show', EVIL]],
    ['a guide', ['topics', '--guide', EVIL]],
    ['a question of --set', ['plan', '--set', `${EVIL}=yes`]],
    ['an answer of --set', ['plan', '--set', `age=${EVIL}`]],
    ['a file', ['plan', '--answers', join(folder, EVIL)]],
    ['a field of a file', ['plan', '--answers', evilKeys]],
    ['a command', [EVIL]],
    ['a flag', ['plan', `--${EVIL}`]],
    ['a word to search for', ['search', EVIL, '--json']],
    ['a line of a batch', ['plan', '--batch', evilKeys]],
  ])('never leave the program when they come in %s', async (_, argv) => {
    const { out, err } = await run(argv)
    expect([firstUnseen(out), firstUnseen(err)]).toEqual([undefined, undefined])
    expect(out + err).not.toBe('')
  })
})
