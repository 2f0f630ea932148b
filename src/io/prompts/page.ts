import { textWidth, wrapText } from '../../text/wrap.ts'
import type { Asked } from '../prompter.ts'
import type { Look } from './widget.ts'

/** Long lines are hard to read. */
const WIDEST = 100

/** A text as lines that fit, the first after `first`, the others indented as far. */
export function fold(text: string, look: Look, first = ''): readonly string[] {
  return wrapText(text, Math.min(look.width, WIDEST), first, ' '.repeat(textWidth(first)))
}

/** The part of a screen that can scroll: entries of one or more lines, one of them in focus. */
export type Scrolled = { readonly entries: readonly (readonly string[])[]; readonly focus: number }

/**
 * A screen: the question, its entries, keys and messages. Nothing stands below the window: when the room is short the
 * hints go first, then why and notes, and the entries scroll around the one in focus.
 */
export function drawPage(ask: Asked, body: Scrolled, around: Around, look: Look): readonly string[] {
  const { head, foot, room } = layout(ask, body, around, look)
  const { entries } = body
  const { first, last } = visibleEntries(body, room)
  const more = (count: number, where: string) =>
    count <= 0 ? [] : [look.faint(`  (${count} more ${where})`)]
  return [
    ...head,
    ...more(first, 'above'),
    ...entries.slice(first, last + 1).flat(),
    ...more(entries.length - 1 - last, 'below'),
    ...foot,
  ]
}

/** Indexes of the entries that a person sees on such a screen, the first and the last. */
export function entriesInSight(ask: Asked, body: Scrolled, around: Around, look: Look): Range {
  return visibleEntries(body, layout(ask, body, around, look).room)
}

/** What stands below the entries: messages, then keys. */
type Around = { readonly below: readonly string[]; readonly hints: readonly string[] }
export type Range = { readonly first: number; readonly last: number }

function layout(ask: Asked, body: Scrolled, { below, hints }: Around, look: Look) {
  const room = look.height - 2
  const heads = [headOf(ask, look), headOf({ ...ask, why: '', notes: [] }, look)] as const
  const shapes = [
    { head: ['', ...heads[0]], foot: [...below, '', ...hints] },
    { head: heads[0], foot: [...below, '', ...hints] },
    { head: heads[0], foot: below },
    { head: heads[1], foot: below },
  ]
  const all = body.entries.flat().length
  const focused = body.entries[body.focus]?.length ?? 1
  const left = (shape: { head: readonly string[]; foot: readonly string[] }) =>
    room - shape.head.length - shape.foot.length
  // Scrolling needs its own two lines, and some room to see where one is.
  const shape = shapes.find((each) => left(each) >= Math.min(all, focused + 5)) ?? {
    head: heads[1].slice(0, Math.max(0, room - focused - 2 - below.length)),
    foot: below,
  }
  return { ...shape, room: left(shape) }
}

function headOf(ask: Asked, look: Look): readonly string[] {
  return [
    ...(ask.progress === undefined ? [] : fold(ask.progress, look)),
    ...fold(ask.text, look).map(look.strong),
    ...(ask.why ? fold(`Why we ask: ${ask.why}`, look) : []),
    ...(ask.notes ?? []).flatMap((note) => fold(note, look)),
    '',
  ]
}

/** Whole entries around the focus, as many as fit beside the marks that say how many are above and below. */
function visibleEntries({ entries, focus }: Scrolled, room: number): Range {
  const fits = (first: number, last: number) => {
    const marks = (first > 0 ? 1 : 0) + (last < entries.length - 1 ? 1 : 0)
    return first >= 0 && last < entries.length && entries.slice(first, last + 1).flat().length + marks <= room
  }
  if (entries.length === 0) return { first: 0, last: -1 }
  let first = focus
  let last = focus
  for (let grown = true; grown; ) {
    const before = last - first
    if (fits(first, last + 1)) last += 1
    if (fits(first - 1, last)) first -= 1
    grown = last - first > before
  }
  return { first, last }
}

/** The help of a question in place of its answers, scrolled by `from` lines. */
export function drawHelp(ask: Asked, keys: readonly string[], from: number, look: Look): readonly string[] {
  const lines = [...(ask.help ?? []), ...keys].flatMap((text) => [...fold(text, look, '  '), ''])
  const head = headOf({ ...ask, notes: [] }, look)
  const room = Math.max(3, look.height - 3 - head.length)
  const shown = lines.slice(Math.min(from, Math.max(0, lines.length - room))).slice(0, room)
  return [...head.slice(0, look.height - 3 - shown.length), ...shown, 'Any key goes back to the question.']
}

/** The line that a person types on; last on every screen, so that the cursor stands there. */
export function inputLine(typed: string): string {
  return `> ${typed}`
}
