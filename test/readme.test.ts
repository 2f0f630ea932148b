import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './support/run.ts'

/** Every command that the README shows with its output, and the lines that it quotes; `...` stands for any others. */
const shown = [...readFileSync('README.md', 'utf8').matchAll(/```console\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.split(/^\$ /m).filter((part) => part.trim() !== ''))
  .map((part) => {
    const [command = '', ...lines] = part.split('\n')
    return { command, lines: lines.filter((line) => line.trim() !== '' && line.trim() !== '...') }
  })
  // What the walk asks is shown by the tests in a real terminal.
  .filter(({ command }) => command !== 'nextline walk')

describe('the README shows what the program prints', () => {
  it.each(shown)('$ $command', async ({ command, lines }) => {
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
  })
})
