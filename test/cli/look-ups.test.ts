import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'

describe('looking something up', () => {
  it('the overview says where the warning signs are, the topics, and commands to type next', async () => {
    const { code, out } = await run([])
    expect(code).toBe(0)
    for (const command of ['nextline walk', 'nextline <name>', 'nextline search'])
      expect(out).toContain(command)
    expect(out.indexOf('nextline warning-signs')).toBeLessThan(out.indexOf('medications'))
  })

  it.each([
    ['ibuprofen', 'ANTI-INFLAMMATORY TABLETS'],
    ['NSAIDS', 'ANTI-INFLAMMATORY TABLETS'],
    ['PT', 'PHYSICAL THERAPY AND EXERCISE'],
    ['RFA', 'NERVE HEATING'],
    ['SIJ', 'SACROILIAC JOINT INJECTION'],
    ['neurotomy', 'NERVE HEATING'],
    ['medications', 'MEDICINES'],
    ['pregnancy', 'PREGNANCY'],
    ['Apixaban', 'BLOOD THINNERS: ON AN ANTICOAGULANT'],
    ['kidney disease', 'KIDNEY DISEASE'],
    ['red flags', 'WARNING SIGNS'],
    ['emergency', 'WARNING SIGNS'],
    ['questions', 'QUESTIONS'],
  ])('the bare name %s shows "%s"', async (name, title) => {
    for (const argv of [[name], name.split(' ')]) {
      const { code, out } = await run(argv)
      expect(code).toBe(0)
      expect(out.split('\n')[0]).toContain(title)
    }
  })

  it.each([['show', 'acupunture'], ['acupunture']])(
    'a misspelled name says the nearest on stderr, prints nothing: %s %s',
    async (...argv) => {
      const { code, out, err } = await run(argv.filter(Boolean))
      expect(code).toBe(2)
      expect(out).toBe('')
      expect(err).toContain('Did you mean "acupuncture"?')
    },
  )

  it('a misspelled command says the nearest command, also with words after it', async () => {
    expect((await run(['topcs'])).err).toContain('"topics"')
    expect((await run(['shows', 'nsaids'])).err).toContain('Did you mean "show"?')
    expect((await run(['seach', 'stomach bleeding'])).err).toContain('"search"')
  })

  it('a patient is not shown the clinical notes, a clinician is', async () => {
    expect((await run(['show', 'nsaids', '--full'])).out).toContain('Clinical notes')
    expect((await run(['show', 'nsaids', '--full', '--for', 'patient'])).out).not.toContain('Clinical notes')
  })

  it('a section after the name gives that part', async () => {
    const { code, out } = await run(['rfa', 'guidelines'])
    expect([code, out.includes('BMJ'), out.includes('Clinical notes')]).toEqual([0, true, false])
    expect((await run(['medications', 'risks'])).out).toContain('Stomach upset')
  })

  it('compare takes names of several words, and names with commas', async () => {
    const apart = await run(['compare', 'physical therapy', 'acupuncture'])
    expect(await run(['compare', 'physical', 'therapy', 'acupuncture'])).toEqual(apart)
    expect((await run(['compare', 'rfa,nsaids'])).code).toBe(0)
  })

  it('several words are a question, also when they are like a name', async () => {
    const { code, out } = await run(['numb between my legs'])
    expect([code, out.split('\n')[1]?.startsWith('1 Warning sign')]).toEqual([0, true])
  })

  it('a bare name that is near none is searched for', async () => {
    const found = await run(['do', 'the', 'nerves', 'grow', 'back'])
    expect([found.code, found.out.split('\n')[0]]).toEqual([0, 'SEARCH: DO THE NERVES GROW BACK'])
    const none = await run(['can I drive after a facet injection'])
    expect([none.code, none.err.includes('Not in this guide')]).toEqual([1, true])
  })

  it('--full gives everything about a name', async () => {
    expect((await run(['nsaids', '--full'])).out).toContain('When your answers change the advice')
    expect((await run(['pregnancy', '--full'])).out).toContain('If the answer is: I am pregnant')
  })

  it('risks of a topic stand side by side: what, how often, who, what to watch for', async () => {
    const { out } = await run(['risks', 'medications', '--width', '100'])
    for (const title of ['NSAIDs', 'Opioids', 'Paracetamol']) expect(out).toContain(title)
    expect(out).toContain('How often')
    expect(out).toContain('Watch for')
  })

  it('search forgives a misspelling and finds nothing with status 1', async () => {
    const found = await run(['search', 'stomack', 'bleding'])
    expect(found.code).toBe(0)
    expect(found.out).toContain('nextline nsaid')
    const nothing = await run(['search', 'zzzzqqq'])
    expect([nothing.code, nothing.out]).toEqual([1, ''])
    expect(nothing.err).toContain('Not in this guide')
  })

  it('search asks for words when there are none', async () => {
    const { code, err } = await run(['search', ' '])
    expect([code, err]).toEqual([2, expect.stringContaining('There are no words to look for.')])
  })

  it('search says in a terminal what is not in the guide, in lines that fit', async () => {
    const { err } = await run(['search', 'zzzzqqq'], { canPrompt: () => true, width: 40 })
    expect(err).toContain('Not in this guide')
    for (const line of err.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
  })

  it('faq gives the answers that match, and status 1 when none does', async () => {
    const found = await run(['faq', 'blood', 'thinner'])
    expect(found.code).toBe(0)
    expect(found.out.toLowerCase()).toContain('blood thinner')
    expect((await run(['faq', 'zzzzqqq'])).code).toBe(1)
  })

  it('compare needs two options, and a topic stands for all of its own', async () => {
    expect((await run(['compare', 'nsaids', 'opioids'])).out).toContain('How sure')
    expect((await run(['compare', 'nsaids', 'ibuprofen'])).code).toBe(2)
    expect((await run(['compare', 'denervation', 'lifestyle-changes'])).code).toBe(0)
  })

  it('a source shows its citation and everything that rests on it', async () => {
    const { out } = await run(['sources', 'cohen2020'])
    expect(out).toContain('10.1136/rapm-2019-101243')
    expect(out).toContain('diagnostic-medial-branch-block')
    expect((await run(['sources', 'cohn2020'])).err).toContain('"cohen2020"')
  })

  it.each([
    ['topics'],
    ['show', 'nsaids'],
    ['risks'],
    ['faq'],
    ['tips'],
    ['compare', 'nsaids', 'opioids'],
    ['search', 'stomach bleeding'],
    ['pregnancy'],
    ['warning-signs'],
    ['questions'],
    ['sources'],
    [],
  ])('%s %s --json prints one JSON document with a schema and the notice', async (...argv) => {
    const { code, out } = await run([...argv.filter(Boolean), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schema: expect.stringMatching(/^nextline\//),
      notice: expect.any(String),
    })
  })

  it('a guide past its review-by date still works and says so on stderr', async () => {
    const { code, err } = await run(['topics'], { today: () => '2027-12-01' })
    expect(code).toBe(0)
    expect(err).toContain('due for review by 2027-11-26')
  })
})

describe('every page', () => {
  const pages = [
    [],
    ['topics'],
    ['show', 'nsaids'],
    ['risks'],
    ['faq'],
    ['tips'],
    ['compare', 'nsaids', 'opioids'],
    ['sources'],
  ]

  it.each(pages.map((argv) => [argv.join(' ') || '(overview)', argv] as const))(
    '%s keeps to 40 columns, carries the notice, and has no colour when none is wanted',
    async (_title, argv) => {
      const { out } = await run([...argv, '--width', '40'])
      const tooWide = out.split('\n').filter((line) => [...line].length > 40 && line.trim().includes(' '))
      expect(tooWide).toEqual([])
      expect(out.replace(/\s+/g, ' ')).toContain('not a diagnosis')
      expect(out).not.toContain('\u001b')
    },
  )

  it.each(pages.map((argv) => [argv.join(' ') || '(overview)', argv] as const))(
    '%s --plain has no escape and no drawn glyph',
    async (_title, argv) => {
      const { out } = await run([...argv, '--plain'], { colorLevel: 3 })
      expect(out).not.toContain('\u001b')
      expect(out).not.toMatch(/[\u2500-\u25ff•●○┃]/)
    },
  )
})

describe('a wrong command line', () => {
  it.each([
    [['--width', 'abc', 'topics'], 'number of columns'],
    [['show'], "missing required argument 'name'"],
    [['topics', '--nosuch'], "unknown option '--nosuch'"],
    [['--for', 'nurse', 'topics'], 'It is one of: patient, clinician'],
    [['--guide', 'fact-joint', 'topics'], 'did you mean "facet-joint"'],
    [['--guide', 'src', 'topics'], 'holds no guide.yaml'],
  ])('%s ends with status 2 and says %s', async (argv, message) => {
    const { code, out, err } = await run(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })
})
