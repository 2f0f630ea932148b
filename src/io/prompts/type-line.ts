import type { LinePrompt } from '../prompter.ts'
import { foldHints } from './list.ts'
import { drawPage, fold, inputLine } from './page.ts'
import { answered, moveTo, stay, type Widget } from './widget.ts'

type LineState = { readonly typed: string; readonly message?: string }

/** A line of text, such as a file's name. Arrow left goes back while nothing is typed. */
export function typeLineWidget(prompt: LinePrompt): Widget<LineState, string> {
  return {
    start: { typed: prompt.initial ?? '' },
    summary: prompt.summary ?? prompt.text,
    press: (state, key, typed) => {
      if (key.name === 'left' && state.typed === '' && prompt.moves?.back) return moveTo('back')
      if (key.name === 'escape' && prompt.moves?.back) return moveTo('back')
      if (key.name !== 'return') return stay({ typed })
      const text = state.typed.trim()
      if (text === '') return stay({ typed: '', message: 'Type something first.' })
      return answered(text, text)
    },
    draw: (state, style) => {
      const below = state.message === undefined ? [] : fold(state.message, style).map(style.alert)
      const keys = ['Enter accept', ...(prompt.moves?.back ? ['Esc back'] : []), 'Ctrl+C stop']
      const hints = foldHints(keys, style)
      return [...drawPage(prompt, { entries: [], focus: 0 }, { below, hints }, style), inputLine(state.typed)]
    },
  }
}
