import type { Answers, Guide, OptionId, Plan } from '../core/model.ts'
import type { Io } from '../io/io.ts'
import type { Prompter } from '../io/prompter.ts'
import type { Document } from '../view/document/document.ts'
import type { Reader } from '../view/text/labels.ts'

/** Everything that a walk needs from its caller. */
export type WalkRequest = {
  readonly guide: Guide
  readonly io: Pick<Io, 'out' | 'err' | 'errPage' | 'canPrompt' | 'unicode' | 'fileExists' | 'cwd'>
  readonly prompter: Prompter
  readonly reader: Reader
  /** A page as text for this terminal. */
  readonly render: (document: Document) => string
  /** Writes a page that may be longer than the screen. */
  readonly showLong: (document: Document) => void
  /** The page that explains an option's status. */
  readonly why: (plan: Plan, option: OptionId) => Document | Promise<Document>
  /** Earlier answers to resume from. */
  readonly start?: Answers
  /** Called after every screen with the plan for the answers so far. */
  readonly saveProgress?: (plan: Plan) => void | Promise<void>
  /** Writes the plan to a file that the person names. A UsageFailure is shown, and the name asked again. */
  readonly save: Readonly<Record<'markdown' | 'record', (path: string, plan: Plan) => void | Promise<void>>>
}

/** How a walk ended: with a plan, or stopped on the way at the answers so far. */
export type WalkEnd = { readonly kind: 'plan' | 'stopped'; readonly plan: Plan }
