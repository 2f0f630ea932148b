/** Calls a listener until the function that it gives back is called. */
export type Listen = (listener: () => void) => () => void

/** What the system tells a program that asks on a terminal. */
export type TerminalSignals = {
  /** Told to end: Ctrl-C, `kill`, a closed terminal. */
  readonly onInterrupt: Listen
  /** Running again after a stop: the screen and the mode of the terminal are whatever the shell made of them. */
  readonly onContinue: Listen
  /** Has the terminal hand over each key, after the shell has changed its mode. */
  readonly takeKeysAgain: () => void
  /** Stops the program as Ctrl-Z does, with the terminal as the shell expects it. */
  readonly suspend: () => void
}

type Terminal = { readonly isTTY?: boolean; readonly setRawMode?: (raw: boolean) => unknown }

/** Milliseconds in which a stopped process is surely stopped. */
const UNTIL_STOPPED = 50

export function terminalSignals(input: Terminal): TerminalSignals {
  const raw = (on: boolean) => void (input.isTTY === true && input.setRawMode?.(on))
  return {
    onInterrupt: (listener) => listen(['SIGINT', 'SIGTERM', 'SIGHUP'], listener),
    onContinue: (listener) => listen(['SIGCONT'], listener),
    takeKeysAgain: () => {
      // Node thinks that the terminal is still raw, so it has to be told twice.
      raw(false)
      raw(true)
    },
    suspend: () => {
      raw(false)
      // The whole group, as the terminal itself does it: npx would otherwise wait for a stopped child.
      process.kill(0, 'SIGTSTP')
      // Without a shell that controls jobs nothing stops.
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
