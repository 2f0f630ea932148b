import { search as find } from '../../guide/find/search.ts'
import { EXIT, type ExitCode } from '../../io/failure.ts'
import { searchView } from '../../view/pages/search-page.ts'
import type { Setting } from '../context.ts'
import { openGuide } from '../open-guide.ts'
import { write } from '../output.ts'

/** Everything in the guide that matches, best first. Nothing found is the answer "no". */
export async function search(setting: Setting, words: readonly string[]): Promise<ExitCode> {
  const guide = await openGuide(setting)
  const wanted = words.join(' ')
  const hits = find(guide, wanted)
  if (hits.length === 0) setting.io.err(`Nothing in this guide matches "${wanted}".\n`)
  if (hits.length > 0 || setting.json) {
    await write(
      setting,
      () => searchView(guide, wanted, hits),
      async () => (await import('../../view/json/guide-json.ts')).searchJson(guide, wanted, hits),
    )
  }
  return hits.length === 0 ? EXIT.no : EXIT.done
}
