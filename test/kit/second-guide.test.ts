import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'

const GUIDE = 'test/fixtures/back-again'
const scratch = mkdtempSync(join(tmpdir(), 'nextline-second-'))
const people = '{"warning-signs":"none","age":30}\n{"warning-signs":"saddle-numbness"}'
const well = [
  '--set',
  'warning-signs=none',
  '--set',
  'age=40',
  '--set',
  'pain-now=no',
  '--set',
  'spells=often',
]

describe('every command works on a second guide, written with the kit alone', () => {
  it.each([
    [[], 0, /keeps coming back/i],
    [['topics'], 0, /walking-plan/],
    [['walking'], 0, /may come later|52/],
    [['show', 'WalkBack', '--for', 'patient'], 0, /How sure|What/],
    [['walking', 'numbers'], 0, /52/],
    [['moving'], 0, /walking/i],
    [['recurrence'], 0, /frequent bad spells|comes back/i],
    [['warning-signs'], 0, /Numbness between the legs/i],
    [['questions'], 0, /pain-now/],
    [['questions', 'spells'], 0, /last two years/],
    [['risks'], 0, /Sore legs/],
    [['compare', 'walking', 'wait'], 0, /Six sessions|Half an hour/],
    [['faq', 'walk'], 0, /30 minutes/],
    [['tips'], 0, /Start small/],
    [['search', 'bad', 'spell'], 0, /spell/],
    [['sources'], 0, /pocovi-2024-walkback/],
    [['plan', ...well], 0, /walking plan/i],
    [['plan', '--set', 'warning-signs=saddle-numbness'], 0, /ambulance/],
    [['plan', ...well, '--json'], 0, /"rank": 1/],
    [['plan', '--batch'], 0, /"outcome":"urgent"/],
    [['plan', '--batch', '--summary'], 0, /summary of a register/i],
    [['explain', 'walking-plan', '--set', 'pain-now=yes'], 0, /pain had eased/],
    [['export', 'walking-plan'], 0, /^# A walking plan/m],
    [['export', '--format', 'fhir'], 0, /PlanDefinition/],
    [['export', '--format', 'json'], 0, /"nextline\/guide@1"/],
    [['export', '--format', 'html', 'walking-plan'], 0, /<html/],
    [['check', GUIDE], 0, /Nothing is wrong with this guide/],
    [['check', GUIDE, '--standard', 'ipdas'], 1, /of 44 items met/],
    [['check', GUIDE, '--reading'], 0, /Grade/],
    [['diff', 'facet-joint', GUIDE], 1, /Option added: A walking plan/],
  ] as const)('%j', async (argv, code, printed) => {
    const guide = argv.some((word) => word === GUIDE) ? [] : ['--guide', GUIDE]
    const ran = await run([...argv, ...guide], { stdin: people })
    expect({ code: ran.code, err: ran.err.replace(/^.* is read as .*\n/gm, '') }).toEqual({ code, err: '' })
    expect(ran.out).toMatch(printed)
  })

  it('a saved plan is the same when it is built again', async () => {
    const record = join(scratch, 'mine.json')
    await run(['plan', ...well, '--save', record, '--guide', GUIDE])
    expect(await run(['replay', record, '--guide', GUIDE])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/same/i),
    })
  })

  it('its export is read again as the same guide', async () => {
    const file = join(scratch, 'guide.json')
    writeFileSync(file, (await run(['export', '--format', 'json', '--guide', GUIDE])).out)
    const plan = (guide: string) => run(['plan', ...well, '--json', '--guide', guide])
    expect((await plan(file)).out).toBe((await plan(GUIDE)).out)
  })
})
