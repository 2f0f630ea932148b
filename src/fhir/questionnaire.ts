import { type Guide, NONE, type Question, UNSURE, type WarningSign } from '../core/model.ts'
import type { Reader } from '../view/text/labels.ts'
import { questionWords } from '../view/text/reader-words.ts'
import { answerCoding } from './answer-coding.ts'
import { computerName, questionnaireUrl, questionsUrl } from './canonical.ts'
import { enableWhen } from './enable-when.ts'
import { definitionHeader } from './guide-header.ts'
import type { Resource } from './resources.ts'

const EXCLUSIVE = 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive'
const ORIENTATION = 'http://hl7.org/fhir/StructureDefinition/questionnaire-choiceOrientation'
const ITEM_CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'

/** The questions of a guide as a form. A question's id is its linkId. */
export function questionnaire(guide: Guide, reader: Reader): Resource {
  return {
    ...definitionHeader(guide, 'Questionnaire', questionnaireUrl(guide), {
      name: computerName(`${guide.id}-questions`),
      title: guide.title,
    }),
    subjectType: ['Patient'],
    description: guide.notice,
    purpose: guide.question,
    item: [
      { linkId: 'text.notice', text: guide.notice, type: 'display' },
      ...guide.questions.flatMap((question) => [
        questionItem(guide, question, reader),
        ...guide.warningSigns
          .filter(({ when }) => isAbout(when, question))
          .flatMap((sign) => signItem(guide, sign)),
      ]),
    ],
  }
}

function questionItem(guide: Guide, question: Question, reader: Reader) {
  const many = question.type === 'many'
  return {
    extension: [
      itemControl(many ? 'check-box' : 'radio-button'),
      ...(many ? [{ url: ORIENTATION, valueCode: 'vertical' }] : []),
    ],
    linkId: question.id,
    code: [{ system: questionsUrl(guide).url, code: question.id, display: question.label }],
    text: questionWords(question, reader),
    type: 'choice',
    ...(question.askWhen === undefined ? {} : enableWhen(question.askWhen, 'possibly', guide)),
    repeats: many,
    answerOption: [...question.answers.map(({ id }) => id), UNSURE].map((answer) => ({
      ...(many && answer === NONE ? { extension: [{ url: EXCLUSIVE, valueBoolean: true }] } : {}),
      valueCoding: answerCoding(guide, question, answer, reader),
    })),
    item: [
      {
        extension: [itemControl('help')],
        linkId: `text.help.${question.id}`,
        text: `${question.why} ${question.settle}`,
        type: 'display',
      },
    ],
  }
}

/** The action for a warning sign, shown as soon as it is ticked. */
function signItem(guide: Guide, sign: WarningSign) {
  const shown = enableWhen(sign.when, 'surely', guide)
  if (shown === undefined) return []
  const text = `${sign.sign}: ${sign.action}`
  return [{ linkId: `text.sign.${sign.id}`, text, type: 'display', ...shown }]
}

function isAbout(when: WarningSign['when'], { id }: Question): boolean {
  return when.kind === 'is' && when.question === id
}

function itemControl(code: string) {
  const coding = [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }]
  return { url: ITEM_CONTROL, valueCodeableConcept: { coding } }
}
