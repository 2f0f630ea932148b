import { describe, expect, it } from 'vitest'
import { createChecker } from '../../src/check/check-guide.ts'
import { createLinter } from '../../src/check/lint/lint.ts'
import { checkDiagnostics } from '../../src/view/json/check-json.ts'
import { folderWith, validFolder } from '../guide/fixture-folder.ts'
import { inFolder, ioOver, validGuide } from '../guide/fixture-io.ts'

const TODAY = '2026-06-01'
const diagnostics = (files: ReadonlyMap<string, string>) =>
  checkDiagnostics(createChecker(ioOver(inFolder('knee', files)), 'knee')(TODAY))

describe('what check finds', () => {
  it('is data with file, line and column, whatever found it', () => {
    expect(diagnostics(folderWith('options/tablets.yaml', 'certainty: low', 'certainty: good'))).toEqual([
      {
        severity: 'error',
        code: 'not-one-of',
        file: 'options/tablets.yaml',
        line: 7,
        column: 12,
        message: 'certainty "good" is not one of high, moderate, low, very-low',
      },
    ])
    const unsafe = diagnostics(folderWith('options/tablets.yaml', 'status: avoid', 'status: caution'))
    expect(unsafe.filter(({ code }) => code === 'property-status')).toMatchObject([
      { severity: 'error', file: 'properties.yaml', line: 5, column: 3 },
    ])
    const order = 'Stop taking your tablets.'
    const words = diagnostics(folderWith('options/tablets.yaml', 'They can harm weak kidneys.', order))
    expect(words.filter(({ code }) => code === 'stop-medicine')).toMatchObject([
      { severity: 'error', file: 'options/tablets.yaml', line: 64, column: 14, fix: expect.any(String) },
    ])
  })

  it('has warnings too', () => {
    expect(diagnostics(folderWith('options/tablets.yaml', 'ibuprofen', 'Walk'))).toMatchObject([
      { severity: 'warning', code: 'command-name', line: 4, column: 11 },
      ...diagnostics(validFolder()),
    ])
  })
})

describe('texts that are made to take long', () => {
  it.each([
    ['digits', '1'.repeat(3_900)],
    ['numbers', '1.'.repeat(1_900)],
    ['numbers to numbers', '1 to '.repeat(780)],
    ['orders that are excused', 'do not stop it '.repeat(260)],
    ['letters', 'e'.repeat(3_900)],
    ['signs', '!?'.repeat(1_900)],
    ['spaces', `a${' '.repeat(3_900)}b`],
  ])('%s are read like any other', (_, text) => {
    const guide = validGuide()
    const [option] = guide.options
    if (option === undefined) throw new Error('the guide of the tests has no option')
    const benefits = Array.from({ length: 20 }, () => ({ text, sources: ['trial-2020'] }))
    expect(Array.isArray(createLinter()({ ...guide, options: [{ ...option, benefits }] }, TODAY))).toBe(true)
  })
})
