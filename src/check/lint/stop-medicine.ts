import { quote, type TextRule } from './finding.ts'

const MEDICINE =
  '(?:medicines?|medication|tablets?|pills?|drugs?|blood[- ]thinners?|anticoagulants?|antiplatelets?|aspirin|warfarin|apixaban|rivaroxaban|clopidogrel|steroids?|opioids?|codeine|oxycodone|tramadol|duloxetine|antidepressants?|sleeping tablets?|sedatives?|painkillers?|insulin|them|it|any of them)'
const STOP_ORDER = new RegExp(
  `\\b(?:stop(?: taking)?|quit|come off|give up|skip|pause|halve|double|reduce|increase|change|lower|leave off|cut down on)\\s+(?:taking\\s+)?(?:your|the|this|these|any|all|that|a)?\\s*(?:\\w+\\s+)?${MEDICINE}\\b`,
  'gi',
)
/** Words before an order that make it a warning, or address it to somebody else. */
const EXCUSE =
  /\b(?:not|never|n't|nobody|no one|without|before you|whether|if|who|when|about|doctor|prescriber|team|clinician|surgeon|clinic|safe to|how to|plan to|need to|trials?|studies|people|someone|somebody|once|after|that|to)\b[^.!?]*$/i

/**
 * Sentences that tell a person to stop or change a medicine on their own (safety property 13). When in doubt it reports:
 * only words such as "never", "do not" or "ask whether" before the order excuse it.
 */
export const stopMedicine: TextRule = (text) =>
  text
    .split(/(?<=[.!?;:])\s+/)
    .filter(ordersToStop)
    .map((sentence) => ({
      code: 'stop-medicine',
      problem: `tells a person to stop or change a medicine: ${quote(sentence)}`,
      fix: 'Say that the prescriber decides, and that nobody should stop it on their own.',
    }))

/** Characters before an order that are searched for an excuse; bounds the time for very long texts. */
const EXCUSE_DISTANCE = 1_000

function ordersToStop(sentence: string): boolean {
  return [...sentence.matchAll(STOP_ORDER)].some(
    ({ index }) => !EXCUSE.test(sentence.slice(Math.max(0, index - EXCUSE_DISTANCE), index)),
  )
}
