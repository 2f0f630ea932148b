/** The three kinds of failure, and what each means to the shell. Anything else that is thrown is a bug of ours. */

/** Each file of dist/ has its own copy of these classes, so `instanceof` compares names. */
const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name

/** The person's: an unknown name, a bad answer, an unreadable file. `hint` says what to do. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure'
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isNamed(error, 'UsageFailure')
  }
  readonly hint: string | undefined
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** The author's: the guide is not valid. Carries one finished line per problem. */
export class GuideFailure extends Error {
  override readonly name = 'GuideFailure'
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isNamed(error, 'GuideFailure')
  }
  readonly lines: readonly string[]
  constructor(message: string, lines: readonly string[]) {
    super(message)
    this.lines = lines
  }
}

/** Ctrl-C, a closed terminal, or the end of input at a prompt. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isNamed(error, 'Cancelled')
  }
  constructor() {
    super('Stopped.')
  }
}

/** Exit statuses (contract section 3). A status is never a count. */
export const EXIT = { done: 0, no: 1, cannot: 2, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
