import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startShell } from '../support/terminal.ts'

/** Two lines, of which one is bad, and then nothing for longer than a second. */
const SLOW = `{ echo '{"age":"18-64"}'; echo x; sleep 3; }`

function shell() {
  const cwd = mkdtempSync(join(tmpdir(), 'nextline-progress-'))
  return { cwd, terminal: startShell({ cols: 100, cwd }) }
}

describe('the progress of a long batch', () => {
  it('is shown on a terminal while results go to a file, and leaves nothing behind', async () => {
    const { cwd, terminal } = shell()
    terminal.keys(`${SLOW} | $NEXTLINE plan --batch > plans.ndjson; echo done=$?\r`)
    await terminal.waitForNew('2 lines, ')
    await terminal.waitForNew('a second, 1 bad')
    await terminal.waitForNew('done=1')
    expect(terminal.all()).not.toContain('1 bad')
    expect(readFileSync(join(cwd, 'plans.ndjson'), 'utf8').split('\n')).toHaveLength(3)
    terminal.keys('exit\r')
    await terminal.exit()
  })

  it.each([
    ['where the results go to the same terminal', '$NEXTLINE plan --batch'],
    ['with --plain', '$NEXTLINE plan --batch --plain > plans.ndjson'],
  ])('is not shown %s', async (_, command) => {
    const { terminal } = shell()
    terminal.keys(`${SLOW} | ${command}; echo done=$?\r`)
    await terminal.waitForNew('done=1')
    expect(terminal.bytes()).not.toContain('a second')
    terminal.keys('exit\r')
    await terminal.exit()
  })

  it('is not shown where stderr is piped', () => {
    const script = `${SLOW} | "$0" bin/nextline.js plan --batch 2>&1 >/dev/null`
    expect(execFileSync('bash', ['-c', `${script} || true`, process.execPath], { encoding: 'utf8' })).toBe('')
  })
})
