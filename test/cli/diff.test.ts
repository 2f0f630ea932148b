import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, validFolder } from '../guide/fixture-folder.ts'
import { run } from '../support/run.ts'

const scratch = mkdtempSync(join(tmpdir(), 'nextline-diff-'))

function writeGuide(name: string, files: ReadonlyMap<string, string>): string {
  for (const [file, text] of files) {
    const path = join(scratch, name, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return join(scratch, name)
}

const before = writeGuide('before', validFolder())
const milder = writeGuide(
  'milder',
  folderWith(
    'options/tablets.yaml',
    'when: { kidney-disease: yes }\n    status: avoid',
    'when: { kidney-disease: yes }\n    status: caution',
  ),
)
const reworded = writeGuide('reworded', folderWith('glossary.yaml', 'For three months or more.', 'For long.'))

describe('nextline diff', () => {
  it('of a guide with itself says so, with status 0', async () => {
    const { code, out } = await run(['diff', before, before])
    expect(out).toContain('The same: nothing differs for people.')
    expect(code).toBe(0)
  })

  it('names the status, how many combinations, the shortest answers and the rule, with status 1', async () => {
    const { code, out } = await run(['diff', before, milder, '--width', '200'])
    expect(code).toBe(1)
    expect(out).toContain(
      '1 option of both guides changes status for some answers, 1 of them to a milder one',
    )
    expect(out).toMatch(/avoid, now caution \(milder\): \d+ of [\d,]+ combinations of .*kidney-disease/)
    expect(out).toMatch(/`--set kidney-disease=yes.*`|as with --set .*kidney-disease=yes/)
    expect(out).toMatch(/Decided by `?kidney`? \(changed, options\/tablets.yaml:\d+:\d+\)/)
  })

  it('shows a text before and after', async () => {
    const { code, out } = await run(['diff', before, reworded, '--width', '200'])
    expect(code).toBe(1)
    expect(out).toContain('No status changes.')
    expect(out).toContain('"For three months or more.", now "For long."')
  })

  it('gives one JSON document with the same content', async () => {
    const { code, out } = await run(['diff', before, milder, '--json'])
    const found = JSON.parse(out)
    expect(code).toBe(1)
    expect(found).toMatchObject({ schema: 'nextline/diff@1', same: false })
    const [{ option, shifts }] = found.statuses
    const changes = shifts.map((shift: Record<string, unknown>) => [shift.from, shift.to])
    expect({ option, changes }).toEqual({
      option: 'tablets',
      changes: [
        ['check-first', 'caution'],
        ['avoid', 'caution'],
        ['avoid', 'check-first'],
        ['avoid', 'not-now'],
      ],
    })
    expect(shifts[1]).toMatchObject({
      answers: { 'kidney-disease': 'yes' },
      rules: [{ rule: 'kidney', how: 'changed', place: { file: 'options/tablets.yaml' } }, {}],
    })
  })

  it('writes Markdown for a pull request', async () => {
    const { out } = await run(['diff', before, milder, '--format', 'markdown'])
    expect(out).toMatch(/^# What changes for people/)
    expect(out).toMatch(/^### Pain tablets \(tablets\)$/m)
    expect(out).toMatch(/^- .*\*\*avoid, now caution\*\*/m)
  })

  it('takes an exported file', async () => {
    const { out } = await run(['export', '--format', 'json', '--guide', before])
    writeFileSync(join(scratch, 'before.json'), out)
    expect((await run(['diff', join(scratch, 'before.json'), before])).code).toBe(0)
    expect((await run(['diff', join(scratch, 'before.json'), milder])).code).toBe(1)
  })

  it('takes a revision of a folder in a git repository', async () => {
    const git = (...argv: readonly string[]) => execFileSync('git', argv, { cwd: scratch, stdio: 'pipe' })
    git('init', '--quiet')
    git('add', 'before')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'one')
    expect((await run(['diff', 'git:HEAD', before])).code).toBe(0)
    expect((await run(['diff', `git:HEAD:${before}`, milder])).code).toBe(1)
    const unknown = await run(['diff', 'git:nowhere', before])
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toContain('has no revision "nowhere" in git.')
    expect((await run(['diff', `git:--help:${before}`, before])).code).toBe(2)
    expect((await run(['diff', `git:HEAD:${milder}`, before])).code).toBe(2)
  })
})
