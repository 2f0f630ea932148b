/** Blocks: what a page says, before anyone decides how it looks. Renderers turn them into text for one target. */

/** Inline text. A plain string is ordinary words; marks carry meaning that every renderer can show without colour. */
export type Inline =
  | string
  /** `source`: the words are the name of this source. */
  | { readonly source?: string; readonly strong: string }
  /** What weighs little: hints, ids, the notice. */
  | { readonly faint: string }
  /** A verdict, shown as a coloured sign or, without Unicode, as a word in brackets. The words after it say it too. */
  | { readonly mark: Mark }
  /** A name to type or an id: shown as code. */
  | { readonly code: string }
  /** A link to another place of the same guide; it resolves to the heading whose `id` is the same string. */
  | { readonly ref: string; readonly text: string }
  /** A citation by source id. */
  | { readonly cite: readonly string[] }
  /** A source under a name of its own: "NICE 2016". */
  | { readonly source: string; readonly text: string }
  /** An address outside the guide, shown whole. */
  | { readonly url: string }

export type Mark = 'ok' | 'care' | 'find-out' | 'no'

export type Text = string | readonly Inline[]

export type Tone = 'info' | 'good' | 'caution' | 'danger'

/**
 * Names of places that a `ref` can point at, and that headings carry as `id`: `option:nsaids`, `topic:medications`,
 * `faq`, `faq:how-long`, `tips`, `sources`, `sources#nice-ng59`.
 */
type PlaceName = string

export type Fact = { readonly label: string; readonly value: Text; readonly mark?: Mark }

export type Level = 1 | 2 | 3 | 4

export type Block =
  | {
      readonly kind: 'heading'
      readonly level: Level
      readonly text: string
      readonly id?: PlaceName /** What stands beside it, at the end of the line. */
      readonly aside?: string
    }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Text[] }
  /** Label and value, one fact a row. On a screen, a label that is that of the row above is not repeated. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  /** The first cell of a row names it. In plain and narrow output a table becomes lists, headed by that cell. */
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly Text[])[]
      /** All columns but the first are numbers: they stand under one another. */
      readonly numbers?: boolean
    }
  /** Something to see first: a warning, a notice. The tone is also said in the label. */
  | {
      readonly kind: 'callout'
      readonly tone: Tone
      readonly label: string
      readonly body: readonly Text[]
      /** A list below the body. */
      readonly items?: readonly Text[]
    }
  /**
   * Of 100 people, `count` are marked: they have the `event`, the rest have `otherwise`. `sentence` says the same in
   * words, both frames.
   */
  | {
      readonly kind: 'icon-array'
      readonly rows: readonly { readonly label: string; readonly count: number }[]
      readonly event: string
      readonly otherwise: string
      /** Whether the event is good for the person: without it a number can look like its opposite. */
      readonly isGood: boolean
      readonly sentence: string
    }
  /** Room to write by hand: a label and empty lines. */
  | { readonly kind: 'write-in'; readonly label: string; readonly lines: number }

export type Document = {
  readonly title: string
  readonly blocks: readonly Block[]
  /**
   * `screen`: packed so that it fits one screen of a terminal. `sheet`: packed so that it prints on two pages. Where it
   * does not apply, it is shown as any page.
   */
  readonly layout?: 'page' | 'screen' | 'sheet'
}
