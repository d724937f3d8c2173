/** Leaves for another page of this site. */
export const goTo = (address: string): void => window.location.assign(address);
