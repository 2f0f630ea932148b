/**
 * Limits on input, so that refusing it takes about a second at most and bounded memory. The built-in guide needs about
 * a quarter of each.
 */
export const LIMITS = {
  /** Characters of one YAML file, and of its texts with each alias counted as all that it repeats. */
  yamlFile: 500_000,
  /** Characters of all files of a guide together, or of an exported guide. */
  guide: 10_000_000,
  /** Files of a guide. */
  files: 2_000,
  /** Values of one YAML file, with each alias counted as all that it repeats. */
  yamlValues: 50_000,
  /** Lists and sets of fields inside one another. */
  depth: 64,
  /** The same of JSON: an exported guide has its options and rules some levels further down than their YAML. */
  jsonDepth: 96,
  /** Characters of a file of answers, a record, or a line of a batch. */
  answers: 1_000_000,
} as const
