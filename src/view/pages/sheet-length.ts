import type { Block, Document, Text } from '../document/document.ts'
import { textLength } from '../document/text-length.ts'

/** Characters in a printed line of a sheet (render/html/style.ts), for running text and beside the label of a fact. */
const PROSE = 116
const BESIDE_LABEL = 96
const HALF_COLUMN = 54
const SOURCE_COLUMN = 46

/** A slightly high estimate of the printed lines of a sheet. */
export function sheetLines({ blocks }: Document): number {
  return blocks.reduce((sum, block) => sum + printedLines(block), 0)
}

function printedLines(block: Block): number {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? 1.6 : 2.5
    case 'paragraph':
      return linesOf(block.text, PROSE) + 0.4
    case 'list':
      // The list of sources is in three columns of small print.
      return block.ordered
        ? (total(block.items, SOURCE_COLUMN) / 3) * 0.8 + 1
        : total(block.items, PROSE) + 0.4
    case 'facts':
      return (
        total(
          block.rows.map(({ value }) => value),
          BESIDE_LABEL,
        ) + 0.4
      )
    case 'callout':
      return 2.2 + total(block.body, PROSE) + (total(block.items ?? [], HALF_COLUMN) + 1) / 2
    case 'write-in':
      return block.lines * 1.8 + 0.4
    case 'table':
    case 'icon-array':
      throw new Error('a sheet has no table and no drawing')
  }
}

function total(texts: readonly Text[], lineLength: number): number {
  return texts.reduce((sum: number, text) => sum + linesOf(text, lineLength), 0)
}

function linesOf(text: Text, lineLength: number): number {
  return Math.ceil(textLength(text) / lineLength)
}
