import {
  CqlTranslator,
  createModelInfoProvider,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm'
import { Executor, Library, PatientSource } from 'cql-execution'
import type { Answers, Guide } from '../../src/core/model.ts'
import { anyOf, type Logic, statusLogic, surely } from '../../src/fhir/logic.ts'

/** The logic of the export in CQL, HL7's other language for rules. */
function cql(logic: Logic): string {
  switch (logic.is) {
    case 'literal':
      return logic.value === 'unknown' ? '(null as Boolean)' : String(logic.value)
    case 'one-of':
      return `"OneOf"('${logic.question}', ${list(logic.values)})`
    case 'holds':
      return `"Holds"('${logic.question}', ${list(logic.values)})`
    case 'open':
      return `"Open"('${logic.question}')`
    case 'not':
      return `(not (${cql(logic.of)}))`
    case 'all':
      return logic.of.length === 0 ? 'true' : `(${logic.of.map(cql).join(' and ')})`
    case 'any':
      return logic.of.length === 0 ? 'false' : `(${logic.of.map(cql).join(' or ')})`
    case 'surely':
      return `((${cql(logic.of)}) is true)`
    case 'unknown':
      return `((${cql(logic.of)}) is null)`
    case 'possibly':
      return `(not ((${cql(logic.of)}) is false))`
  }
}

const list = (values: readonly string[]) => `{ ${values.map((value) => `'${value}'`).join(', ')} }`

const HEAD = `library Guide version '1.0.0'
parameter Given List<Tuple{linkId String, code String}>
define function "Codes"(id String): Given A where A.linkId = id return A.code
define function "OneOf"(id String, among List<String>):
  "IsAmong"(First(("Codes"(id)) C where C != 'asked-unknown'), among)
define function "IsAmong"(code String, among List<String>): if code is null then null else code in among
define function "Holds"(id String, among List<String>): exists (("Codes"(id)) C where C in among)
define function "Open"(id String): not exists "Codes"(id) or 'asked-unknown' in "Codes"(id)
`

type Gates = Guide['warningSigns'] | Guide['outOfScope']

/** The statuses of every option, and whether there are options at all, as CQL. */
function libraryOf(guide: Guide): string {
  const conditionsOf = (gates: Gates) => gates.map(({ when }) => when)
  const gate = (name: string, pieces: Gates) =>
    `define "${name}": ${cql(surely(anyOf(conditionsOf(pieces), guide)))}`
  const statuses = guide.options.flatMap((option) =>
    statusLogic(option, guide).map(({ status, when }) => `define "${option.id}/${status}": ${cql(when)}`),
  )
  return [HEAD, gate('urgent', guide.warningSigns), gate('out-of-scope', guide.outOfScope), ...statuses].join(
    '\n',
  )
}

/** CQL's own types. The translator asks for them, and its package does not bring them. */
function systemModel(): string {
  const simple = ['Any', 'Boolean', 'Integer', 'Long', 'Decimal', 'String', 'Date', 'DateTime', 'Time']
  const classes = ['Quantity', 'Ratio', 'Code', 'Concept', 'Vocabulary', 'CodeSystem', 'ValueSet']
  const type = (kind: string) => (name: string) =>
    `<typeInfo xsi:type="${kind}" name="System.${name}"${name === 'Any' ? '' : ' baseType="System.Any"'}/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<modelInfo xmlns="urn:hl7-org:elm-modelinfo:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1" targetQualifier="system">
${[...simple.map(type('SimpleTypeInfo')), ...classes.map(type('ClassInfo'))].join('\n')}
</modelInfo>`
}

/** Judges people by the guide's rules in CQL: translated to ELM, and run by cql-execution. */
export function cqlJudge(guide: Guide): (answers: Answers) => Promise<Readonly<Record<string, boolean>>> {
  const models = new ModelManager()
  models.modelInfoLoader.registerModelInfoProvider(
    createModelInfoProvider(() => stringAsSource(systemModel())),
  )
  const translator = CqlTranslator.fromText(libraryOf(guide), new LibraryManager(models))
  const elm = JSON.parse(translator.toJson())
  const faults = (elm.library.annotation as readonly { readonly errorSeverity?: string }[]).filter(
    ({ errorSeverity }) => errorSeverity === 'error',
  )
  if (faults.length > 0) throw new Error(`the CQL is wrong: ${JSON.stringify(faults[0])}`)
  const library = new Library(elm)
  return async (answers) => {
    const Given = Object.entries(answers).flatMap(([linkId, answer]) =>
      [answer].flat().map((code) => ({ linkId, code: code === 'unsure' ? 'asked-unknown' : code })),
    )
    const executor = new Executor(library, undefined, { Given })
    return (await executor.exec(new PatientSource([]))).unfilteredResults
  }
}
