/** A mistake of the person: an unknown name, a bad answer, an unreadable file. `hint` says what to do. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure'
  readonly hint: string | undefined
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** A mistake of the guide's author. Carries one finished line per problem. */
export class GuideFailure extends Error {
  override readonly name = 'GuideFailure'
  readonly lines: readonly string[]
  constructor(message: string, lines: readonly string[]) {
    super(message)
    this.lines = lines
  }
}

/** Ctrl-C, a closed terminal, or the end of input at a prompt. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
  constructor() {
    super('Stopped.')
  }
}

/** Exit statuses (contract section 3). A status is never a count. */
export const EXIT = { done: 0, no: 1, cannot: 2, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
