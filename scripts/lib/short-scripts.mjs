// Scripts written into a page to run before it is drawn: a reader waits for every one of their bytes.
import { transform } from 'esbuild';

const inline = /(<script(?![^>]*\b(?:src|type)=)[^>]*>)([\s\S]+?)(?=<\/script>)/g;
const seen = new Map();

/** What the framework's element for islands can do and no island here asks of it: other values than plain ones, slots, parts of an export. */
const UNUSED = [
  [/,2:t=>new RegExp.+?INFINITY\*t(?=\})/, ''],
  [/let r=this\.querySelectorAll\("astro-slot"\).+?innerHTML\)\}(?=let u;)/, 'let n={};'],
  [/(?<=;)if\(h\.includes\("\."\)\)\{.+?\}\}else\{(.+?)\}(?=return)/, '$1;'],
];

const isPlain = ([type, value]) =>
  type === 1
    ? value.every(isPlain)
    : type === 0 && (!value || typeof value !== 'object' || Object.values(value).every(isPlain));

/** The element without that. Stops the build where the framework writes it otherwise. */
const forOwnIslands = (code) =>
  code.includes('customElements.define("astro-island"')
    ? UNUSED.reduce((rest, [part, instead]) => {
        const left = rest.replace(part, instead);
        if (left === rest)
          throw new Error(`Astro's element for islands has no part ${part} any more.`);
        return left;
      }, code)
    : code;

/** Stops the build where an island asks for what was left out. */
function checkIslands(html) {
  const props = [...html.matchAll(/<astro-island\b[^>]*? props="([^"]*)"/g)].map(([, text]) =>
    JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&#38;', '&').replaceAll('&amp;', '&')),
  );
  const isUsed =
    /<astro-slot\b|<astro-island\b[^>]* component-export="[^"]*\./.test(html) ||
    !props.flatMap(Object.values).every(isPlain);
  if (isUsed)
    throw new Error('An island has slots, a part of an export, or values that are not plain.');
}

/** The page with its own scripts shortened. Names of the page as a whole are kept, as others ask for them. */
export async function withShortScripts(html) {
  checkIslands(html);
  for (const [, , code] of html.matchAll(inline))
    if (!seen.has(code)) {
      const short = await transform(forOwnIslands(code), { minify: true, target: 'es2022' });
      seen.set(code, short.code.trim());
    }
  return html.replace(inline, (_, tag, code) => tag + seen.get(code));
}
