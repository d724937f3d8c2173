import server from '@astrojs/preact/server.js';

/** Whatever is a function and no component of Astro's own is Preact's: no need to draw it to find out. */
export default { ...server, check: async (component) => typeof component === 'function' };
