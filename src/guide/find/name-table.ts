/** The prebuilt page of each name as text, one a line: finding a line takes less time than parsing the whole. */
export function namesToText(names: Readonly<Record<string, string>>): string {
  return `\n${Object.entries(names)
    .map(([name, page]) => `${name}\t${page}\n`)
    .join('')}`
}

/** The page of a name in the text of `namesToText`; undefined when it has none. */
export function pageNamed(table: string, name: string): string | undefined {
  const line = `\n${name}\t`
  const position = /[\t\n]/.test(name) ? -1 : table.indexOf(line)
  return position < 0 ? undefined : table.slice(position + line.length, table.indexOf('\n', position + 1))
}
