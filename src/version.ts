import manifest from '../package.json' with { type: 'json' }

declare const __BUILD__: string | undefined

/** Which code this is: a hash of the sources that it was built from. */
export const BUILD: string = typeof __BUILD__ === 'undefined' ? 'not built' : __BUILD__

/** The program's version, as its package states it. */
export const VERSION: string = manifest.version
