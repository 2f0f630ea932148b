import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core'
import stringWidth from 'fast-string-width'
import type { TerminalSignals } from '../node-signals.ts'
import type { Reply } from '../prompter.ts'
import { fold } from './page.ts'
import { painter } from './ready-theme.ts'
import type { Key, PromptStyle, Widget } from './widget.ts'

export type PromptTerminal = {
  readonly input: NodeJS.ReadableStream
  /** A terminal's stream. Its `columns` and `rows` are read for every drawing, because the window may be resized. */
  readonly output: NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number }
  /** The most columns to fill. */
  readonly width?: number
  readonly unicode: boolean
  readonly colorLevel: 0 | 1 | 2 | 3
  /** Left out in tests that send no signals. */
  readonly signals?: TerminalSignals
}

type Frame = { readonly terminal: PromptTerminal; readonly closed: AbortController }

/** Runs a widget as an inquirer prompt, redrawn after every key and resize. */
export function screenPrompt<S extends { readonly typed: string }, T>(widget: Widget<S, T>, frame: Frame) {
  return createPrompt<Reply<T>, Record<string, never>>((_config, done) => {
    const [{ state }, setState] = useState<{ readonly state: S }>({ state: widget.start })
    const [answered, setAnswered] = useState<AnsweredLine | undefined>(undefined)
    const [, setRedraws] = useState(0)
    const drawn = useRef<readonly string[]>([])

    useEffect((line) => {
      const release = listen(
        frame,
        line,
        () => drawn.current,
        () => setRedraws((count) => count + 1),
      )
      line.write(widget.start.typed)
      return release
    }, [])

    useKeypress((key: Key, line) => {
      const outcome = widget.press(state, key, line.line, promptStyleOf(frame.terminal))
      if (outcome.kind === 'done') {
        line.clearLine(0)
        setAnswered({
          text: `${widget.summary}: ${outcome.answerText}`,
          isAnswer: outcome.reply.kind === 'answer',
        })
        done(outcome.reply)
        return
      }
      if (line.line !== outcome.state.typed) {
        line.clearLine(0)
        line.write(outcome.state.typed)
      }
      setState({ state: outcome.state })
    })

    const style = promptStyleOf(frame.terminal)
    drawn.current = answered === undefined ? widget.draw(state, style) : foldAnswered(answered, style)
    return drawn.current.join('\n')
  })
}

type LineReader = Parameters<Parameters<typeof useEffect>[0]>[0]

/** Listens to the terminal while a screen is open. Returns a function that removes the listeners. */
function listen(
  { terminal, closed }: Frame,
  line: LineReader,
  drawnLines: () => readonly string[],
  redraw: () => void,
): () => void {
  const { output, signals } = terminal
  const onResize = () => {
    output.write(eraseReflowed(drawnLines(), sizeOf(terminal).columns))
    redraw()
  }
  // Ctrl-D closes the line reader without an end of the stream.
  const close = () => closed.abort()
  line.on('close', close)
  // readline forwards errors of the input, even late ones. Without a listener they would end the program.
  line.on('error', close)
  output.on('resize', onResize)
  if (signals !== undefined) line.on('SIGTSTP', signals.suspend)
  const release = signals?.onContinue(() => {
    signals.takeKeysAgain()
    // The library erases as many lines as it drew. Blank lines protect what the shell wrote.
    output.write('\n'.repeat(drawnLines().length))
    redraw()
  })
  return () => {
    line.removeListener('close', close)
    output.removeListener('resize', onResize)
    release?.()
  }
}

type AnsweredLine = { readonly text: string; readonly isAnswer: boolean }

/** The line that remains of an answered question. One column less, because the library adds a line at full width. */
function foldAnswered({ text, isAnswer }: AnsweredLine, style: PromptStyle): readonly string[] {
  return fold(text, { ...style, width: style.width - 1 }, style.unicode && isAnswer ? '✔ ' : '  ')
}

function sizeOf({ output, width }: PromptTerminal) {
  return {
    columns: Math.min(output.columns ?? 80, width ?? Number.POSITIVE_INFINITY),
    rows: output.rows ?? 24,
  }
}

function promptStyleOf(terminal: PromptTerminal): PromptStyle {
  const { columns, rows } = sizeOf(terminal)
  const paint = painter(terminal.colorLevel)
  return {
    width: columns,
    height: rows,
    unicode: terminal.unicode,
    strong: paint('bold'),
    faint: paint('dim'),
    pointed: paint('cyan'),
    alert: paint('yellow'),
  }
}

/**
 * Codes to write after a resize. A narrower terminal has wrapped the drawn lines into more lines than the library
 * will erase; this erases the surplus.
 */
function eraseReflowed(drawn: readonly string[], columns: number): string {
  const wrapped = drawn.map((line) => Math.max(1, Math.ceil(stringWidth(line) / Math.max(1, columns))))
  const surplus = wrapped.reduce((sum, lines) => sum + lines, 0) - drawn.length
  const eraseAndUp = '\u001B[2K\u001B[1A'
  return eraseAndUp.repeat(surplus)
}
