/** The moment of this build, the same on every page: what is drawn of the same data is drawn once. */
export const builtOn = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
