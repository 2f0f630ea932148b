import { CsvError, parse } from 'csv-parse/sync'

/** The cells of a row, or a fault. */
export type CsvRow = { readonly cells: readonly string[] } | { readonly fault: string }

/**
 * Lines of CSV as rows, a row for each line: a quote that is not closed spoils only its own line. Cells are
 * separated by commas.
 */
export function csvRows(lines: readonly string[]): readonly CsvRow[] {
  const quoted = lines.filter((line) => line.includes('"')).map(withoutEnd)
  const parsed = parseTogether(quoted)
  let next = 0
  return lines.map((line) => {
    // A line without quotes needs no parser.
    if (!line.includes('"')) return { cells: withoutEnd(line).split(',') }
    const row = next++
    return parsed[row] ?? parseAlone(quoted[row] ?? '')
  })
}

function withoutEnd(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

const OPTIONS = { record_delimiter: '\n', relax_column_count: true, skip_empty_lines: false }

/** Parses all lines in one call, which is six times faster. Empty when a line has a fault or continues in the next. */
function parseTogether(lines: readonly string[]): readonly CsvRow[] {
  try {
    const rows = parse(lines.join('\n'), OPTIONS)
    return rows.length === lines.length ? rows.map((cells) => ({ cells })) : []
  } catch {
    return []
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed on its line (a value may not hold a line break)',
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quote and the next comma',
  INVALID_OPENING_QUOTE: 'a quote stands inside a value: quote the whole value, and write the quote twice',
}

function parseAlone(line: string): CsvRow {
  try {
    return { cells: parse(line, OPTIONS)[0] ?? [''] }
  } catch (error) {
    const code = error instanceof CsvError ? error.code : ''
    return { fault: FAULTS[code] ?? 'not readable as CSV' }
  }
}
