// What the site owes whoever waits for it. A must is held; an aim is better still, and where it is missed the
// bench says what stands in its way. Bytes are those of a cold visit, keys
// and waking milliseconds of a processor slowed down four times, the rest ratios.

import { keyTools } from './keys.mjs';

/** Ten times as much work should take about ten times as long. */
const linear = {
  must: 13,
  aim: 10.5,
  inTheWay:
    'all of it is kept until the end, and the more is kept, the more often memory is looked through.',
};
const ofBuild = {
  must: 2.5,
  aim: 1.3,
  inTheWay:
    'pages are MDX with components, each a module to be bundled and run, where stock pages are plain Markdown; ' +
    'figures, tools and exercises are drawn, and what an exercise needs is found by solving it; styles are cut to what ' +
    'pages use, what an island needs is joined, and each page is written as Markdown, too.',
};
/** The same pages on both sides: what is ours beside the pages. */
const ofShell = {
  must: 1.3,
  aim: 1,
  inTheWay:
    'styles are cut to what pages use and undone for older browsers, each page is written as Markdown and weighed for ' +
    'the copy that is taken offline, and that takes half a second before the first page.',
};

const ofKey = {
  must: 50,
  aim: 16,
  inTheWay:
    'form and answer are one tree, looked through at each key, and what of it became longer or shorter is laid out ' +
    'anew together with what stands below.',
};
const ofWaking = {
  must: 200,
  aim: 50,
  inTheWay:
    'the browser styles and lays out its first screen in one task, most of it to make ready the letters it is ' +
    'written in, which a page without any tool pays as well.',
};

const ofLog = {
  must: 2.5,
  aim: 2,
  inTheWay:
    'order numbers have to be told apart, and each row is counted by day, product, country and carrier; looking at a byte is none of that.',
};
/** A page more costs no more than one before; measured on a machine that does other things as well. */
const ofGrowth = {
  must: 1.05,
  aim: 1,
  inTheWay: 'memory is looked through more often the more of it is in use.',
};
const ofLighthouse = { must: 0, aim: 0, inTheWay: 'the faults named beside each page.' };
const ofLogTask = {
  must: 50,
  aim: 16,
  inTheWay: 'the report comes in one message and each of its seven answers is drawn as one task.',
};
const ofLogMemory = {
  must: 300,
  aim: 200,
  inTheWay:
    'an empty page takes about 130; the rest is one number for each row and column, twice, so that another way of counting does not read the file again.',
};

/**
 * Milliseconds and no ratio, on a machine of two processors with nothing else to do: two seconds are what somebody
 * was promised, and a look that takes ten milliseconds swings more than the check does. A busy machine measures itself.
 */
const ofListings = {
  must: 2000,
  aim: 1400,
  inTheWay:
    'some six hundred looks at each listing, of which most are turned away by its signs before a pattern is asked; two processors share the rows.',
};
const ofListingsTask = {
  must: 50,
  aim: 30,
  inTheWay:
    'a table of a megabyte is read in one task, and copies of one product are looked for in another.',
};

/** @type {Readonly<Record<string, { must: number, aim: number, inTheWay: string }>>} */
export const aims = {
  'playbook, first paint': {
    must: 18_000,
    aim: 14_600,
    inTheWay:
      'the list of all pages (2.7 kB) and styles for what lies below the first screen (2 kB), wanted as soon as one scrolls.',
  },
  'playbook, Chinese, first paint': {
    must: 18_000,
    aim: 14_600,
    inTheWay: 'as in English; Chinese text takes a little more once packed.',
  },
  'playbook, all': {
    must: 40_000,
    aim: 32_000,
    inTheWay: 'scripts that a playbook does not need.',
  },
  'playbook, Chinese, all': {
    must: 40_000,
    aim: 32_000,
    inTheWay: 'scripts that a playbook does not need.',
  },
  'dispute-rate, all': {
    must: 70_000,
    aim: 60_000,
    inTheWay:
      'the site’s own shell and styles (18 kB), Preact and the frame of a tool (14 kB), the calculation with its explanations (15 kB), texts (5 kB).',
  },
  'dispute-rate, Chinese, all': {
    must: 70_000,
    aim: 60_000,
    inTheWay: 'as in English.',
  },
  'deadline-planner, all': {
    must: 90_000,
    aim: 60_000,
    inTheWay:
      'reading moments and countdowns (12 kB), counting a case and saying it (15 kB with its texts), the site’s own shell and styles (18 kB), Preact and the frame of a tool (14 kB).',
  },
  'deadline-planner, Chinese, all': {
    must: 90_000,
    aim: 60_000,
    inTheWay: 'as in English; Chinese text takes a little more once packed.',
  },
  'reply-script, all': {
    must: 100_000,
    aim: 60_000,
    inTheWay:
      'the site’s own page and styles (22 kB), what draws and answers a form in any tool (15 kB), what puts a reply together and reads what is typed into it (25 kB), texts of the interface (5 kB).',
  },
  'reply-script, to the first reply': {
    must: 101_000,
    aim: 60_000,
    inTheWay:
      'the page (81 kB, of it what puts a reply together and reads what is typed 25, and 1 for words where a part did not arrive), and the guard with its words in the letters that were written (20 kB), because words of one’s own are never shown unread; days, amounts and words that are no name bring 9 kB more.',
  },
  'case-desk of 2,000 cases, opening': {
    must: 1000,
    aim: 500,
    inTheWay: 'form, board and paste box are drawn once more with the data read from the page.',
  },
  'case-desk of 2,000 cases, a change': {
    must: 50,
    aim: 16,
    inTheWay: 'the whole case is drawn anew with each change of it.',
  },
  ...Object.fromEntries(
    keyTools.flatMap((tool) => [
      [`${tool}, a key`, ofKey],
      [`${tool}, waking`, ofWaking],
    ]),
  ),
  "build of as many pages to Starlight's": ofBuild,
  "build of 800 pages to Starlight's": ofBuild,
  "build of 1200 pages to Starlight's": ofBuild,
  'a further page of 800 to 1,200 to one before': {
    must: 1.3,
    aim: 1.1,
    inTheWay: 'memory is looked through more often the more of it is in use.',
  },
  "scale, time of a build to Starlight's": ofShell,
  "scale, memory of a build to Starlight's": ofShell,
  'scale, time of a build, growth to that of the pages': ofGrowth,
  'scale, memory of a build, growth to that of the pages': ofGrowth,
  'scale, bytes of a search, growth to that of the pages': ofGrowth,
  'scale, milliseconds of a search, growth to that of the pages': ofGrowth,
  'Lighthouse, performance, points short of 100': {
    must: 10,
    aim: 0,
    inTheWay:
      'it counts the time of this machine as that of a phone four times as slow: a busy one loses points.',
  },
  'Lighthouse, accessibility, points short of 100': ofLighthouse,
  'Lighthouse, best-practices, points short of 100': ofLighthouse,
  'Lighthouse, seo, points short of 100': ofLighthouse,
  'a rate on the command line to starting Node': {
    must: 4,
    aim: 2,
    inTheWay:
      'the content is read from one file and the calculator loaded, each about as much as starting Node.',
  },
  'a million rows to a look at their bytes': ofLog,
  'a million rows, longest task of the page': ofLogTask,
  'a million rows, memory of the page in MB': ofLogMemory,
  'a thousand listings, milliseconds from the file to the result': ofListings,
  'a thousand listings, longest task of the page': ofListingsTask,
  'board, 2,000 rows to 200': linear,
  'guard, 50 English sentences to 5': linear,
  'guard, 20,000 Chinese characters without an end to 2,000': linear,
};

/**
 * The figures with an aim beside their must and aim, a line for each aim that is missed, and whether every must
 * is `held`. `measured` holds figures by name.
 *
 * @param {Record<string, number>} measured
 * @param {typeof aims} from
 */
export function judged(measured, from = aims) {
  /** @type {Record<string, { figure: number; must: number; aim: number; held: string }>} */
  const rows = {};
  /** @type {string[]} */
  const lines = [];
  let held = true;
  for (const [name, { must, aim, inTheWay }] of Object.entries(from)) {
    const figure = measured[name];
    if (figure === undefined) continue;
    rows[name] = { figure, must, aim, held: figure <= must ? 'yes' : 'NO' };
    held &&= figure <= must;
    if (figure > aim)
      lines.push(`${name}: ${figure}, and the aim is ${aim}. In the way: ${inTheWay}`);
  }
  return { rows, lines, held };
}
