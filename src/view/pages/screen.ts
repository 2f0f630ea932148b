import { paragraph } from '../document/blocks.ts'
import type { Block, Document, Inline } from '../document/document.ts'
import { screenLines } from '../render/to-terminal.ts'

/** A page of one screen: 22 lines of 80 columns leave room for the prompt on a terminal of 24. */
const SCREEN = { width: 80, lines: 22 } as const

/** A page that is packed to fit one screen. */
export function screenPage(title: string, blocks: readonly Block[]): Document {
  return { title, blocks, layout: 'screen' }
}

/** The first page that fits one screen, or the last one. Pages are ordered from most detailed. */
export function fitScreen(pages: readonly (() => Document)[], lines: number = SCREEN.lines): Document {
  const fitting = pages.slice(0, -1).find((page) => screenLines(page(), SCREEN.width) <= lines)
  const page = fitting ?? pages.at(-1)
  if (page === undefined) throw new Error('no page to fit')
  return page()
}

/** The notice in one line, for pages of one screen. */
export const NOTICE_LINE = 'Information to talk over with a clinician, not a diagnosis or a prescription.'

/** Where to read on, and the notice. */
export function closing(...more: readonly Inline[]): readonly Block[] {
  return [paragraph(...more), paragraph({ faint: NOTICE_LINE })]
}
