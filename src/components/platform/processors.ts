/** How many things this device can compute at once; one where the browser does not say. */
export const processors = (): number => navigator.hardwareConcurrency || 1;
