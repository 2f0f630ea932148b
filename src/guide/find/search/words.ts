/** Words as the search compares them: without case and endings, common words left out, words of one meaning together. */

const LONGEST_WORD = 30
const MOST_WORDS = 40

/** Stems of a text without common words; at most `most`. */
export function stems(text: string, most = Number.POSITIVE_INFINITY): readonly string[] {
  const words = withPhrases(text.slice(0, 20_000).normalize('NFKC').toLowerCase().replace(/['’]/g, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= LONGEST_WORD && !STOP_WORDS.has(word))
  return words.slice(0, most).map(stem)
}

/** The stems of a question, without repeats and single letters: initials of authors would be all that has them. */
export function questionStems(text: string): readonly string[] {
  return [...new Set(stems(text, MOST_WORDS))].filter((word) => !/^\p{L}$/u.test(word))
}

/** The group of words with one meaning that a stem is in, as `=ablation`. */
export function groupOf(word: string): string | undefined {
  return GROUP_OF.get(word)
}

/**
 * A word without its ending: `injections`, `injected` and `injecting` are one. Rough on purpose: what counts is that
 * forms of one word meet.
 */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (word.length < 4 || /\d/.test(word)) return word
  const single = word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1')
  const bare = single.replace(ENDINGS, (_, start: string) => start)
  const undoubled = bare === single ? bare : bare.replace(/([^lsz])\1$/, '$1')
  const regular = IRREGULAR.get(undoubled)
  if (regular !== undefined) return regular
  return undoubled.length > 4 ? undoubled.replace(/[ey]$/, '') : undoubled
}

const ENDINGS =
  /^(.{3,}?)(?:ational|ations?|ingly|edly|ments?|ness|ions?|ings?|ers?|(?<!e)ed|ive|ful|ally|ly|able)$/

/** Stems of words that the endings do not lead to. */
const IRREGULAR_STEMS: readonly string[] = [
  'bleed: bled',
  'los: lost losing lose loses',
  'wear: wore worn',
  'foot: feet',
  'feel: felt',
  'fall: fell fallen',
  'break: broke broken',
  'better: better',
  'wors: worse worsening worsened',
  'driv: driving drove drive',
  'sleep: slept asleep',
  'take: took taken taking',
  'go: went gone',
  'grow: grew grown',
  'surger: surgical surgeon surgeons',
  'numb: numbness',
  'weak: weakness',
  'breastf: breastfeeding breastfeed',
]

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_STEMS.flatMap((row) => {
    const [root = '', forms = ''] = row.split(': ')
    return forms.split(' ').map((form) => [form, root] as const)
  }),
)

const STOP_WORDS = new Set(
  `a about after again all also am an and another any anyone are as at be because been before being but by can cannot
  cant could did didnt do does doesnt doing dont else even ever every exactly for from get gets getting give given go
  goes going got had has have having he help helps helped her here hers him his how i if im in into is isnt it its ive
  just keep keeps kind like long lot make makes many may me mean means might mine more most much must my need needs new
  no not now of off often ok okay on one ones only or other others our out over people person please possible put
  really right safe safely same say says she should since so some someone something soon still stuff such take taking
  tell than that the their them then there these they thing things this those through to too try trying us use used using very
  want was way we well were what when where whether which while who why will with without wont would yes yet you your
  yours up down bit quite around within best good bad work works worked working happen happens feel feeling feels instead know`
    .split(/\s+/)
    .filter(Boolean),
)

/** Synonym groups of procedures: a passage about another procedure is not an answer. */
export const PROCEDURES: ReadonlySet<string> = new Set([
  '=injection',
  '=ablation',
  '=medialbranchblock',
  '=fusion',
  '=surgery',
])

/** Phrases that are indexed as one word, where the single words would mislead. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bblood[\s-]thin\w*/g, 'anticoagulant'],
  [/\bphysical[\s-]therap\w*/g, 'physiotherapy'],
  [
    /\b(?:nerve|facet)[\s-](?:heating|burning|ablation)\b|\bheat(?:ing|ed)? (?:of )?the nerves?\b/g,
    'ablation',
  ],
  [/\bradio[\s-]?frequency\b/g, 'ablation'],
  [/\bwears? off\b|\bwore off\b|\bwearing off\b/g, 'wearoff'],
  [/\bgiv(?:es|ing|e) way\b|\bgave way\b/g, 'weakness'],
  [/\bput (?:me )?(?:to sleep|under)\b|\bknocked out\b|\bgeneral an(?:a?e)sthe\w+/g, 'generalanaesthetic'],
  [/\bget\w* (?:me|you) down\b|\bfeel\w* down\b/g, 'depressed'],
  [/\bsecond opinions?\b/g, 'second-opinion'],
  [/\bx[\s-]rays?\b/g, 'xray'],
  [/\bstem[\s-]cells?\b/g, 'stemcell'],
  [/\bsi[\s-]joints?\b|\bsij\b|\bsacro-?iliac\b|\bpelvis joints?\b/g, 'sacroiliac'],
  [/\bbreast[\s-]?feed\w*/g, 'breastfeeding'],
  [/\bheart attacks?\b/g, 'heart-attack heart'],
  [/\bweight[\s-]loss\b|\blos\w* (?:some |any )?weight\b/g, 'lose weight weightloss'],
  [/\bside[\s-]effects?\b/g, 'sideeffect'],
  [/\btalking (?:therap\w*|treatments?|cures?)\b/g, 'talkingtherapy'],
  [
    /\bmedial branch(?: nerves?)? blocks?\b|\bmbbs?\b|\btest blocks?\b|\bdiagnostic blocks?\b/g,
    'medialbranchblock block',
  ],
]

function withPhrases(text: string): string {
  return PHRASES.reduce((replaced, [phrase, word]) => replaced.replace(phrase, ` ${word} `), text)
}

/** Synonyms of people and clinicians. */
const GROUPS: readonly string[] = [
  'injection shot jab needle infiltration steroid cortisone corticosteroid',
  'ablation rfa rf denervation neurotomy rhizolysis burn burning cauterise',
  'anticoagulant warfarin apixaban rivaroxaban dabigatran edoxaban eliquis xarelto coumadin',
  'antiplatelet clopidogrel aspirin plavix ticagrelor',
  'physiotherapy physio pt exercise exercises workout',
  'urinate pee urine wee bladder incontinence incontinent catheter',
  'bowel poo stool faeces constipated',
  'weak weakness paralysed collapse buckle limp',
  'numb numbness tingling pins',
  'paracetamol acetaminophen tylenol panadol',
  'nsaid ibuprofen naproxen diclofenac advil aleve motrin nurofen anti-inflammatory celecoxib',
  'opioid codeine morphine oxycodone tramadol narcotic co-codamol codamol fentanyl',
  'gabapentin pregabalin gabapentinoid neurontin lyrica',
  'duloxetine cymbalta snri',
  'amitriptyline nortriptyline tricyclic',
  'diabetes diabetic sugar glucose insulin',
  'kidney renal kidneys',
  'depression depressed low-mood mood sad hopeless anxious anxiety cope',
  'talkingtherapy cbt counselling psychologist psychology psychological mindfulness',
  'surgery operation op surgeon',
  'fusion fused fuse',
  'pregnant pregnancy expecting trimester baby',
  'breastfeeding nursing lactation',
  'pacemaker defibrillator icd stimulator implant',
  'fever temperature feverish shivering chills sweats',
  'fall accident injury crash trauma',
  'cancer tumour tumor malignancy metastasis',
  'doctor gp physician clinician consultant',
  'osteoporosis bones brittle',
  'smoking smoke smoker cigarettes tobacco nicotine vaping',
  'overweight obese bmi weight',
  'driving drive car',
  'scan mri ct xray imaging',
  'relief ease eased easing',
  'pain painful hurt ache aching',
  'sciatica radicular radiculopathy',
  'sunburn burnt sunburned neuritis dysaesthesia neuropathic soreness sore tender',
  'reaction allergy allergic allergies',
  'infection infected abscess sepsis',
  'bleeding bleed haemorrhage',
  'addiction addictive dependence addicted hooked',
  'cost price pay expensive funding funded insurance',
  'twice two second',
  'wearoff return returns',
  'clumsy dropping drop fumbling unsteady',
  'wait waiting leave nothing',
  'headache migraine',
  'chiropractic chiropractor adjustment manipulation osteopath',
  'sacroiliac buttock',
  'medialbranchblock mbb',
  'job office employment sick-leave',
]

const GROUP_OF: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) => {
    const [first = '', ...rest] = group.split(' ')
    return [first, ...rest].map((word) => [stem(word.replace(/-/g, '')), `=${first}`] as const)
  }),
)
