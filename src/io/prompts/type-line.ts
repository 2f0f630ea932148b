import type { AskLine } from '../prompter.ts'
import { foldHints } from './list.ts'
import { drawPage, fold, inputLine } from './page.ts'
import { answered, moveTo, stay, type Widget } from './widget.ts'

type LineState = { readonly typed: string; readonly message?: string }

/** A line of text, such as a file's name. Arrow left goes back while nothing is typed. */
export function typeLineWidget(ask: AskLine): Widget<LineState, string> {
  return {
    start: { typed: ask.initial ?? '' },
    short: ask.short ?? ask.text,
    press: (state, key, typed) => {
      if (key.name === 'left' && state.typed === '' && ask.moves?.back) return moveTo('back')
      if (key.name === 'escape' && ask.moves?.back) return moveTo('back')
      if (key.name !== 'return') return stay({ typed })
      const text = state.typed.trim()
      if (text === '') return stay({ typed: '', message: 'Type something first.' })
      return answered(text, text)
    },
    draw: (state, look) => {
      const below = state.message === undefined ? [] : fold(state.message, look).map(look.alert)
      const keys = ['Enter accept', ...(ask.moves?.back ? ['Esc back'] : []), 'Ctrl+C stop']
      const hints = foldHints(keys, look)
      return [...drawPage(ask, { entries: [], focus: 0 }, { below, hints }, look), inputLine(state.typed)]
    },
  }
}
