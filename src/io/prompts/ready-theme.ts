import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** A function that gives text a format; the text stays as it is at colour level 0. */
export function painter(colorLevel: 0 | 1 | 2 | 3): (format: Format) => (text: string) => string {
  if (colorLevel === 0) return () => (text) => text
  return (format) => (text) => styleText(format, text, { validateStream: false })
}

type ThemeTerminal = { readonly unicode: boolean; readonly colorLevel: 0 | 1 | 2 | 3 }

/** A theme that makes inquirer's ready prompts look like our screens. */
export function readyTheme({ unicode, colorLevel }: ThemeTerminal): object {
  const paint = painter(colorLevel)
  return {
    prefix: { idle: '>', done: unicode ? '✔' : ' ' },
    style: {
      message: paint('bold'),
      answer: paint('cyan'),
      defaultAnswer: paint('dim'),
      error: paint('yellow'),
      help: paint('dim'),
      highlight: paint('cyan'),
      key: paint('cyan'),
    },
  }
}
