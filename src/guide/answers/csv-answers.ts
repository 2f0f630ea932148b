import type { Guide } from '../../core/model.ts'
import { UsageFailure } from '../../io/failure.ts'
import { nearest, orMeant } from '../../text/nearest.ts'
import { showValue } from '../../text/show-value.ts'
import { counted } from '../../text/words.ts'
import { csvRows } from './csv-rows.ts'
import { questionsNamed } from './match-names.ts'

/** The columns of a table of answers: each is a question, or `id`. */
type CsvColumn = { readonly kind: 'id' } | { readonly kind: 'question'; readonly question: string }

type CsvPerson = { readonly id?: string; readonly data: unknown } | { readonly fault: string }

/** Whether a first line names a question of the guide or `id` in some column: the heading of a table. */
export function isCsvHeading(line: string, guide: Guide): boolean {
  const [row] = csvRows([line])
  return row !== undefined && 'cells' in row && row.cells.some((cell) => columnOf(cell, guide) !== undefined)
}

/**
 * Reads rows under a heading: columns are questions, several values of a cell are separated by `;`, and an empty cell
 * is a question that is not answered. Throws UsageFailure when a column is no question.
 */
export function csvReader(heading: string, guide: Guide): (lines: readonly string[]) => readonly CsvPerson[] {
  const columns = columnsOf(heading, guide)
  return (lines) =>
    csvRows(lines).map((row) => {
      if ('fault' in row) return row
      const { cells } = row
      if (cells.length === columns.length) return personOf(cells, columns)
      if (cells.every((cell) => cell.trim() === '')) return { fault: 'the line is empty' }
      return { fault: `${counted(cells.length, 'column')} where the heading has ${columns.length}` }
    })
}

function columnsOf(heading: string, guide: Guide): readonly CsvColumn[] {
  const [row] = csvRows([heading])
  if (row === undefined || 'fault' in row) throw headingFailure(row?.fault ?? 'it is empty')
  const columns = row.cells.map((cell, index) => {
    const column = columnOf(cell, guide)
    if (column === undefined) throw headingFailure(unknownColumn(cell, index, row.cells.length, guide))
    return column
  })
  const names = columns.map((column) => (column.kind === 'id' ? 'id' : column.question))
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) throw headingFailure(`two columns are ${twice}`)
  return columns
}

function columnOf(cell: string, guide: Guide): CsvColumn | undefined {
  const name = cell.trim()
  const [question, ...others] = questionsNamed(name, guide)
  if (question !== undefined && others.length === 0) return { kind: 'question', question: question.id }
  return name.toLowerCase() === 'id' ? { kind: 'id' } : undefined
}

function unknownColumn(cell: string, index: number, count: number, guide: Guide): string {
  if (count === 1 && /[;\t]/.test(cell)) return 'its columns are not separated by commas'
  if (cell.trim() === '') return `column ${index + 1} has no name`
  const [near] = nearest(
    cell.trim(),
    guide.questions.map(({ id }) => id),
    1,
  )
  return `column ${index + 1}, ${showValue(cell.trim())}, is no question of this guide${orMeant(near, '')}`
}

function headingFailure(why: string): UsageFailure {
  return new UsageFailure(
    `the first line of the CSV cannot be used: ${why}`,
    'It names a question in each column, separated by commas, and may have a column "id". See: nextline questions.',
  )
}

function personOf(cells: readonly string[], columns: readonly CsvColumn[]): CsvPerson {
  const data: Record<string, unknown> = {}
  let id: string | undefined
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] as CsvColumn
    const cell = (cells[index] as string).trim()
    if (cell === '') continue
    if (column.kind === 'id') id = cell
    else data[column.question] = cell.includes(';') ? valuesOf(cell) : cell
  }
  return id === undefined ? { data } : { id, data }
}

function valuesOf(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}
