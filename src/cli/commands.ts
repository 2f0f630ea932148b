import type { CommandSpec } from './command.ts'

type Load = () => Promise<{ readonly command: CommandSpec }>

const warningSigns: Load = () => import('./commands/warning-signs.ts')

/** Every command by name, in the order of the help. Each is loaded when called, and may have several names. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  topics: () => import('./commands/topics.ts'),
  show: () => import('./commands/show.ts'),
  'warning-signs': warningSigns,
  'red-flags': warningSigns,
  emergency: warningSigns,
  questions: () => import('./commands/questions.ts'),
  risks: () => import('./commands/risks.ts'),
  compare: () => import('./commands/compare.ts'),
  faq: () => import('./commands/faq.ts'),
  tips: () => import('./commands/tips.ts'),
  search: () => import('./commands/search.ts'),
  sources: () => import('./commands/sources.ts'),
  walk: () => import('./commands/walk.ts'),
  plan: () => import('./commands/plan.ts'),
  summary: () => import('./commands/summary.ts'),
  explain: () => import('./commands/explain.ts'),
  replay: () => import('./commands/replay.ts'),
  export: () => import('./commands/export.ts'),
  diff: () => import('./commands/diff.ts'),
  check: () => import('./commands/check.ts'),
  new: () => import('./commands/new.ts'),
  config: () => import('./commands/config.ts'),
  completion: () => import('./commands/completion.ts'),
}
