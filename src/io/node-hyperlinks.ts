import { createSupportsHyperlinks } from 'supports-hyperlinks'

/** Whether the terminal at stdout shows hyperlinks. FORCE_HYPERLINK=1 or 0 says so for a terminal that is not known. */
export function showsHyperlinks(): boolean {
  return createSupportsHyperlinks(process.stdout)
}
