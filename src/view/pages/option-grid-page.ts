import type { CardText, Claim, Guide, Topic, TreatmentOption } from '../../core/model.ts'
import { cited, guidePage, heading, optionsOf, paragraph } from '../document/blocks.ts'
import type { Block, Document, Text } from '../document/document.ts'
import { guidelinesInBrief } from '../text/guideline-text.ts'
import { CERTAINTY_NAME, type Reader } from '../text/labels.ts'
import { cardWords } from '../text/reader-words.ts'
import { shortTitle } from '../text/short-names.ts'

/** A table for each topic, with a row for each option. */
export function optionGridPage(guide: Guide, reader: Reader): Document {
  return guidePage(guide, { title: 'Options side by side', id: 'grid' }, [
    paragraph('The order of the rows says nothing about which is better.'),
    ...guide.topics.flatMap((topic) => topicGrid(guide, topic, reader)),
  ])
}

function topicGrid(guide: Guide, topic: Topic, reader: Reader): readonly Block[] {
  const options = optionsOf(guide, topic.options)
  if (options.length === 0) return []
  return [
    heading(2, topic.title),
    {
      kind: 'table',
      head: ['Option', 'May give', 'Takes', 'May harm', 'Guidelines', 'How sure'],
      rows: options.map((option) => optionRow(option, reader)),
    },
  ]
}

function optionRow(option: TreatmentOption, reader: Reader): readonly Text[] {
  const { card } = option
  const guidelines = guidelinesInBrief(option)
  return [
    [{ ref: `option:${option.id}`, text: shortTitle(option) }],
    gridText(card?.effect, option.benefits[0], reader),
    gridText(card?.takes, option.atAGlance.effort, reader),
    gridText(card?.harm, option.harms[0], reader),
    guidelines.length === 0 ? 'None that we read takes a position.' : guidelines,
    CERTAINTY_NAME[option.certainty],
  ]
}

/** The card's text, or in a guide without cards the nearest claim. */
function gridText(text: CardText | undefined, claim: Claim | undefined, reader: Reader): Text {
  const words = cardWords(text, reader) ?? claim?.text ?? 'Not known.'
  return [words, ...cited(text?.sources ?? claim?.sources ?? [])]
}
