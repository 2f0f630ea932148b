/** Help topics: paragraphs of lines. An indented line is an example. */
export const HELP_TOPICS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  answers: [
    ['How answers are written'],
    [
      'plan, explain and export take answers as question=value. Several values go with commas; --set may be repeated, and wins over the file.',
      '  nextline plan --set age=72 --set blood-thinners=apixaban',
      '  nextline plan --set tried=physical-therapy,acupuncture',
    ],
    [
      'A question or an answer is its id, its label or another name for it, in any case. A number stands for the range that it is in. "unsure" is always possible: an open question never counts as safe.',
      '  nextline questions            every question with its answers',
      '  nextline questions pregnancy  one of them: why it is asked, what depends on it',
    ],
    [
      'A file holds the same as YAML or JSON, one question a line:',
      '  age: 18-64',
      '  kidney-disease: yes',
      '  tried: [physical-therapy, nsaids]',
      'Use it with --answers mine.yaml, or --answers - for standard input. A record that --save wrote works too.',
    ],
    [
      'For many people: plan --batch reads one person a line and writes one plan a line, or with --summary counts.',
      '  nextline plan --batch people.ndjson   JSON objects of answers, or QuestionnaireResponses',
      '  nextline plan --batch people.csv      columns are questions; several values with ;',
      'An "id" beside the answers, or in a column, is copied to the line of the plan.',
    ],
  ],
  guides: [
    ['Which guide is used'],
    [
      '--guide (or NEXTLINE_GUIDE) names a built-in guide by id, a folder of YAML, or a JSON file that "nextline export --format json" wrote. Without it, facet-joint.',
      '  nextline topics --guide my-guide',
    ],
    [
      'A guide of your own is checked each time it has changed; what was read is cached. "nextline check <folder>" proves its safety properties and lints its numbers and words.',
    ],
  ],
  'exit-codes': [
    ['Exit status'],
    [
      '  0    done',
      '  1    done, and the answer is no: check found faults, search or faq found nothing, replay differs, some lines of a batch were bad',
      '  2    the command could not run: usage, an unknown name, bad answers, an invalid guide, an unreadable file',
      '  130  interrupted',
    ],
  ],
  environment: [
    ['Environment variables'],
    [
      '  NEXTLINE_GUIDE   the guide to use, as --guide',
      '  NEXTLINE_PAGER   the pager for long pages; else PAGER, else less -FRX. Empty or cat: no pager',
      '  NEXTLINE_CACHE   where guides of your own are cached; 0: nowhere',
      '  NEXTLINE_DEBUG   1: the stack of a fault of nextline itself',
      '  NO_COLOR         not empty: no colour',
      '  FORCE_COLOR      1, 2 or 3: colour also into a pipe; 0: none',
      '  FORCE_HYPERLINK  1: sources as hyperlinks, where there is colour; 0: none',
      '  ACCESSIBLE       1: as --plain',
      '  TERM             dumb: as --plain',
    ],
  ],
}
