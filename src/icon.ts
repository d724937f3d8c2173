import source from './assets/icon.svg?raw';

/**
 * The icon as an address that needs no request: a browser asks for an icon again whenever a page's
 * address changes, and the tools write what is entered into the address.
 */
export const icon = `data:image/svg+xml,${source
  .trim()
  .replaceAll('"', "'")
  .replace(/[#%<>]/g, encodeURIComponent)}`;
