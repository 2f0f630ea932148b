import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where this machine has Chromium, or what CHROMIUM names; undefined when it has none. */
export const chromiumPath: string | undefined = [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) =>
  existsSync(path),
)

export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('this machine has no Chromium')
  // Root, as in a container, may not use the sandbox. Only pages of this project are opened.
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
}
