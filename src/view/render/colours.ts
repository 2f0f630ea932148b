import { Chalk } from 'chalk'
import type { Tone } from '../document/document.ts'
import type { Paint } from './terminal-style.ts'

/** The colours of a terminal that shows 16 (level 1), 256 (2) or all (3) of them. */
export function colouredPaint(level: 1 | 2 | 3): Paint {
  const chalk = new Chalk({ level })
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    info: chalk.blue,
    good: chalk.green,
    caution: chalk.yellow,
    danger: chalk.red,
  }
  return {
    title: chalk.bold,
    heading: chalk.bold.cyan,
    strong: chalk.bold,
    faint: chalk.dim,
    code: chalk.cyan,
    link: chalk.underline,
    tone: (tone, text) => tones[tone](text),
  }
}
