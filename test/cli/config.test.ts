import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'

function configFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'nextline-config-')), 'config.yaml')
  writeFileSync(file, text)
  return file
}

const runWith = (text: string, argv: readonly string[], env = {}) =>
  run(argv, { configFile: configFile(text), env })

describe('settings for every start', () => {
  it('guide and width hold for every command', async () => {
    const { out } = await runWith('# mine\nguide: test/fixtures/back-again\nwidth: 40\n', ['tips'])
    expect(out).toContain('walking plan')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
  })

  it('hold for a bare name, which is else answered from a page made beforehand', async () => {
    const patient = await run(['ibuprofen', '--for', 'patient'])
    expect((await runWith('for: patient\n', ['ibuprofen'])).out).toBe(patient.out)
  })

  it('colour: yes and no', async () => {
    const colorCode = '\u001B['
    expect((await runWith('color: yes\n', ['tips'])).out).toContain(colorCode)
    expect((await run(['tips'], { configFile: configFile('color: no\n'), colorLevel: 3 })).out).not.toContain(
      escape,
    )
  })

  it('pager: no', async () => {
    const own = { height: 3, page: () => expect.unreachable('a pager was opened') }
    const { out } = await run(['tips'], { ...own, configFile: configFile('pager: no\n') })
    expect(out).not.toBe('')
  })

  it('flags and the environment win', async () => {
    const text = 'guide: nowhere\nfor: patient\nwidth: 40\ncolor: yes\n'
    expect((await runWith(text, ['tips', '--guide', 'facet-joint'])).code).toBe(0)
    expect((await runWith(text, ['tips'], { NEXTLINE_GUIDE: 'facet-joint' })).code).toBe(0)
    const wide = await runWith(text, [
      'nsaids',
      '--guide',
      'facet-joint',
      '--for',
      'clinician',
      '--width',
      '80',
      '--no-color',
    ])
    expect(wide.out).toBe((await run(['nsaids'])).out)
    expect((await runWith(text, ['tips', '--guide', 'facet-joint'], { NO_COLOR: '1' })).out).not.toContain(
      '\u001B[',
    )
  })

  it.each([
    ['widht: 80', ':1:1  "widht" is no setting.'],
    ['\nwidth: wide', ':2:8  width is not "wide".'],
    ['  for: everybody', ':1:8  for is not "everybody".'],
    ['width', ':1:1  "width" is no setting.'],
    ['color: maybe # or not', ':1:8  color is not "maybe".'],
  ])('a broken file, %j, gives its place, with status 2', async (text, message) => {
    const { code, err } = await runWith(text, ['tips'])
    expect(code).toBe(2)
    expect(err).toContain(`config.yaml${message}`)
  })

  it('a broken file never stops the help or the version', async () => {
    for (const argv of [['--help'], ['plan', '--help'], ['help', 'answers'], ['--version']])
      expect(await runWith('broken', argv)).toMatchObject({ code: 0, err: '' })
  })

  it('nextline config shows the file and each setting', async () => {
    const { out } = await runWith('width: 100\n', ['config', '--width', '100'])
    expect(out).toMatch(/^width +100 /m)
    expect(out).toMatch(/^guide +facet-joint \(not set\)/m)
    const { settings } = JSON.parse((await runWith('width: 100\npager: no\n', ['config', '--json'])).out)
    expect(settings).toEqual({ width: 100, pager: false })
  })
})
