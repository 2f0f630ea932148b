import type { Guide } from '../../core/model.ts'
import type { Difference, Replay } from '../../core/record.ts'
import { guidePage, heading, list, paragraph, section } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'

/** The result of a replay: what differs in the plan and in the guide. */
export function replayPage(guide: Guide, replay: Replay): Document {
  const title = replay.same ? 'same' : 'different'
  const changed = replay.changed.map(({ piece, how }) => `${piece}: ${how}`)
  const words = replay.same
    ? 'The same answers give the same plan, to the letter.'
    : 'The plan of these answers, or the guide behind it, is not what it was.'
  return guidePage(guide, { title }, [
    paragraph(words),
    ...section(heading(2, 'What differs'), list(replay.differences.map(differenceWords))),
    ...section(heading(2, 'What changed in the guide'), list(changed)),
  ])
}

function differenceWords(difference: Difference): string {
  switch (difference.kind) {
    case 'guide':
    case 'program':
    case 'outcome':
      return `${difference.kind}: ${difference.from}, now ${difference.to}`
    case 'status':
      return `${difference.option}: ${difference.from}, now ${difference.to}`
    case 'rank':
      return `${difference.option}: place ${difference.from}, now ${difference.to}`
    case 'guide-text':
      return 'the guide: the same version, with another text'
    case 'no-longer-asked':
      return difference.answer === undefined
        ? `${difference.question}: the guide does not ask this any more`
        : `${difference.question}: the guide does not take "${difference.answer}" any more`
    case 'wording':
      return 'the words or the reasons; every status is the same'
  }
}
