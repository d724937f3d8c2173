/** Ids of the tool's fields; they begin with its name, so that two tools can stand on one page. */
export const fieldId = (name: string) => `reply-script-${name}`;
export const searchId = fieldId('search');
export const copyId = fieldId('copy');
