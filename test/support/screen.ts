import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import xterm from '@xterm/headless'

/** A terminal emulator without a window: what a person would see of the bytes that are written to it. */
export function createScreen(cols: number, rows: number) {
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 5000 })
  const links: string[] = []
  terminal.parser.registerOscHandler(8, (data) => {
    links.push(data.replace(/^[^;]*;/, ''))
    return false
  })
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) =>
      (terminal.buffer.active.getLine(from + index)?.translateToString(true) ?? '').trimEnd(),
    )
  const trimmed = (all: readonly string[]) => all.join('\n').trimEnd()
  return {
    write: (data: string, done?: () => void) => terminal.write(data, done),
    resize: (newCols: number, newRows: number) => terminal.resize(newCols, newRows),
    /** The lines in the window. */
    window: () =>
      trimmed(lines(terminal.buffer.active.viewportY, terminal.buffer.active.viewportY + terminal.rows)),
    /** Everything, what has scrolled away included. */
    all: () => trimmed(lines(0, terminal.buffer.active.length)),
    /** The addresses of hyperlinks in the order in which they began; '' where one ended. */
    links: () => links,
    cursor: () => ({ x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY }),
  }
}

type Output = NodeJS.WritableStream & { readonly columns: number; readonly rows: number }

/** Streams that a prompter can be given, joined to a screen. */
export function fakeTerminal(cols = 80, rows = 24) {
  const screen = createScreen(cols, rows)
  const input = new PassThrough()
  let written = ''
  const write = (chunk: string) => {
    written += chunk
    // A terminal driver sends a line feed as carriage return and line feed.
    screen.write(chunk.replace(/\r?\n/g, '\r\n'))
    return true
  }
  const stdio = { write, end: () => {}, writable: true, columns: cols, rows }
  const output = Object.assign(new EventEmitter(), stdio) as unknown as Output
  const settled = async () => {
    await new Promise((done) => setImmediate(done))
    await new Promise<void>((done) => screen.write('', done))
  }
  return {
    input,
    output,
    /** Every byte that was written. */
    bytes: () => written,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        input.write(key)
        await settled()
      }
    },
    resize: async (columns: number, newRows = rows) => {
      await settled()
      screen.resize(columns, newRows)
      Object.assign(output, { columns, rows: newRows })
      output.emit('resize')
    },
    window: async () => {
      await settled()
      return screen.window()
    },
    all: async () => {
      await settled()
      return screen.all()
    },
  }
}

export const KEY = {
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  pageUp: '\u001B[5~',
  pageDown: '\u001B[6~',
  home: '\u001B[H',
  end: '\u001B[F',
  enter: '\r',
  space: ' ',
  tab: '\t',
  ctrlC: '\u0003',
  escape: '\u001B',
  ctrlD: '\u0004',
} as const
