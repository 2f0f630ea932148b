// Stands in the bundles for the prompts that inquirer brings and that we never ask.
export default undefined
// @inquirer/prompts passes this on.
export const Separator = undefined
