import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { startShell } from '../support/terminal.ts'

const enter = '\r'
const ctrlZ = '\u001A'

/** A walk that has come to its first question, in a shell with job control. */
async function walkInShell(flags: string) {
  const shell = startShell()
  await shell.waitForNew('$ ')
  shell.keys(`$NEXTLINE walk --for clinician ${flags}`, enter)
  await shell.waitForNew(flags === '' ? '0 ticked' : 'Answer: ')
  return shell
}

describe('signals at a question', () => {
  it.each([
    ['', '0 ticked', '\u001B[B ', '1 ticked'],
    ['--plain', 'Answer: ', `14${enter}`, 'Question 2 of'],
  ])('Ctrl-Z stops the walk, and fg comes back to the question %s', async (flags, question, keys, next) => {
    const shell = await walkInShell(flags)
    shell.keys(ctrlZ)
    await shell.waitForNew('Stopped')
    await shell.waitForNew('$ ')
    shell.keys('echo the shell reads $((40 + 2))', enter)
    await shell.waitForNew('the shell reads 42')
    shell.keys('fg', enter)
    await shell.waitForNew(question)
    shell.keys(keys)
    await shell.waitForNew(next)
    shell.kill('SIGKILL')
  })

  it.each([
    ['TERM', ''],
    ['HUP', ''],
    ['INT', ''],
    ['TERM', '--plain'],
  ])('SIG%s ends the walk with the terminal as it was %s', async (signal, flags) => {
    const shell = await walkInShell(flags)
    shell.keys('')
    execFileSync('pkill', [`-${signal}`, '-P', String(shell.pid)])
    await shell.waitForNew('Stopped.')
    await shell.waitForNew('$ ')
    shell.keys('echo status=$?; stty -a', enter)
    await shell.waitForNew('status=130')
    await shell.waitForNew(' icanon')
    await shell.waitForNew(' echo ')
    expect(shell.all()).not.toContain('fault of the program')
    shell.kill('SIGKILL')
  })
})
