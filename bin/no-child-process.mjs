// Stands for node:child_process in the bundles. commander needs it only for commands that are programs of their own,
// which nextline has none of; loading it takes as long as answering a look-up.
export const spawn = undefined
