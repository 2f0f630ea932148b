import { execSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './support/run.ts'
import { KEY } from './support/screen.ts'
import { start } from './support/terminal.ts'

/** Every command that the README shows with its output, and the lines that it quotes; `...` stands for any others. */
const shown = [...readFileSync('README.md', 'utf8').matchAll(/```console\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.split(/^\$ /m).filter((part) => part.trim() !== ''))
  .map((part) => {
    const [command = '', ...lines] = part.split('\n')
    return { command, lines: lines.filter((line) => line.trim() !== '' && line.trim() !== '...') }
  })

describe('the README shows what the program prints', () => {
  it.each(shown.filter(({ command }) => command !== 'nextline walk'))(
    '$ $command',
    async ({ command, lines }) => {
      const folder = mkdtempSync(join(tmpdir(), 'nextline-readme-'))
      const argv = command
        .replace(/^nextline ?/, '')
        .split(' ')
        .filter(Boolean)
      const { out, err } = await run(argv.map((word) => word.replace(/^pages\b/, join(folder, 'pages'))))
      const printed = (out + err).replaceAll(`${folder}/`, '').split('\n')
      let from = 0
      for (const line of lines) {
        const at = printed.findIndex((candidate, index) => index >= from && candidate.includes(line.trim()))
        expect(at, `"${line}" is printed, after what stands before it`).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    },
  )

  it('$ nextline walk, in a real terminal', async () => {
    const { lines = [] } = shown.find(({ command }) => command === 'nextline walk') ?? {}
    const walk = start(['walk'], { cols: 80, rows: 30 })
    await walk.waitForPrompt('Ready?')
    walk.keys(KEY.enter)
    await walk.waitForPrompt('Question 1')
    const printed = walk.all().split('\n')
    walk.kill('SIGKILL')
    const found = printed.filter((line) => lines.includes(line))
    expect(found).toEqual(lines)
  })

  it('its first commands run as they stand, after npm ci', () => {
    const first = [...readFileSync('README.md', 'utf8').matchAll(/^npm ci && (node bin\S+ plan .*)$/gm)]
    expect(first).toHaveLength(1)
    for (const [, command = ''] of first)
      expect(execSync(command, { encoding: 'utf8' })).toContain('NEXT STEPS')
  })
})
