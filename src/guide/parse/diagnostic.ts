/** Keys and indices from the top of a file to a piece of it, as written: `['rules', 0, 'when']`. */
export type Path = readonly (string | number)[]

/** 1-based line and column. */
export type Position = { readonly line: number; readonly column: number }

/** Finds the position of the value at a path of a text, or of its key. */
export type SpotOf = (path: Path, part?: 'key' | 'value') => Position

type Args = Readonly<Record<string, string>>
type Severity = 'error' | 'warning'

/** A problem in a guide as data: a code with arguments, and a place. `describe` writes it in words. */
export type Diagnostic = Position & {
  readonly code: Code
  readonly args: Args
  /** Inside the guide's folder: `options/nsaids.yaml`. */
  readonly file: string
  readonly severity: Severity
}

/** A diagnostic with a path in data, before its file is known. */
export type Problem = { readonly code: Code; readonly args: Args; readonly path: Path; readonly part?: 'key' }

/** A diagnostic about a whole file. */
export function atTop(code: Diagnostic['code'], file: string, args: Diagnostic['args'] = {}): Diagnostic {
  return { code, args, file, line: 1, column: 1, severity: 'error' }
}

/** A problem with its place in the file. */
export function placed(problem: Problem, file: string, spotOf: SpotOf | undefined): Diagnostic {
  const { code, args, path, part } = problem
  const spot = spotOf?.(path, part) ?? { line: 1, column: 1 }
  return { code, args: { subject: subjectOf(path), ...args }, file, ...spot, severity: 'error' }
}

/** In the order of reading: by file, then from top to bottom. The same problem at the same place counts once. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [describe(diagnostic), diagnostic]))
  return [...once.values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  )
}

/**
 * One line: `facet-joint/options/nsaids.yaml:14:16  certainty "mediocre" is not one of high, moderate, ...`
 * @param folder what to put before the file's name, so that an editor can open the place
 */
export function describe(diagnostic: Diagnostic, folder = ''): string {
  const { file, line, column, severity } = diagnostic
  const path = folder === '' ? file : `${folder.replace(/\/+$/, '')}/${file}`
  return `${path}:${line}:${column}  ${severity === 'warning' ? 'warning: ' : ''}${messageOf(diagnostic)}`
}

/** The problem in words. */
export function messageOf({ code, args }: Diagnostic): string {
  return MESSAGES[code](args)
}

/** What to call the piece at a path: its field, or its number in a list. */
export function subjectOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'the file'
  if (typeof last === 'string') return last
  const list = path.at(-2)
  return list === undefined ? `item ${last + 1}` : `${list} item ${last + 1}`
}

const TYPES: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a set of fields',
  year: 'a year, as a number',
}

const CONDITION = 'always, { question: answer }, { all: [...] }, { any: [...] } or { not: {...} }'

const hint = (args: Args) => (args.nearest ? `; did you mean "${args.nearest}"?` : '')

type Message = (args: Args) => string

const SHAPE_MESSAGES = {
  yaml: (a) => `not readable as YAML: ${a.message}`,
  'duplicate-key': (a) => `the field "${a.key}" stands twice here`,
  'file-missing': (a) => `the guide has no ${a.file}`,
  'file-yml': () => 'ends in .yml, and only .yaml is read: give it that name',
  'file-nested': () => 'stands in a folder inside options/, where no file is read: move it up into options/',
  'file-outside': () => "is a link that leads out of the guide's folder",
  'file-unreadable': (a) => `${a.reason}`,
  'too-many-files': (a) => `the guide has ${a.count} files; at most ${a.most} are read`,
  'too-large': (a) => `the files of the guide have more than ${a.most} characters together`,
  'file-unknown': (a) => `no file of a guide has this name${hint(a)}`,
  'no-options': () => 'the guide has no option: put one file for each into options/',
  missing: (a) => `${a.subject} is missing`,
  'unknown-key': (a) => `unknown field "${a.key}"${hint(a)}`,
  'not-one-of': (a) => `${a.subject} ${a.value} is not one of ${a.allowed}`,
  'wrong-type': (a) =>
    `${a.subject} must be ${TYPES[a.expected ?? ''] ?? a.expected}${a.quote ? '; put it in quotes' : ''}`,
  unseen: (a) => `${a.subject} holds ${a.sign}, a character that cannot be seen: take it out`,
  empty: (a) => `${a.subject} is empty`,
  'too-long': (a) => `${a.subject} has ${a.length} characters; at most ${a.longest} fit`,
  'note-status': (a) =>
    `a rule of kind ${a.kind} has the status ${a.status}: "suitable" belongs to a note, and to nothing else`,
  'too-few': (a) => `${a.subject} needs at least ${a.least}`,
  repeated: (a) => `${a.subject}: ${a.value} stands in this list already`,
  'bad-id': (a) => `${a.subject} ${a.value} is not an id: small letters and digits, joined by dashes`,
  'bad-source-id': (a) =>
    `${a.subject} ${a.value} is not a source id: small letters and digits, joined by - or _`,
  'bad-date': (a) => `${a.subject} ${a.value} is not a day written as YYYY-MM-DD`,
  'bad-doi': (a) =>
    `${a.subject} ${a.value} is not a DOI such as 10.1136/bmj-2024-079971 (no address around it)`,
  'bad-pmid': (a) => `${a.subject} ${a.value} is not a PubMed number: digits alone`,
  'bad-url': (a) => `${a.subject} ${a.value} is not a web address that begins with http:// or https://`,
  'not-of-100': (a) => `${a.subject} ${a.value} is not a number of 100 people: 0 to 100`,
  'condition-shape': (a) => `${a.subject} is not a condition: ${CONDITION}`,
  'condition-one-key': (a) =>
    `${a.subject} holds ${a.count} fields, a condition has one: join several with all or any`,
  'condition-open': () => '"open" stands only in properties: elsewhere the program handles what is not known',
  'answers-or-from': () => 'a question has either answers or answers-from: options',
  'only-or-never': () => 'a property about a status has either only or never',
} satisfies Record<string, Message>

const GUIDE_MESSAGES = {
  'unknown-reference': (a) => `${a.kind} "${a.id}" is not in this guide${hint(a)}`,
  'unknown-answer': (a) => `"${a.id}" is not an answer to ${a.question}${hint(a) || `: ${a.allowed}`}`,
  'duplicate-id': (a) => `the ${a.kind} id "${a.id}" is already used at ${a.at}`,
  'reserved-id': (a) => `"${a.id}" cannot name ${a.kind}: it has its own meaning in conditions and answers`,
  'ambiguous-name': (a) => `the name "${a.name}" already leads to the ${a.kind} ${a.id}`,
  'duplicate-term': (a) => `"${a.name}" is explained already, as "${a.term}"`,
  'page-taken': (a) => `an export has the page of the topic "${a.other}" under this name: choose another id`,
  'command-name': (a) => `\`nextline ${a.name}\` is a command, so this name opens nothing without \`show\``,
  'option-without-topic': (a) => `no topic in guide.yaml lists the option "${a.id}"`,
  'option-in-topics': (a) => `the topic "${a.first}" lists the option "${a.id}" already`,
  'topic-disagrees': (a) => `the topic "${a.listed}" lists this option, which says topic "${a.said}"`,
  'none-missing': (a) => `the question "${a.id}" takes several answers, so it needs the answer "none"`,
  'unsure-listed': () => 'leave out "unsure": every question accepts it',
  'ask-when-later': (a) => `ask-when names "${a.id}", which is not asked before this question`,
  uncited: () => 'names no source; cite one, begin the text with "Not known", or say basis: prudence',
  'uncited-fact': () => 'names no source; a risk, an outcome, a recommendation or a warning sign needs one',
  'uncited-rule': () => 'the rule names no source, which only basis: prudence may',
  'disagreement-missing': () => 'guidelines stand for and against here, so disagreement must say what about',
  'no-numbers-missing': () => 'there is no outcome, so no-numbers must say why',
  'no-numbers-beside': () => 'no-numbers stands beside outcomes: leave one of them out',
  'interval-order': (a) => `interval: ${a.low} is above ${a.high}`,
  'interval-estimate': (a) => `the interval ${a.low} to ${a.high} does not hold the estimate ${a.estimate}`,
  'status-kind': (a) => `status not-relevant goes with kind relevance, and this rule says ${a.kind}`,
  'form-missing': (a) => `${a.field} is missing`,
  'do-missing': () => 'a rule with status check-first says in do what to find out or do first',
  'open-weighs-more': (a) =>
    `while-open ${a.open} is more restrictive than status ${a.status} of the same rule`,
  'review-order': (a) => `review-by ${a.by} is not after reviewed ${a.reviewed}`,
  'unused-source': (a) => `nothing in the guide rests on the source "${a.id}"`,
  'research-not-findable': (a) =>
    `the study "${a.id}" has neither doi nor pmid: give one, or say why not in no-identifier`,
  'report-without-reason': (a) =>
    `"${a.id}" reports other work: cite that work, or say in secondary-because why this page may be cited`,
  'idle-alias': (a) => `the alias "${a.name}" says the same as another name of this ${a.kind}`,
} satisfies Record<string, Message>

const MESSAGES: Readonly<Record<keyof typeof SHAPE_MESSAGES | keyof typeof GUIDE_MESSAGES, Message>> = {
  ...SHAPE_MESSAGES,
  ...GUIDE_MESSAGES,
}

export type Code = keyof typeof MESSAGES
