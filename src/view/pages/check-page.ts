import type { CheckResult } from '../../check/check-result.ts'
import type { IpdasVerdict } from '../../check/ipdas.ts'
import { type GradedText, HIGHEST_GRADE } from '../../check/lint/reading-grade.ts'
import { type Citation, citedOnReportsAlone } from '../../core/citations.ts'
import type { Guide } from '../../core/model.ts'
import { describe } from '../../guide/parse/diagnostic.ts'
import { capitalized, counted } from '../../text/words.ts'
import { guidePage, heading, list, paragraph, section } from '../document/blocks.ts'
import type { Block, Document } from '../document/document.ts'
import { placeWords } from '../text/labels.ts'
import { proofBlocks, proofFaults } from './proof-page.ts'

/** The result of `check`: the verdict, each fault with its place and fix, then what was looked at. */
export function checkPage(checked: CheckResult): Document {
  const title = `Check of ${checked.guide?.title ?? checked.folder}`
  const verdict = checked.holds ? 'Nothing is wrong with this guide.' : 'This guide has faults.'
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph({ strong: verdict }),
      ...section(heading(2, 'What to mend'), faultBlocks(checked)),
      ...section(heading(2, 'Its form'), formBlocks(checked)),
      ...(checked.proof === undefined ? [] : section(heading(2, 'Its rules'), proofBlocks(checked.proof))),
      ...(checked.guide === undefined
        ? []
        : [
            ...section(heading(2, 'Its numbers and words'), wordBlocks(checked)),
            ...section(heading(2, 'Its sources'), reportBlocks(checked.guide)),
          ]),
    ],
  }
}

function faultBlocks({ folder, problems, proof, findings }: CheckResult): readonly Block[] {
  return [
    ...list(problems.map((problem) => describe(problem, folder))),
    ...(proof === undefined ? [] : proofFaults(proof, folder)),
    ...list(
      findings.map(({ place, code, problem, fix }) => [
        { strong: `${folder}/${placeWords(place)}` },
        ` ${code}: ${problem}. ${fix}`,
      ]),
    ),
  ]
}

function formBlocks({ problems, guide }: CheckResult): readonly Block[] {
  if (guide === undefined) return []
  const warnings = problems.length === 0 ? '' : `, with ${counted(problems.length, 'warning')}`
  return [paragraph(`Valid${warnings}: ${countsOf(guide).join(', ')}.`)]
}

function countsOf(guide: Guide): readonly string[] {
  const rules = guide.options.reduce((sum, option) => sum + option.rules.length, 0)
  return [
    counted(guide.options.length, 'option'),
    counted(guide.questions.length, 'question'),
    counted(rules, 'rule'),
    counted(guide.warningSigns.length, 'warning sign'),
    counted(guide.sources.length, 'source'),
  ]
}

function wordBlocks({ findings, textProperties }: CheckResult): readonly Block[] {
  return [
    paragraph(findings.length === 0 ? 'No finding.' : `${counted(findings.length, 'finding')}.`),
    ...list(
      textProperties.map(({ id, says, holds }) => [
        { strong: holds ? 'Holds:' : 'Does not hold:' },
        ' ',
        { code: id },
        `: ${says}`,
      ]),
    ),
  ]
}

/** Pieces that cite only secondary reports, by report. Not a fault, because each report says why it may be cited. */
function reportBlocks(guide: Guide): readonly Block[] {
  const { cited, alone } = citedOnReportsAlone(guide)
  const key = ({ sources }: Citation) => sources.join(', ')
  const rows = [...new Set(alone.map(key))].map((ids) => {
    const names = new Set(alone.filter((piece) => key(piece) === ids).map(({ name }) => name))
    return [{ strong: `${ids}:` }, ` ${[...names].join('; ')}`]
  })
  return [
    paragraph(`${alone.length} of ${cited} pieces that cite a source rest on reports of other work alone.`),
    ...list(rows),
  ]
}

const CATEGORIES = [
  'qualifying',
  'certification',
  'certification (test)',
  'quality',
  'quality (test)',
] as const

/** All 44 items of IPDASi v4 with their verdicts. Items for people to judge are never met. */
export function ipdasPage(guide: Guide, items: readonly IpdasVerdict[]): Document {
  const title = `IPDASi v4: ${guide.title}`
  const count = (verdict: IpdasVerdict['verdict']) => items.filter((item) => item.verdict === verdict).length
  return guidePage(guide, { title }, [
    paragraph(
      `${count('met')} of ${items.length} items met, ${count('not met')} not met, ${count('needs people')} need people. ` +
        'A rule can only see that something stands there. Whether it is right is for people to judge.',
    ),
    ...CATEGORIES.flatMap((category) => categoryBlocks(category, items)),
  ])
}

function categoryBlocks(
  category: (typeof CATEGORIES)[number],
  items: readonly IpdasVerdict[],
): readonly Block[] {
  const members = items.filter((item) => item.category === category)
  const met = members.filter(({ verdict }) => verdict === 'met').length
  return [
    heading(2, `${capitalized(category)}: ${met} of ${members.length} met`),
    {
      kind: 'table',
      head: ['Item', 'Verdict', 'Asks', 'Rule'],
      rows: members.map((item) => [item.id, verdictWords(item), item.asks, item.rule]),
    },
  ]
}

function verdictWords({ verdict, missing, alsoJudge }: IpdasVerdict): string {
  if (verdict === 'not met') return `not met: ${missing.slice(0, 3).join('; ')}`
  return verdict === 'met' && alsoJudge ? 'met (a person should judge too)' : verdict
}

/** The reading grade of each file's plain text, hardest first. */
export function readingPage(guide: Guide, files: readonly GradedText[]): Document {
  const title = `Reading grades: ${guide.title}`
  const hardestFirst = [...files].sort((a, b) => b.grade - a.grade || (a.file < b.file ? -1 : 1))
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(
        `Flesch-Kincaid grade of the plain text of each file. The limit is ${HIGHEST_GRADE}; clinical notes are not counted.`,
      ),
      {
        kind: 'table',
        head: ['File', 'Grade', 'Words'],
        rows: hardestFirst.map(({ file, grade, words }) => [file, grade.toFixed(1), String(words)]),
      },
    ],
  }
}
