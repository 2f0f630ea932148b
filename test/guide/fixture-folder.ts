/** The files of a small valid guide: two options, five questions, one source. Tests break one thing at a time. */

const CLAIM = '{ text: Said in plain words., sources: [trial-2020] }'

const GUIDE = `schema: nextline/guide@1
id: knee
version: 1.0.0
language: en-GB
title: When a knee injection did not work
question: A knee injection did not work. What comes next?
problem: ${CLAIM}
decision: Which step to take next.
course: { text: Not known for these people., sources: [] }
living-with: ${CLAIM}
evidence-note: Few people were studied.
see-a-doctor: See a doctor.
encouragement: Other steps are open to you.
summary:
  - ${CLAIM}
notice: Talk this over with a clinician.
not-reassurance: ${CLAIM}
reviewed: '2026-01-31'
review-by: '2027-01-31'
update-policy: Once a year.
made-by: Made for tests.
funding: None.
method: Read and written.
not-found: [Nothing of note]
tips:
  - id: first
    title: Try tablets
    text: ${CLAIM}
    options: [tablets]
topics:
  - id: surgery
    title: Surgery
    aliases: [operations]
    summary: Cutting.
    points: [{ heading: Rarely, text: Said., sources: [trial-2020] }]
    options: [surgery]
    short: what surgeons do
  - id: medicines
    title: Medicines
    aliases: [drugs]
    summary: Tablets.
    points: []
    options: [tablets]
    short: what you can take
`

const TABLETS = `id: tablets
title: Pain tablets
topic: medicines
aliases: [ibuprofen, NSAID]
invasiveness: medicine
features: [medicine]
certainty: low
summary: ${CLAIM}
involves:
  - ${CLAIM}
benefits:
  - ${CLAIM}
harms:
  - ${CLAIM}
risks:
  - what: Sore stomach
    how-often: Not known.
    greater-risk: Older people.
    watch-for: Black stools. Get help at once.
    sources: [trial-2020]
may-suit: []
may-not-suit: []
living-with: { text: A tablet a day., basis: prudence, sources: [] }
if-nothing: ${CLAIM}
at-a-glance:
  setting: ${CLAIM}
  effort: ${CLAIM}
  onset: ${CLAIM}
  duration: ${CLAIM}
  repeatable: ${CLAIM}
outcomes:
  - id: pain
    kind: of-100
    outcome: Pain
    population: Adults
    time-span: 3 months
    comparator: dummy tablets
    with-option: 60
    without-option: 40
    interval: [50, 70]
    event: less pain
    otherwise: no less pain
    good: true
    certainty: low
    direct: false
    sources: [trial-2020]
recommendations:
  - body: A guideline
    year: 2020
    population: Adults
    direction: for
    strength: strong
    certainty: low
    says: Try them.
    sources: [trial-2020]
    short: A guideline 2020
questions-to-ask: [Are they safe for me?]
clinical-notes: []
rules:
  - id: kidney
    kind: contraindication
    when: { kidney-disease: yes }
    status: avoid
    because: They can harm weak kidneys.
    basis: evidence
    sources: [trial-2020]
    short: kidney disease
  - id: tried
    kind: tried
    when: { tried: tablets }
    status: not-now
    because: You have tried them.
    basis: prudence
    sources: []
    short: tried already
short-title: Tablets
benefit-noticed: smaller
`

const SURGERY = TABLETS.replace('id: tablets', 'id: surgery')
  .replace('title: Pain tablets', 'title: Surgery')
  .replace('topic: medicines', 'topic: surgery')
  .replace('[ibuprofen, NSAID]', '[knee replacement]')
  .replace('invasiveness: medicine', 'invasiveness: surgery')
  .replace('features: [medicine]', 'features: [surgery, needle]')
  .replace('short-title: Tablets', 'short-title: Surgery')
  .replace('tried: tablets', 'tried: surgery')

const question = (id: string, own: string) => `- id: ${id}
  label: ${id}
  text: Which one?
  clinical: Which?
  why: It matters.
  settle: Ask a doctor.
  ${own.split('\n').join('\n  ')}
`

const QUESTIONS = [
  question(
    'warning-signs',
    'type: many\nrole: gate\nchange: changeable\nanswers: [{ id: none, label: None }, { id: fever, label: Fever }]',
  ),
  question(
    'age',
    'type: one\nrole: gate\nchange: fixed\nanswers: [{ id: under-18, label: Child }, { id: 18-or-over, label: Adult }]',
  ),
  question(
    'kidney-disease',
    'type: one\nrole: safety\nchange: discoverable\nsensitive: true\nask-when: { not: { age: under-18 } }\nanswers: [{ id: no, label: No }, { id: yes, label: Yes }]',
  ),
  question('tried', 'type: many\nrole: situation\nchange: changeable\nanswers-from: options'),
  question(
    'preferences',
    'type: many\nrole: preference\nchange: changeable\nanswers:\n  - { id: none, label: None }\n  - { id: avoid-surgery, label: No surgery, avoids: surgery }',
  ),
].join('')

const WARNING_SIGNS = `warning-signs:
  - id: fever
    when: { warning-signs: fever }
    sign: Fever
    action: Call a doctor.
    within: today
    because: It can mean an infection.
    basis: source
    sources: [trial-2020]
    say: a fever
    concern: an infection
out-of-scope:
  - id: child
    when: { age: under-18 }
    because: This guide is for adults.
`

const FAQS = `- id: how-long
  question: How long does it take?
  answer: ${CLAIM}
  options: [tablets]
`

const GLOSSARY = `- { term: Chronic, aliases: [long-lasting], means: For three months or more. }
`

const SOURCES = `- id: trial-2020
  title: A trial
  where: A journal
  year: 2020
  doi: 10.1000/xyz-1
  pmid: '123456'
  url: https://example.org/trial
  kind: research
  read: abstract
  read-note: abstract alone
  accessed: '2026-01-31'
`

const PROPERTIES = `- id: fever-is-urgent
  says: Fever is urgent.
  when: { warning-signs: fever }
  outcome: urgent
- id: kidneys
  says: Tablets are avoided with kidney disease.
  options: [tablets]
  when: { kidney-disease: yes }
  only: [avoid]
- id: not-while-open
  says: Nothing that cuts is suitable while the age is open.
  options: { with: [surgery] }
  when: { open: age }
  unless: { kidney-disease: yes }
  never: [suitable, caution]
- id: tried-is-never-suitable
  says: What was tried is never suitable.
  options: all
  when: { tried: self }
  never: [suitable]
- id: no-stopping
  says: No text tells anyone to stop a medicine.
  lint: stop-medicine
`

/** The files by their names inside the guide's folder. */
export function validFolder(): Map<string, string> {
  return new Map([
    ['guide.yaml', GUIDE],
    ['options/tablets.yaml', TABLETS],
    ['options/surgery.yaml', SURGERY],
    ['questions.yaml', QUESTIONS],
    ['warning-signs.yaml', WARNING_SIGNS],
    ['faqs.yaml', FAQS],
    ['glossary.yaml', GLOSSARY],
    ['sources.yaml', SOURCES],
    ['properties.yaml', PROPERTIES],
  ])
}

/** The valid guide with one text in one file replaced. Throws when the text is not there: the test would be idle. */
export function folderWith(file: string, from: string, to: string): Map<string, string> {
  const files = validFolder()
  const text = files.get(file) ?? ''
  if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`)
  return files.set(
    file,
    text.replace(from, () => to),
  )
}
