// Writes patterns that look behind as calls. As a literal, such a pattern is an error of the whole script where the
// engine cannot look behind (Safari before 16.4), before anything (src/older) could come to its help.
import { parseAst } from 'rolldown/parseAst';

const LOOK_BEHIND = /\(\?<[=!]/;

/** Calls `visit` with every node of a tree. */
export function eachNode(node, visit) {
  if (Array.isArray(node)) for (const each of node) eachNode(each, visit);
  else if (node && typeof node.type === 'string') {
    visit(node);
    for (const key in node) if (typeof node[key] === 'object') eachNode(node[key], visit);
  }
}

/** The same script with these patterns as calls; null where there are none. */
export function withCalledPatterns(code) {
  if (!LOOK_BEHIND.test(code)) return null;
  const found = [];
  eachNode(parseAst(code), (node) => {
    if (node.type === 'Literal' && node.regex && LOOK_BEHIND.test(node.regex.pattern))
      found.push(node);
  });
  let written = code;
  for (const { start, end, regex } of found.sort((a, b) => b.start - a.start)) {
    const call = `RegExp(${JSON.stringify(regex.pattern)},${JSON.stringify(regex.flags)})`;
    written = written.slice(0, start) + call + written.slice(end);
  }
  return found.length ? written : null;
}

/** Few modules have one: each is read by itself, and no file that is made of many. */
export const calledPatterns = {
  name: 'called-patterns',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { code: LOOK_BEHIND },
    handler: (code) => {
      const written = withCalledPatterns(code);
      return written && { code: written, map: null };
    },
  },
};
