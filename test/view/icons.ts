import type { Block } from '../../src/view/document/document.ts'

/** A drawing of 35 of 100 people. */
export const icons = {
  kind: 'icon-array',
  rows: [{ label: 'With tablets', count: 35 }],
  event: 'felt sick',
  isGood: false,
  otherwise: 'did not',
  sentence: 'Of 100 adults, 35 felt sick with tablets; 65 did not.',
} as const satisfies Block
