import { styleText } from 'node:util'

type Terminal = { readonly unicode: boolean; readonly colorLevel: 0 | 1 | 2 | 3 }

/** How inquirer's ready prompts look: as our own screens do, with colours only where colours are wanted. */
export function readyTheme({ unicode, colorLevel }: Terminal): object {
  const paint = (...formats: Parameters<typeof styleText>[0][]) => {
    if (colorLevel === 0) return (text: string) => text
    return (text: string) => styleText(formats.flat(), text, { validateStream: false })
  }
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
