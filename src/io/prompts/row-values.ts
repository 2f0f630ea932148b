import { type PromptRow, ROW_VALUES, type RowsPrompt, type RowValue } from '../prompter.ts'

/** The value of each row that is answered, by the row's id. */
export type RowValues = Readonly<Record<string, RowValue>>

export const ROW_VALUE_LABELS: Readonly<Record<RowValue, string>> = {
  yes: 'yes',
  no: 'no',
  unsure: 'not sure',
}

/** The values that the rows have already. */
export function currentValues({ rows }: RowsPrompt): RowValues {
  return Object.fromEntries(rows.flatMap(({ id, current }) => (current === undefined ? [] : [[id, current]])))
}

/** "1 yes, 9 no, 1 left open" */
export function summarizeRows(rows: readonly PromptRow[], values: RowValues): string {
  const count = (value: RowValue | undefined) => rows.filter((row) => values[row.id] === value).length
  return [
    ...ROW_VALUES.map((value) => [count(value), ROW_VALUE_LABELS[value]] as const),
    [count(undefined), 'left open'] as const,
  ]
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ')
}
