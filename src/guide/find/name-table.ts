/**
 * The names that lead to prebuilt pages, as text with a line each: finding one line of it takes less time than parsing
 * the whole.
 */
export function namesToText(names: Readonly<Record<string, string>>): string {
  return `\n${Object.entries(names)
    .map(([name, page]) => `${name}\t${page}\n`)
    .join('')}`
}

/** The page of a name in such a text. */
export function pageNamed(table: string, name: string): string | undefined {
  const line = `\n${name}\t`
  const position = /[\t\n]/.test(name) ? -1 : table.indexOf(line)
  return position < 0 ? undefined : table.slice(position + line.length, table.indexOf('\n', position + 1))
}
