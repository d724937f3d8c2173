// Scripts written into a page to run before it is drawn: a reader waits for every one of their bytes.
import { transformSync } from 'esbuild';

const inline = /(<script(?![^>]*\b(?:src|type)=)[^>]*>)([\s\S]+?)(?=<\/script>)/g;
const seen = new Map();

const short = (code) => {
  if (!seen.has(code))
    seen.set(code, transformSync(code, { minify: true, target: 'es2022' }).code.trim());
  return seen.get(code);
};

/** The page with its own scripts shortened. Names of the page as a whole are kept, as others ask for them. */
export const withShortScripts = (html) => html.replace(inline, (_, tag, code) => tag + short(code));
