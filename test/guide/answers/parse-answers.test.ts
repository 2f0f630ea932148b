import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Guide } from '../../../src/core/model.ts'
import { checkLineAnswers, readAnswersLine } from '../../../src/guide/answers/answers-line.ts'
import { parseAnswers } from '../../../src/guide/answers/parse-answers.ts'
import { UsageFailure } from '../../../src/io/failure.ts'
import { validGuide } from '../fixture-io.ts'

const guide = validGuide()
const fromFile = async (text: string, ...set: string[]) =>
  (await parseAnswers({ file: { name: 'a.yaml', text }, set }, guide)).answers
const fromSet = async (...set: string[]) => (await parseAnswers({ set }, guide)).answers

async function faultsOf(answers: Promise<unknown>): Promise<readonly string[]> {
  try {
    await answers
  } catch (error) {
    if (error instanceof UsageFailure) return error.message.split('\n').map((line) => line.trim())
    throw error
  }
  throw new Error('it did not fail')
}

const parseAnswersLine = (line: string) => checkLineAnswers(readAnswersLine(line), guide)

describe('answers from a file', () => {
  it.each([
    ['YAML', 'kidney-disease: no\ntried: [tablets]\nage: 18-or-over\n'],
    ['JSON', '{"kidney-disease": "no", "tried": ["tablets"], "age": "18-or-over"}'],
    ['YAML in braces', '{ kidney-disease: no, tried: [tablets], age: 18-or-over }'],
    [
      'a plan',
      '{"schema": "nextline/plan@1", "answers": {"kidney-disease": "no", "tried": ["tablets"], "age": "18-or-over"}}',
    ],
    [
      'a record in YAML',
      'schema: nextline/record@1\nanswers:\n  kidney-disease: no\n  tried: tablets\n  age: 18-or-over\n',
    ],
  ])('may be %s, and come in the order of the guide', async (_, text) => {
    const answers = await fromFile(text)
    expect(Object.entries(answers)).toEqual([
      ['age', '18-or-over'],
      ['kidney-disease', 'no'],
      ['tried', ['tablets']],
    ])
  })

  it.each(['', '# nothing yet\n', '{}', 'answers: {}\n'])('%j answers nothing', async (text) => {
    expect(await fromFile(text)).toEqual({})
  })

  it.each([
    ['one value for several', 'tried: tablets', { tried: ['tablets'] }],
    ['a list of one for a single answer', 'age: [under-18]', { age: 'under-18' }],
    ['repeats, out of order', 'tried: [tablets, surgery, tablets]', { tried: ['surgery', 'tablets'] }],
    ['unsure, which comes last', 'tried: [unsure, tablets]', { tried: ['tablets', 'unsure'] }],
    ['unsure alone', 'age: unsure\ntried: unsure', { age: 'unsure', tried: ['unsure'] }],
  ])('accept %s', async (_, text, expected) => {
    expect(await fromFile(text)).toEqual(expected)
  })

  it.each([
    ['agee: under-18', 'a.yaml:1:7  there is no question "agee"; did you mean "age"?'],
    ['smoking: yes', 'a.yaml:1:10  there is no question "smoking"; list them with: nextline questions'],
    [
      '\nage: under-17',
      'a.yaml:2:6  "under-17" is not an answer to age; did you mean "under-18"? It takes under-18, 18-or-over, unsure',
    ],
    ['age: 17', 'a.yaml:1:6  "17" is not an answer to age. It takes under-18, 18-or-over, unsure'],
    [
      'age: { a: b }',
      'a.yaml:1:6  a set of fields is not an answer to age. It takes under-18, 18-or-over, unsure',
    ],
    [
      'tried: [tablets, tablet]',
      'a.yaml:1:18  "tablet" is not an answer to tried; did you mean "tablets"? It takes none, surgery, tablets, unsure',
    ],
    ['tried: [none, tablets]', 'a.yaml:1:8  tried: "none" stands alone, without tablets'],
    ['tried: [none, unsure]', 'a.yaml:1:8  tried: "none" stands alone, without unsure'],
    ['age: [under-18, 18-or-over]', 'a.yaml:1:6  age takes one answer, not under-18 and 18-or-over'],
    ['age:', 'a.yaml:1:1  age has no answer: leave it out, or say unsure'],
    ['tried: []', 'a.yaml:1:8  tried has no answer: leave it out, or say unsure'],
    ['- age', 'a.yaml:1:1  answers are written as question: answer'],
    ['age: under-18\nage: 18-or-over', 'a.yaml:2:1  "age" is answered twice'],
    ['age: [under-18', 'a.yaml:1:15  not readable as YAML: a bracket is not closed'],
    [
      '{"age": "under-17"}',
      'a.yaml:1:9  "under-17" is not an answer to age; did you mean "under-18"? It takes under-18, 18-or-over, unsure',
    ],
  ])('%j is refused with its place and with what would do', async (text, line) => {
    expect(await faultsOf(fromFile(text))).toEqual([line])
  })

  it('are refused with all of their faults, those of --set included', async () => {
    expect(
      await faultsOf(fromFile('agee: x\ntried: [none, surgery]', 'kidney-disease=maybe', 'age')),
    ).toEqual([
      '4 things are wrong with the answers:',
      'a.yaml:1:7  there is no question "agee"; did you mean "age"?',
      'a.yaml:2:8  tried: "none" stands alone, without surgery',
      '--set: "age" is not question=answer, such as --set age=18-64',
      '--set: "maybe" is not an answer to kidney-disease. It takes no, yes, unsure',
    ])
  })

  it('say standard input when they came from there', async () => {
    const answers = parseAnswers({ file: { name: '-', text: 'age: 3' } }, guide)
    expect((await faultsOf(answers))[0]).toMatch(/^standard input:1:6 {2}"3"/)
  })
})

describe('answers as people type them', () => {
  const typed: Guide = {
    ...guide,
    questions: guide.questions.map((question) => ({
      ...question,
      ...(question.id === 'kidney-disease' && { aliases: ['weak kidneys'] }),
      answers: question.answers.map((choice) => ({
        ...choice,
        ...(choice.id === 'under-18' && { range: { to: 17 }, aliases: ['child', 'young'] }),
        ...(choice.id === '18-or-over' && { range: { from: 18 }, short: 'grown up', aliases: ['young'] }),
      })),
    })),
  }
  const read = (set: string) => parseAnswers({ set: [set] }, typed)

  it.each([
    ['AGE=Under-18', 'age', 'under-18'],
    ['age=17', 'age', 'under-18'],
    ['age=18', 'age', '18-or-over'],
    ['age=17.9', 'age', 'under-18'],
    ['age=Grown Up', 'age', '18-or-over'],
    ['age=CHILD', 'age', 'under-18'],
    ['age=?', 'age', 'unsure'],
    ['Weak Kidneys=Yes', 'kidney-disease', 'yes'],
    ['tried=Pain tablets', 'tried', 'tablets'],
    ['tried=Ibuprofen', 'tried', 'tablets'],
    ['warning signs=FEVER', 'warning-signs', 'fever'],
  ])('%s', async (set, question, answer) => {
    const { answers } = await read(set)
    expect([answers[question]].flat()).toEqual([answer])
  })

  it('are handed back with what they were read as, ids left out', async () => {
    const input = {
      file: { name: 'a', text: 'age: 72\ntried: [tablets, ibuprofen]' },
      set: ['kidney-disease=yes'],
    }
    expect((await parseAnswers(input, typed)).readAs).toEqual([
      { question: 'age', written: '72', answer: '18-or-over', label: 'Adult' },
      { question: 'tried', written: 'ibuprofen', answer: 'tablets', label: 'Pain tablets' },
    ])
  })

  it.each([
    ['age=young', '--set: "young" can mean under-18 or 18-or-over: write one of these'],
    ['age=-3', '--set: "-3" is not an answer to age. It takes under-18, 18-or-over, unsure'],
  ])('%s is refused', async (set, line) => {
    expect(await faultsOf(read(set))).toEqual([line])
  })

  it('are refused when a question is answered under two names', async () => {
    const text = 'kidney-disease: yes\nweak kidneys: no'
    expect(await faultsOf(parseAnswers({ file: { name: 'a', text } }, typed))).toEqual([
      'a:2:15  "weak kidneys" is kidney-disease, which is answered already',
    ])
  })
})

describe('what is not answers', () => {
  it.each([
    [
      '{"schema":"nextline/brief@1","line":1}',
      'a.yaml is a brief plan, a line of `plan --batch`, not answers.',
    ],
    ['{"schema":"nextline/guide@1","guide":{}}', 'a.yaml is a guide, not answers.'],
    ['schema: nextline/explain@1', 'a.yaml is what `nextline explain --json` prints, not answers.'],
    ['{"resourceType":"QuestionnaireResponse"}', 'a.yaml is a FHIR QuestionnaireResponse, not answers.'],
    [
      '{"schema":"nextline/brief@1","line":1}\n{"schema":"nextline/brief@1","line":2}\n',
      'a.yaml holds one JSON document a line; the first is a brief plan, a line of `plan --batch`.',
    ],
    ['{"age":"under-18"}\n{"age":"under-18"}\n', 'a.yaml holds one JSON document a line.'],
    ['{"age":"under-18","age":"18-or-over"}', 'a.yaml:1:19  "age" is answered twice'],
    ['{"age":"under-18" "tried":"none"}', 'a.yaml:1:19  not readable as JSON: "," or "}" is expected here'],
    [
      '{"answers":{"age":"under-18"},"warning-signs":["fever"]}',
      'a.yaml:1:47  "warning-signs" stands beside "answers": put it among them, or leave it out',
    ],
    [
      'schema: nextline/plan@1\nanswers: {age: under-18}\nage: 18-or-over',
      'a.yaml:3:6  "age" stands beside "answers": put it among them, or leave it out',
    ],
  ])('%s is named', async (text, line) => {
    expect((await faultsOf(fromFile(text)))[0]).toBe(line)
  })

  it('is said in a few lines, however much of it there is', async () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({ length: 689 }, (_, at) => [`zz${at}`, at])))
    const lines = await faultsOf(fromFile(text))
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      7,
      '689 things are wrong with the answers:',
      'and 684 more',
    ])
  })

  it('is never printed: a foreign file gives a place and no content', async () => {
    const [line] = await faultsOf(fromFile('{"secret": hunter2 hunter3\n'))
    expect(line).not.toContain('hunter')
  })
})

describe('answers from --set', () => {
  it.each([
    [['age=under-18'], { age: 'under-18' }],
    [['tried=tablets,surgery'], { tried: ['surgery', 'tablets'] }],
    [['tried=tablets', 'tried= surgery'], { tried: ['surgery', 'tablets'] }],
    [['age=under-18', 'age=under-18'], { age: 'under-18' }],
  ])('%j', async (set, expected) => {
    expect(await fromSet(...set)).toEqual(expected)
  })

  it.each([
    [['age=under-18', 'age=18-or-over'], '--set: age takes one answer, not under-18 and 18-or-over'],
    [['age='], '--set: age has no answer: leave it out, or say unsure'],
    [['=yes'], '--set: "=yes" is not question=answer, such as --set age=18-64'],
    [['__proto__=yes'], '--set: there is no question "__proto__"; list them with: nextline questions'],
  ])('%j is refused', async (set, line) => {
    expect(await faultsOf(fromSet(...set))).toEqual([line])
  })

  it('win over the file, question by question', async () => {
    const answers = await fromFile(
      'age: 18-or-over\ntried: [surgery]\nkidney-disease: yes',
      'tried=none',
      'age=under-18',
    )
    expect(answers).toEqual({ age: 'under-18', 'kidney-disease': 'yes', tried: ['none'] })
  })
})

describe('a line of a batch', () => {
  it('is one JSON object of answers', () => {
    expect(parseAnswersLine('{"tried":["tablets"],"age":"unsure"}')).toEqual({
      age: 'unsure',
      tried: ['tablets'],
    })
  })

  it.each([
    ['age: 1', 'not a JSON object of answers'],
    ['null', 'not a JSON object of answers'],
    ['["age"]', 'not a JSON object of answers'],
    ['{"age":"under-18","age":"18-or-over"}', '"age" stands twice'],
    ['{"schema":"nextline/brief@1","line":1}', 'this is a brief plan'],
    ['{"resourceType":"Patient"}', 'this is a FHIR Patient, not answers'],
    ['{"answers":{},"tried":"none"}', '"tried" stands beside "answers"'],
    [`{"a":${'['.repeat(100)}`, 'more than 96 levels'],
    [
      '{"age":"x","b":1}',
      '"x" is not an answer to age. It takes under-18, 18-or-over, unsure; there is no question "b"',
    ],
  ])('is refused when it is %s', (line, message) => {
    expect(() => parseAnswersLine(line)).toThrow(message)
  })

  it('means the same when it is written out and read again', () => {
    const several = (ids: readonly string[]) => fc.subarray([...ids], { minLength: 1 })
    const answers = fc.record(
      {
        age: fc.constantFrom('under-18', '18-or-over', 'unsure'),
        'warning-signs': fc.constantFrom(['none'], ['fever'], ['fever', 'unsure']),
        tried: several(['surgery', 'tablets', 'unsure']),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(answers, (given) => {
        const once = parseAnswersLine(JSON.stringify(given))
        expect(once).toEqual(given)
        expect(JSON.stringify(parseAnswersLine(JSON.stringify(once)))).toBe(JSON.stringify(once))
      }),
    )
  })
})
