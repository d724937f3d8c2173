import { createHash } from 'node:crypto';
import server from '@astrojs/preact/server.js';
import { providedText } from './components/platform/embedded.ts';

const drawn = new Map();
const nothing = () => null;
const none = {};

/**
 * What a tool draws follows from its properties and the data its page provides. Most stand on two pages, their own
 * and the one for frames, and are drawn once for both.
 */
async function renderToStaticMarkup(Component, props, slots, metadata) {
  const draw = () => server.renderToStaticMarkup.call(this, Component, props, slots, metadata);
  const data = typeof props.base === 'string' && providedText(`${props.base}-data`);
  if (!data || Object.keys(slots).length > 0) return draw();
  const key = createHash('sha256')
    .update([Component.name, JSON.stringify(props), data].join('\n'))
    .digest('base64');
  const before = drawn.get(key);
  const island = before && (await server.renderToStaticMarkup.call(this, nothing, none, none));
  // Islands of a page are told apart by numbers in what is drawn.
  if (before && JSON.stringify(island.attrs) === JSON.stringify(before.attrs)) return before;
  const made = await draw();
  if (!before) drawn.set(key, made);
  return made;
}

/** Whatever is a function and no component of Astro's own is Preact's: no need to draw it to find out. */
export default {
  ...server,
  check: async (component) => typeof component === 'function',
  renderToStaticMarkup,
};
