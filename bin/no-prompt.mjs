// Replaces the unused prompts of inquirer in the bundles.
export default undefined
// @inquirer/prompts exports this again.
export const Separator = undefined
