import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { groupBy } from '../../core/group-by.ts'
import type { Guide } from '../../core/model.ts'
import { quote, type TextRule } from './finding.ts'
import { textsOf } from './texts.ts'

/** Patient texts are at US school grade 8 or lower (IPDAS S21). */
export const HIGHEST_GRADE = 8

/** Flesch-Kincaid grade of a text, to one decimal; 0 for a text without words. */
export function readingGrade(text: string): number {
  const words = text.match(/[\p{L}\d][\p{L}\d'’.,-]*/gu) ?? []
  if (words.length === 0) return 0
  const sentences = Math.max(1, (text.match(/[.!?:;](?=\s|$)/g) ?? []).length)
  const grade = fleschKincaid({ sentence: sentences, word: words.length, syllable: syllable(text) })
  return Math.max(0, Math.round(grade * 10) / 10)
}

/** The reading grade of the plain texts of one file. */
export type GradedText = { readonly file: string; readonly grade: number; readonly words: number }

/** The reading grade of each file's plain text: for an option file, of the whole option. */
export function gradesByFile(guide: Guide): readonly GradedText[] {
  const plainTexts = textsOf(guide).filter(({ voice }) => voice === 'plain')
  return [...groupBy(plainTexts, ({ file }) => file)].map(([file, texts]) => {
    const whole = texts.map(({ text }) => withFullStop(text)).join(' ')
    return { file, grade: readingGrade(whole), words: whole.split(/\s+/).length }
  })
}

/** Texts of at least this many words are also graded one by one; grades of shorter ones vary too much. */
const ENOUGH_WORDS = 12

/** Plain texts that are too hard to read. */
export const hardText: TextRule = (text, voice) => {
  const isGraded = voice === 'plain' && text.split(/\s+/).length >= ENOUGH_WORDS
  const grade = isGraded ? readingGrade(text) : 0
  return grade <= HIGHEST_GRADE
    ? []
    : [
        {
          code: 'reading-grade',
          problem: `reads at grade ${grade}: ${quote(text)}`,
          fix: `Use shorter sentences and everyday words, to reach grade ${HIGHEST_GRADE} or lower.`,
        },
      ]
}

function withFullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
