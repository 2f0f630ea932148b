import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What the tutorial tells its reader to do, in its order. */
type Step =
  | { readonly kind: 'write'; readonly name: string; readonly file: string; readonly text: string }
  | {
      readonly kind: 'replace'
      readonly name: string
      readonly file: string
      readonly from: string
      readonly to: string
    }
  | {
      readonly kind: 'run'
      readonly name: string
      readonly argv: readonly string[]
      readonly lines: readonly string[]
    }

const STEP =
  /Write this into `(?<written>[^`]+)`:\s+```yaml\n(?<text>[\s\S]*?)```|[Ii]n\s`(?<file>[^`]+)`, replace `(?<from>[^`]+)` with `(?<to>[^`]+)`|```console\n(?<console>[\s\S]*?)```/g

const steps = [...readFileSync('docs/author.md', 'utf8').matchAll(STEP)].flatMap(
  ({ groups = {} }): readonly Step[] => {
    const { written, text = '', file, from = '', to = '', console = '' } = groups
    if (written !== undefined) return [{ kind: 'write', name: `write ${written}`, file: written, text }]
    if (file !== undefined) return [{ kind: 'replace', name: `${from}, now ${to}`, file, from, to }]
    return console
      .split(/^\$ nextline /m)
      .filter((part) => part !== '')
      .map((part) => {
        const [command = '', ...lines] = part.split('\n')
        const shown = lines.map((line) => line.trim()).filter((line) => line !== '' && line !== '...')
        return { kind: 'run', name: `nextline ${command}`, argv: command.split(' '), lines: shown }
      })
  },
)

describe('docs/author.md, word for word', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nextline-tutorial-'))
  const program = resolve('bin/nextline.js')
  const env = { ...process.env, NEXTLINE_CACHE: '0', NO_COLOR: '1', LANG: 'C.UTF-8' }

  it.each(steps)('$name', (step) => {
    if (step.kind === 'write') writeFileSync(join(folder, step.file), step.text)
    else if (step.kind === 'replace') {
      const before = readFileSync(join(folder, step.file), 'utf8')
      expect(before).toContain(step.from)
      writeFileSync(join(folder, step.file), before.replace(step.from, step.to))
    } else {
      const { stdout, stderr } = spawnSync(process.execPath, [program, ...step.argv], {
        cwd: folder,
        env,
        encoding: 'utf8',
      })
      const printed = `${stdout}${stderr}`.split('\n')
      let from = 0
      for (const line of step.lines) {
        const at = printed.findIndex((candidate, index) => index >= from && candidate.includes(line))
        expect(
          at,
          `"${line}" is printed, after what stands before it, in:\n${printed.join('\n')}`,
        ).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    }
  })

  it('has steps of every kind', () => {
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['write', 'replace', 'run']))
  })
})
