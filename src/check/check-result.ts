import type { Guide, Place } from '../core/model.ts'
import type { Proof } from '../core/prove/prove.ts'
import type { Diagnostic } from '../guide/parse/diagnostic.ts'
import type { LintFinding } from './lint/finding.ts'

/** A lint finding with its place in the YAML. */
export type PlacedFinding = LintFinding & { readonly place: Place }

/** The result of `check`. */
export type CheckResult = {
  readonly folder: string
  /** Diagnostics of the parser; with any error among them there is no guide. */
  readonly problems: readonly Diagnostic[]
  readonly guide: Guide | undefined
  readonly proof: Proof | undefined
  /** Properties about texts, and whether each holds. */
  readonly textProperties: readonly { readonly id: string; readonly says: string; readonly holds: boolean }[]
  readonly findings: readonly PlacedFinding[]
  /** True when nothing was found. */
  readonly holds: boolean
}
