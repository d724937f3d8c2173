import fs from 'node:fs';
import path from 'node:path';

/** Where Pagefind passes over a part of its index that did not arrive, as if no page held the words in it. */
const PASSED_OVER = '"load_index_chunk")).catch(()=>{})';

/** A script of the search that tells whoever asked when a part of the index did not arrive. */
export function hearingLoss(script, name) {
  const parts = script.split(PASSED_OVER);
  if (parts.length !== 2)
    throw new Error(`${name} passes over what did not arrive ${parts.length - 1} times, not once.`);
  return parts.join('"load_index_chunk"))');
}

/** Both copies of what asks the index: in a worker, and on the page where there can be none. */
export function hearWhatIsLost(dist) {
  for (const name of ['pagefind.js', 'pagefind-worker.js']) {
    const file = path.join(dist, 'pagefind', name);
    fs.writeFileSync(file, hearingLoss(fs.readFileSync(file, 'utf8'), name));
  }
}
