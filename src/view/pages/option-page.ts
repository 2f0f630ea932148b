import { sourcesOfOption } from '../../core/citations.ts'
import type { Guide, Rule, TreatmentOption } from '../../core/model.ts'
import {
  cited,
  claimList,
  claimText,
  facts,
  heading,
  list,
  notice,
  paragraph,
  section,
} from '../document/blocks.ts'
import type { Block, Document, Level } from '../document/document.ts'
import { citationLine } from '../text/citation.ts'
import { conditionWords } from '../text/condition-text.ts'
import {
  asSentence,
  BASIS_WORDS,
  CERTAINTY_MEANS,
  INVASIVENESS_WORDS,
  type Reader,
  STATUS_EFFECT,
} from '../text/labels.ts'
import { outcomeBlocks } from '../text/outcome-text.ts'
import { guidelineBlocks, testBlocks } from './option-evidence.ts'
import { riskTable } from './risks-page.ts'

/** An option in full. A patient is not shown the clinical notes. */
export function optionPage(guide: Guide, option: TreatmentOption, reader: Reader): Document {
  return { title: option.title, blocks: [...optionBlocks(guide, option, reader), notice(guide)] }
}

export const SECTIONS = [
  'benefits',
  'numbers',
  'risks',
  'rules',
  'guidelines',
  'questions',
  'notes',
  'sources',
] as const
/** A section of an option's page that can be named. */
export type Section = (typeof SECTIONS)[number]

/** One section of each option, also when it is empty. */
export function sectionPage(guide: Guide, options: readonly TreatmentOption[], section: Section): Document {
  const [only] = options
  const title = options.length === 1 && only !== undefined ? only.title : 'Options'
  const blocks = options.flatMap((option) => {
    const blocks = sectionBlocks(guide, option, 3)[section]
    const none = paragraph('Nothing is written here for this option.')
    return [heading(options.length === 1 ? 1 : 2, option.title), ...(blocks.length === 0 ? [none] : blocks)]
  })
  return { title: `${title}: ${section}`, blocks: [...blocks, notice(guide)] }
}

/**
 * An option in full without the notice, with its title at `level`. Benefits, numbers and risks come first; rules, notes
 * and sources last.
 */
export function optionBlocks(
  guide: Guide,
  option: TreatmentOption,
  reader: Reader,
  level: 1 | 2 = 1,
): readonly Block[] {
  const below = (level + 1) as Level
  const part = (title: string, blocks: readonly Block[]) => section(heading(below, title), blocks)
  const sections = sectionBlocks(guide, option, below)
  return [
    heading(level, option.title, { id: `option:${option.id}` }),
    paragraph(...claimText(option.summary)),
    ...namesBlock(option),
    ...part('At a glance', glanceFacts(option)),
    ...part('What it involves', claimList(option.involves)),
    ...sections.benefits,
    ...sections.numbers,
    ...sections.risks,
    ...part('Who it may suit', claimList(option.maySuit)),
    ...part('Who it may not suit', claimList(option.mayNotSuit)),
    ...part('What living with it is like', [paragraph(...claimText(option.livingWith))]),
    ...part('If you do nothing', [paragraph(...claimText(option.ifNothing))]),
    ...sections.guidelines,
    ...part('What this test can show', testBlocks(option)),
    ...sections.questions,
    ...sections.rules,
    ...(reader === 'clinician' ? sections.notes : []),
    ...sections.sources,
  ]
}

/** The named sections of an option's page with their headings; empty ones have no blocks. */
function sectionBlocks(
  guide: Guide,
  option: TreatmentOption,
  level: Level,
): Readonly<Record<Section, readonly Block[]>> {
  const part = (title: string, blocks: readonly Block[]) => section(heading(level, title), blocks)
  return {
    benefits: part('What may help', claimList(option.benefits)),
    numbers: part('The numbers', numbers(option, Math.min(level + 1, 4) as Level)),
    risks: [
      ...part('What may harm', claimList(option.harms)),
      ...part('Risks and side effects', riskTable(option.risks)),
    ],
    rules: [
      ...part('What speaks for it', indicationBlocks(guide, option)),
      ...part('When your answers change the advice', ruleBlocks(guide, option)),
    ],
    guidelines: part('What guidelines say', guidelineBlocks(option)),
    questions: part('Questions to ask', list(option.questionsToAsk)),
    notes: part('Clinical notes', claimList(option.clinicalNotes)),
    sources: part('Sources', list(sourcesOfOption(option).map((id) => citationLine(guide, id)))),
  }
}

function namesBlock(option: TreatmentOption): readonly Block[] {
  return option.aliases.length === 0 ? [] : [paragraph(`Also known as: ${option.aliases.join(', ')}.`)]
}

function glanceFacts(option: TreatmentOption): readonly Block[] {
  const { setting, effort, onset, duration, repeatable } = option.atAGlance
  return facts([
    { label: 'Where', value: claimText(setting) },
    { label: 'Effort', value: claimText(effort) },
    { label: 'How soon it works', value: claimText(onset) },
    { label: 'How long it lasts', value: claimText(duration) },
    { label: 'Can it be repeated', value: claimText(repeatable) },
    { label: 'How invasive', value: INVASIVENESS_WORDS[option.invasiveness] },
    { label: 'How sure we are', value: CERTAINTY_MEANS[option.certainty] },
  ])
}

function numbers(option: TreatmentOption, level: Level): readonly Block[] {
  const none = option.noNumbers === undefined ? [] : [paragraph(option.noNumbers)]
  return [...none, ...option.outcomes.flatMap((outcome) => outcomeBlocks(option, outcome, level))]
}

function indicationBlocks(guide: Guide, { indications = [] }: TreatmentOption): readonly Block[] {
  return list(
    indications.map((indication) => [
      { strong: `${asSentence(conditionWords(guide, indication.when)).slice(0, -1)}:` },
      ` ${indication.because}`,
      ...cited(indication.sources),
    ]),
  )
}

function ruleBlocks(guide: Guide, option: TreatmentOption): readonly Block[] {
  if (option.rules.length === 0) return []
  return [
    paragraph('A question that is left open never counts as safe.'),
    {
      kind: 'table',
      head: ['When', 'Then', 'Because', 'Rests on'],
      rows: option.rules.map((rule) => [
        asSentence(conditionWords(guide, rule.when)).slice(0, -1),
        ruleEffect(rule),
        rule.because,
        [BASIS_WORDS[rule.basis], ...cited(rule.sources)],
      ]),
    },
  ]
}

function ruleEffect(rule: Rule): string {
  const effect = STATUS_EFFECT[rule.status]
  return rule.whileOpen === undefined
    ? effect
    : `${effect}; while this is not known: ${STATUS_EFFECT[rule.whileOpen]}`
}
