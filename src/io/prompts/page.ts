import { textWidth, wrapText } from '../../text/wrap.ts'
import type { PromptText } from '../prompter.ts'
import type { PromptStyle } from './widget.ts'

/** Longer lines are hard to read. */
const WIDEST = 100

/** Wraps a text. `first` starts the first line; the other lines are indented by its width. */
export function fold(text: string, style: PromptStyle, first = ''): readonly string[] {
  return wrapText(text, Math.min(style.width, WIDEST), first, ' '.repeat(textWidth(first)))
}

/** The part of a screen that can scroll: entries of one or more lines, one of them in focus. */
export type ScrollArea = { readonly entries: readonly (readonly string[])[]; readonly focus: number }

/**
 * A screen: question, entries, messages and key hints. When the window is too low, the hints are dropped first, then
 * why and notes, and the entries scroll around the one in focus.
 */
export function drawPage(
  prompt: PromptText,
  body: ScrollArea,
  footer: Footer,
  style: PromptStyle,
): readonly string[] {
  const { head, foot, bodyHeight } = layout(prompt, body, footer, style)
  const { entries } = body
  const { first, last } = visibleEntries(body, bodyHeight)
  const more = (count: number, where: string) =>
    count <= 0 ? [] : [style.faint(`  (${count} more ${where})`)]
  return [
    ...head,
    ...more(first, 'above'),
    ...entries.slice(first, last + 1).flat(),
    ...more(entries.length - 1 - last, 'below'),
    ...foot,
  ]
}

/** First and last index of the entries that `drawPage` shows. */
export function visibleRange(
  prompt: PromptText,
  body: ScrollArea,
  footer: Footer,
  style: PromptStyle,
): EntryRange {
  return visibleEntries(body, layout(prompt, body, footer, style).bodyHeight)
}

/** The lines under the entries: messages, then key hints. */
type Footer = { readonly below: readonly string[]; readonly hints: readonly string[] }
export type EntryRange = { readonly first: number; readonly last: number }

function layout(prompt: PromptText, body: ScrollArea, { below, hints }: Footer, style: PromptStyle) {
  const height = style.height - 2
  const heads = [headOf(prompt, style), headOf({ ...prompt, why: '', notes: [] }, style)] as const
  const shapes = [
    { head: ['', ...heads[0]], foot: [...below, '', ...hints] },
    { head: heads[0], foot: [...below, '', ...hints] },
    { head: heads[0], foot: below },
    { head: heads[1], foot: below },
  ]
  const allLines = body.entries.flat().length
  const focusLines = body.entries[body.focus]?.length ?? 1
  const heightLeft = (shape: { head: readonly string[]; foot: readonly string[] }) =>
    height - shape.head.length - shape.foot.length
  // Scrolling takes two lines for the "more" marks, and needs some entries for context.
  const shape = shapes.find((each) => heightLeft(each) >= Math.min(allLines, focusLines + 5)) ?? {
    head: heads[1].slice(0, Math.max(0, height - focusLines - 2 - below.length)),
    foot: below,
  }
  return { ...shape, bodyHeight: heightLeft(shape) }
}

function headOf(prompt: PromptText, style: PromptStyle): readonly string[] {
  return [
    ...(prompt.progress === undefined ? [] : fold(prompt.progress, style)),
    ...fold(prompt.text, style).map(style.strong),
    ...(prompt.why ? fold(`Why we ask: ${prompt.why}`, style) : []),
    ...(prompt.notes ?? []).flatMap((note) => fold(note, style)),
    '',
  ]
}

/** As many whole entries around the focus as fit with the "more above" and "more below" marks. */
function visibleEntries({ entries, focus }: ScrollArea, height: number): EntryRange {
  const fits = (first: number, last: number) => {
    const marks = (first > 0 ? 1 : 0) + (last < entries.length - 1 ? 1 : 0)
    return (
      first >= 0 && last < entries.length && entries.slice(first, last + 1).flat().length + marks <= height
    )
  }
  if (entries.length === 0) return { first: 0, last: -1 }
  let first = focus
  let last = focus
  while (fits(first, last + 1) || fits(first - 1, last)) {
    if (fits(first, last + 1)) last += 1
    if (fits(first - 1, last)) first -= 1
  }
  return { first, last }
}

/** The help of a question in place of its answers, scrolled by `from` lines. */
export function drawHelp(
  prompt: PromptText,
  keys: readonly string[],
  from: number,
  style: PromptStyle,
): readonly string[] {
  const lines = [...(prompt.help ?? []), ...keys].flatMap((text) => [...fold(text, style, '  '), ''])
  const head = headOf({ ...prompt, notes: [] }, style)
  const room = Math.max(3, style.height - 3 - head.length)
  const shown = lines.slice(Math.min(from, Math.max(0, lines.length - room))).slice(0, room)
  return [
    ...head.slice(0, style.height - 3 - shown.length),
    ...shown,
    'Any key goes back to the question.',
    inputLine(''),
  ]
}

/** The input line, last on every screen, where the cursor is. */
export function inputLine(typed: string): string {
  return `> ${typed}`
}
