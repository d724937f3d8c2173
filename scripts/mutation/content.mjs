// The content of the site is no part of what is mutated: it is parsed once for all mutants.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const { openContent: open } = await import(
  pathToFileURL(join(process.cwd(), 'src/calculators/cli-content.ts')).href
);
let opened = new Map();

export const openContent = (root, cache) => {
  if (!opened.has(root)) opened.set(root, open(root, cache));
  return opened.get(root);
};

/** For a mutant that changed what it was only to read. */
export const forget = () => {
  opened = new Map();
};
