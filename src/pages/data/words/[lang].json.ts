import { getCollection } from 'astro:content';
import { folderOf, languages } from '@/language.ts';

/** A word has to stand so often on the pages that a slip of it is worth mending. */
const OFTEN = 3;
const MOST = 2500;
/** Lines for whoever builds the page. */
const CODE = /^import .*$/gm;
/** Letters of scripts with spaces between their words; what looks like code or an address is left out. */
const WORD =
  /(?<![\p{L}\p{N}_./@=<"-])(?:\p{Script=Latin}|\p{Script=Cyrillic}){4,20}(?![\p{L}\p{N}_/@="-])/gu;

export const getStaticPaths = () => languages.map((each) => ({ params: { lang: folderOf(each) } }));

/** The words of a language's pages, the commonest first: what the search mends slips by. */
export const GET = async ({ params }: { params: { lang: string } }) => {
  const counts = new Map<string, number>();
  for (const { id, body = '' } of await getCollection('docs'))
    if (id.startsWith(`${params.lang}/`) || id === params.lang)
      for (const [word] of body.replace(CODE, '').toLowerCase().matchAll(WORD))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts]
    .filter(([, count]) => count >= OFTEN)
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word);
  return Response.json({ words });
};
