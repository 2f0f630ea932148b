/** The two glyphs of an icon array. They differ in shape, so that no colour is needed. */
export type IconGlyphs = { readonly marked: string; readonly other: string }

export const UNICODE_ICONS: IconGlyphs = { marked: '●', other: '○' }
export const ASCII_ICONS: IconGlyphs = { marked: '#', other: '.' }

const PEOPLE = 100

/** One hundred glyphs in lines of `columns`, marked ones first. The count is rounded (`isRounded`). */
export function iconGrid(count: number, columns: 10 | 20, glyphs: IconGlyphs): readonly string[] {
  const marked = Math.min(PEOPLE, Math.max(0, Math.round(count)))
  const people = Array.from({ length: PEOPLE }, (_, person) =>
    person < marked ? glyphs.marked : glyphs.other,
  )
  return Array.from({ length: PEOPLE / columns }, (_, line) =>
    people.slice(line * columns, (line + 1) * columns).join(' '),
  )
}

/** True when a drawing rounds one of these counts. */
export function isRounded(counts: readonly number[]): boolean {
  return counts.some((count) => !Number.isInteger(count))
}

/** Said under a drawing that is not exact. */
export const ROUNDED_NOTE = 'Drawn to the nearest whole person.'
