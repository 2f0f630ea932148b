/** The content of a page as blocks. Renderers turn them into text for one target. */

/** Inline text. Every mark has a meaning that renderers can show without colour. */
export type Inline =
  | string
  /** `source`: the words are the name of this source. */
  | { readonly source?: string; readonly strong: string }
  /** Less important text: hints, ids, the notice. */
  | { readonly faint: string }
  /**
   * A verdict as a coloured sign or, without Unicode, a word in brackets. A `decorative` one is left out where it would
   * be a word, because the text beside it says the same.
   */
  | { readonly mark: Mark; readonly decorative?: true }
  /** A name to type or an id: shown as code. */
  | { readonly code: string }
  /** A link to another place of the same guide; it resolves to the heading whose `id` is the same string. */
  | { readonly ref: string; readonly text: string }
  /** A citation by source id. */
  | { readonly cite: readonly string[] }
  /** A source with its own link text: "NICE 2016". */
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
      readonly id?: PlaceName
      /** Text at the end of the heading's line. */
      readonly aside?: string
    }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Text[] }
  /** Label and value, one fact a row. A screen does not repeat the label of the row above. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  /** The first cell of a row is its name. In plain and narrow output each row becomes a list under that name. */
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly Text[])[]
      /** All columns but the first are numbers, aligned right. */
      readonly numbers?: boolean
    }
  /** A warning or notice. The label says the tone in words. */
  | {
      readonly kind: 'callout'
      readonly tone: Tone
      readonly label: string
      readonly body: readonly Text[]
      /** A list below the body. */
      readonly items?: readonly Text[]
    }
  /** 100 people, of whom `count` have the `event` and the rest `otherwise`. `sentence` says the same in words. */
  | {
      readonly kind: 'icon-array'
      readonly rows: readonly { readonly label: string; readonly count: number }[]
      readonly event: string
      readonly otherwise: string
      /** Whether the event is good for the person. */
      readonly isGood: boolean
      readonly sentence: string
    }
  /** Room to write by hand: a label and empty lines. */
  | { readonly kind: 'write-in'; readonly label: string; readonly lines: number }

/** The block of one kind. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export type Document = {
  readonly title: string
  readonly blocks: readonly Block[]
  /**
   * `screen`: compact, for one screen of a terminal. `sheet`: compact, for two printed pages. Other renderers ignore
   * it.
   */
  readonly layout?: 'page' | 'screen' | 'sheet'
}
