import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefWriter } from '../../src/core/engine/brief.ts'
import { plan } from '../../src/core/engine/plan.ts'
import { asRecord } from '../../src/core/read-record.ts'
import { questionnaireResponse } from '../../src/fhir/questionnaire-response.ts'
import { answersFromQuestionnaireResponse } from '../../src/fhir/read-response.ts'
import { checkLineAnswers, readAnswersLine } from '../../src/guide/answers/answers-line.ts'
import { checkAnswers } from '../../src/guide/answers/check-answers.ts'
import { parseAnswers } from '../../src/guide/answers/parse-answers.ts'
import { readExportedGuide } from '../../src/guide/load/exported.ts'
import { parseGuide } from '../../src/guide/parse/parse-guide.ts'
import { GuideFailure, UsageFailure } from '../../src/io/failure.ts'
import { guideJson } from '../../src/view/json/guide-json.ts'
import { validFolder } from '../guide/fixture-folder.ts'
import { validGuide } from '../guide/fixture-io.ts'
import { damaged, damagedJson, RUNS } from './hostile.ts'

const guide = validGuide()
const known = (error: unknown) => error instanceof UsageFailure || error instanceof GuideFailure

/** Runs it; a failure that is no person's and no author's fails the test with the input. */
async function refusesOrTakes(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!known(error)) throw error
  }
}

const ANSWERS = [
  '{"warning-signs":["none"],"age":"18-64","kidney-disease":"yes"}',
  'warning-signs: none\nage: 18-64\ntried: [tablets]\n',
  '{"answers":{"age":"18-64"}}',
]

describe('damaged input is taken or refused in words, never a fault of the program', () => {
  it('a guide as YAML: every diagnostic has a place, and what is accepted gives a plan', async () => {
    const files = [...validFolder()]
    const names = files.map(([name]) => name)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names).chain((name) => {
          const text = new Map(files).get(name) ?? ''
          return fc.tuple(fc.constant(name), damaged([text]))
        }),
        async ([name, text]) => {
          await refusesOrTakes(() => {
            const { guide, diagnostics } = parseGuide(new Map([...files, [name, text]]))
            for (const { file, line, column } of diagnostics) {
              expect(file).not.toBe('')
              expect([line, column].every((place) => Number.isInteger(place) && place > 0)).toBe(true)
            }
            if (guide !== undefined)
              expect(JSON.stringify(plan(guide, {}).outcome)).toMatch(/options|scope|urgent/)
          })
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('answers as YAML or JSON', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(ANSWERS), (text) =>
        refusesOrTakes(async () => {
          const { answers } = await parseAnswers({ file: { name: 'answers', text } }, guide)
          plan(guide, answers)
        }),
      ),
      {
        numRuns: RUNS,
        examples: [
          ['{"warning-signs":["fever"],"warning-signs":"none"}'],
          ['\uFEFF{"age":"18-64"}'],
          ['{"__proto__":{"age":"18-64"}}'],
          [`a: ${'['.repeat(2000)}`],
          [`${'- *zz\n'.repeat(2000)}`],
        ],
      },
    )
  })

  it('a line of a batch gives a plan or the reason why not', async () => {
    const write = briefWriter(guide)
    await fc.assert(
      fc.asyncProperty(damaged(ANSWERS), (line) =>
        refusesOrTakes(() => {
          const text = write(checkLineAnswers(readAnswersLine(line.replace(/\n/g, ' ')), guide))
          expect(JSON.parse(`{${text}}`)).toHaveProperty('outcome')
        }),
      ),
      { numRuns: RUNS * 5, examples: [[`{"tried":[${'"x",'.repeat(60_000)}"x"]}`], ['{"a":'.repeat(5000)]] },
    )
  })

  it('an exported guide', async () => {
    const text = JSON.stringify(guideJson(guide), null, 2)
    await fc.assert(
      fc.asyncProperty(damaged([text]), (damage) =>
        refusesOrTakes(() => plan(readExportedGuide(damage, 'guide.json'), {})),
      ),
      { numRuns: RUNS },
    )
  })

  it('a QuestionnaireResponse', () => {
    const text = JSON.stringify(
      questionnaireResponse(guide, { age: '18-64', 'warning-signs': ['none'] }, 'patient'),
    )
    fc.assert(
      fc.property(damagedJson(text), (data) => {
        const found = answersFromQuestionnaireResponse(data, guide)
        if (found !== undefined) plan(guide, checkAnswers(found.answers, guide).answers)
      }),
      { numRuns: RUNS },
    )
  })

  it('a record is one whole, or none', () => {
    const text = JSON.stringify({
      schema: 'nextline/record@1',
      program: '1.0.0',
      guide: { id: 'a', version: '1', reviewed: '2026-01-01', hash: 'x' },
      answers: { age: '18-64' },
      plan: { outcome: 'options', options: [{ id: 'a', status: 'avoid', rank: 1 }] },
      pieces: { notice: 'x' },
    })
    fc.assert(
      fc.property(damagedJson(text), (data) => {
        const record = asRecord(data)
        if (record !== undefined)
          expect(record.plan.options.every(({ id }) => typeof id === 'string')).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
