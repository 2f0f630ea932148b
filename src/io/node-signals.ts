/** Adds a listener; returns a function that removes it. */
export type Listen = (listener: () => void) => () => void

/** Signals that matter to a program that prompts on a terminal. */
export type TerminalSignals = {
  /** Asked to end: Ctrl-C, `kill`, a closed terminal. */
  readonly onInterrupt: Listen
  /** Resumed after Ctrl-Z; the shell may have changed the screen and the mode of the terminal. */
  readonly onContinue: Listen
  /** Switches the terminal back to raw mode after the shell has changed it. */
  readonly takeKeysAgain: () => void
  /** Stops the program as Ctrl-Z does, with the terminal as the shell expects it. */
  readonly suspend: () => void
}

type RawTerminal = { readonly isTTY?: boolean; readonly setRawMode?: (raw: boolean) => unknown }

/** Milliseconds after which a suspended process has certainly stopped. */
const UNTIL_STOPPED = 50

export function terminalSignals(input: RawTerminal): TerminalSignals {
  const raw = (on: boolean) => void (input.isTTY === true && input.setRawMode?.(on))
  return {
    onInterrupt: (listener) => listen(['SIGINT', 'SIGTERM', 'SIGHUP'], listener),
    onContinue: (listener) => listen(['SIGCONT'], listener),
    takeKeysAgain: () => {
      // Node believes that the terminal is still raw, so raw mode must be turned off first.
      raw(false)
      raw(true)
    },
    suspend: () => {
      raw(false)
      // Signal the whole group, as the terminal does: npx would otherwise wait for a stopped child.
      process.kill(0, 'SIGTSTP')
      // Without job control nothing stops, so raw mode is set again here.
      setTimeout(() => raw(true), UNTIL_STOPPED)
    },
  }
}

function listen(signals: readonly NodeJS.Signals[], listener: () => void): () => void {
  for (const signal of signals) process.on(signal, listener)
  return () => {
    for (const signal of signals) process.off(signal, listener)
  }
}
