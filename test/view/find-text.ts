import type { TreatmentOption } from '../../src/core/model.ts'
import type { Document } from '../../src/view/document/document.ts'
import { toTerminal } from '../../src/view/render/to-terminal.ts'
import { fixtureGuide } from '../support/fixture-guide.ts'

/** A page as running text on lines that never wrap: for tests of what is said, not of how it looks. */
export function said(document: Document): string {
  return toTerminal(document, { width: 10_000, unicode: true, plain: true })
}

/** What stands under a heading, as lines without the empty ones. */
export function under(document: Document, heading: string): readonly string[] {
  const at = document.blocks.findIndex((block) => block.kind === 'heading' && block.text === heading)
  if (at < 0) return []
  const own = document.blocks[at]
  const level = own?.kind === 'heading' ? own.level : 0
  const rest = document.blocks.slice(at + 1)
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= level)
  const blocks = end < 0 ? rest : rest.slice(0, end)
  return said({ title: '', blocks })
    .split('\n')
    .filter((line) => line !== '')
}

export function headings(document: Document): readonly string[] {
  return document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
}

export function fixtureOption(id: string): TreatmentOption {
  const option = fixtureGuide.options.find((own) => own.id === id)
  if (option === undefined) throw new Error(`the fixture has no option ${id}`)
  return option
}
