/** The guide that is meant when nobody names one. */
export const DEFAULT_GUIDE = 'facet-joint'
