// Replaces node:child_process in the bundles: loading it takes as long as a look-up. commander needs it only for
// commands that are separate programs, and nextline has none.
export const spawn = undefined
