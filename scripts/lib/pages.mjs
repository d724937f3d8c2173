// The pages of a built site while they are made ready: read once, changed as text, written once.
import fs from 'node:fs';
import { filesBelow } from './tree.mjs';

/** The text of every page by its file. */
export const readPages = (dist) =>
  new Map(
    filesBelow(dist)
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, fs.readFileSync(file, 'utf8')]),
  );

export function writePages(pages) {
  for (const [file, html] of pages) fs.writeFileSync(file, html);
}
