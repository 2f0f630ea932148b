/** Blocks: what a page says, before anyone decides how it looks. Renderers turn them into text for one target. */

/** Inline text. A plain string is ordinary words; marks carry meaning that every renderer can show without colour. */
export type Inline =
  | string
  | { readonly strong: string }
  /** A name to type or an id: shown as code. */
  | { readonly code: string }
  /** A link to another page of the same guide: `option:nsaids`, `topic:medications`, `faq`, `sources#id`. */
  | { readonly ref: string; readonly text: string }
  /** A citation by source id. */
  | { readonly cite: readonly string[] }

export type Text = string | readonly Inline[]

export type Tone = 'info' | 'good' | 'caution' | 'danger'

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly id?: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Text[] }
  /** Label and value, one fact a row. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Text }[] }
  /** The first cell of a row names it. In plain and narrow output a table becomes lists, headed by that cell. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Text[])[] }
  /** Something to see first: a warning, a notice. The tone is also said in the label. */
  | { readonly kind: 'callout'; readonly tone: Tone; readonly label: string; readonly body: readonly Text[] }
  /** Of 100 people, `count` are marked. `sentence` says the same in words, both frames. */
  | {
      readonly kind: 'icon-array'
      readonly rows: readonly { readonly label: string; readonly count: number }[]
      readonly sentence: string
    }

export type Document = { readonly title: string; readonly blocks: readonly Block[] }
