import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLanguageServer } from '../support/language-server.ts'
import { run } from '../support/run.ts'

const scratch = mkdtempSync(join(tmpdir(), 'nextline-new-'))
const guide = join(scratch, 'Knee Pain')
const yamlFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))

beforeAll(async () => {
  expect(await run(['new', guide])).toMatchObject({ code: 0, err: '' })
})

describe('nextline new', () => {
  it('makes a guide that passes check, named after its folder', async () => {
    const { code, out } = await run(['check', guide])
    expect(out).toContain('Nothing is wrong with this guide.')
    expect(code).toBe(0)
    expect(readFileSync(join(guide, 'guide.yaml'), 'utf8')).toMatch(/^id: knee-pain\b/m)
  })

  it('makes one that passes check on whatever day it is made', async () => {
    for (const today of ['2028-02-29', '2031-12-31']) {
      const folder = join(scratch, today)
      await run(['new', folder], { today: () => today })
      expect(await run(['check', folder], { today: () => today })).toMatchObject({ code: 0 })
    }
  })

  it('takes a folder that holds a git repository and nothing else', async () => {
    mkdirSync(join(scratch, 'repository/.git'), { recursive: true })
    expect(await run(['new', join(scratch, 'repository')])).toMatchObject({ code: 0 })
  })

  it('refuses a folder with files, and a file, and writes nothing', async () => {
    const used = join(scratch, 'used')
    mkdirSync(used)
    writeFileSync(join(used, 'notes.txt'), 'mine')
    for (const path of [used, join(used, 'notes.txt')]) {
      const { code, err } = await run(['new', path])
      expect(code).toBe(2)
      expect(err).toContain('Nothing was written.')
    }
    expect(readdirSync(used)).toEqual(['notes.txt'])
  })

  it('gives one JSON document with its files', async () => {
    const folder = join(scratch, 'as-json')
    const { out } = await run(['new', folder, '--json'])
    const { schema, files } = JSON.parse(out)
    expect(schema).toBe('nextline/new@1')
    for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true)
  })
})

describe('in an editor with yaml-language-server', () => {
  let server: Awaited<ReturnType<typeof startLanguageServer>>
  beforeAll(async () => {
    server = await startLanguageServer()
  })
  afterAll(() => server.stop())

  it.each(yamlFiles('template'))('%s has no findings', async (file) => {
    expect(await server.findings(join(guide, file))).toEqual([])
  })

  const option = 'options/wait.yaml'
  const withLine = (from: string, to: string) => {
    const text = readFileSync(join(guide, option), 'utf8')
    expect(text).toContain(from)
    const spoiled = text.replace(from, to)
    return { text: spoiled, line: spoiled.slice(0, spoiled.indexOf(to)).split('\n').length }
  }

  it('a misspelled key is found at its line and column', async () => {
    const { text, line } = withLine('\ncertainty: very-low', '\ncertanty: very-low')
    const findings = await server.findings(join(guide, 'options/key.yaml'), text)
    expect(findings).toContainEqual({
      line: line + 1,
      column: 1,
      message: expect.stringContaining('certanty'),
    })
  })

  it('a misspelled value is found at its line and column', async () => {
    const { text, line } = withLine('\ncertainty: very-low ', '\ncertainty: verry-low ')
    const findings = await server.findings(join(guide, 'options/value.yaml'), text)
    expect(findings).toContainEqual({
      line: line + 1,
      column: 'certainty: '.length + 1,
      message: expect.stringMatching(/very-low/),
    })
  })

  it('the words of certainty are offered', async () => {
    const { text, line } = withLine('\ncertainty: very-low', '\ncertainty: ')
    const cut = text.replace(/\ncertainty: .*/, '\ncertainty: ')
    const offered = await server.completions(join(guide, 'options/words.yaml'), cut, line + 1)
    expect(offered).toEqual(expect.arrayContaining(['high', 'moderate', 'low', 'very-low']))
  })
})
