import { openCase, solve, type Ask, type Exercise } from '@/calculators/exercise/index.ts';
import { knowEveryWord, momentWords } from '@/calculators/shared/moment/every-word.ts';
import type { Content } from '@/calculators/shared/tool.ts';
import { askThrough } from './doors.ts';
import type { Slice } from './slice-content.ts';

/** A map that remembers which of its entries somebody asked for. */
class Watched<Value> extends Map<string, Value> {
  readonly asked = new Set<string>();
  override get(id: string) {
    this.asked.add(id);
    return super.get(id);
  }
  override has(id: string) {
    this.asked.add(id);
    return super.has(id);
  }
}

/**
 * How many seeds are tried at most to learn which rules are needed, and after how many that asked for nothing
 * new no more are; a test tries others.
 */
const TRIED = 24;
const QUIET = 3;
/** Languages a workshop writes in: the guard needs no others. */
const SPOKEN = new Set(['any', 'en', 'zh-CN']);

/** Tools that read moments or days. */
const READS_MOMENTS = new Set(['case-desk', 'deadline-planner', 'reply-script']);

/** What stands in moments of whatever language. */
let anyWords: ReturnType<typeof momentWords> | undefined;

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const named = (content: unknown) =>
  new Set([...JSON.stringify(content).matchAll(/"([\w.-]+)"/g)].map(([, word]) => word));

/** A script in the languages of the workshop, without the words it is looked for by. */
function inSpoken(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inSpoken);
  if (!isTree(part)) return part;
  const kept = 'en' in part && 'ru' in part ? (word: string) => SPOKEN.has(word) : () => true;
  return Object.fromEntries(
    Object.entries(part).flatMap(([word, value]) =>
      kept(word) && word !== 'aliases' ? [[word, inSpoken(value)] as const] : [],
    ),
  );
}

/** A guard rule in the languages of the workshop. */
const spoken = (guard: unknown): unknown =>
  isTree(guard)
    ? Object.fromEntries(
        Object.entries(guard).map(([part, lists]) => [
          part,
          ['words', 'patterns', 'rawPatterns', 'unless', 'unlessText'].includes(part) &&
          isTree(lists)
            ? Object.fromEntries(Object.entries(lists).filter(([language]) => SPOKEN.has(language)))
            : lists,
        ]),
      )
    : guard;

/**
 * Whether an exercise needs a guard: one of the platforms that are named, for what they forbid. Days and
 * amounts of a made-up case are not the reader's own, so nothing that weighs them is asked.
 */
const isForLines = (guard: unknown, words: ReadonlySet<string | undefined>): boolean => {
  if (!isTree(guard)) return true;
  const { reads, fields, platforms } = guard;
  const isHere = !Array.isArray(platforms) || platforms.some((platform) => words.has(platform));
  return reads === undefined && fields === undefined && isHere;
};

const OTHER_LETTERS = /[\p{Script=Cyrillic}\p{Script=Han}]/u;

/** Words of listings without those in letters the listings of exercises do not have. */
function latin(part: unknown): unknown {
  if (Array.isArray(part)) {
    const kept = part.filter((each) => typeof each !== 'string' || !OTHER_LETTERS.test(each));
    // No word at all would mean another thing than no word of these letters.
    return (kept.length > 0 ? kept : part).map(latin);
  }
  return isTree(part)
    ? Object.fromEntries(Object.entries(part).map(([name, each]) => [name, latin(each)]))
    : part;
}

/** A fault of listings as the platforms that are named need it: their checks, and none of its words. */
const faultFor = (fault: unknown, words: ReadonlySet<string | undefined>): unknown =>
  isTree(fault)
    ? {
        ...fault,
        label: undefined,
        harm: undefined,
        checks: (fault['checks'] as readonly Tree[])
          .filter(
            ({ platforms }) =>
              !Array.isArray(platforms) || platforms.some((platform) => words.has(platform)),
          )
          .map((check) => ({ ...check, message: undefined })),
      }
    : fault;

/** The file of the desk with the causes that are named. */
const causesOf = (desk: Tree, words: ReadonlySet<string | undefined>): Tree => ({
  ...desk,
  causes: Object.fromEntries(
    Object.entries(desk['causes'] as Tree).filter(([cause]) => words.has(cause)),
  ),
});

const bareList = ({ items }: Tree): Tree => ({
  items: (items as readonly Tree[]).map(({ id }) => ({ id })),
});

/** Which entries of a collection can be needed at all by what names these words. */
function narrowed(
  name: string,
  items: ReadonlyMap<string, unknown>,
  words: ReadonlySet<string | undefined>,
) {
  if (name === 'guards')
    return new Map(
      [...items].flatMap(([id, guard]) =>
        isForLines(guard, words) ? [[id, spoken(guard)] as const] : [],
      ),
    );
  if (name === 'listing-faults')
    return new Map([...items].map(([id, fault]) => [id, latin(faultFor(fault, words))]));
  if (name === 'listing-parts') return new Map([...items].map(([id, parts]) => [id, latin(parts)]));
  // Who writes no reply from a script asks its parts for nothing but how long a message may be.
  if (name === 'script-parts' && !words.has('reply-script'))
    return new Map(
      [...items].map(([id, parts]) => [id, { limits: isTree(parts) ? parts['limits'] : [] }]),
    );
  // Of the desk's causes and lists those of the case; what their items say stands on other pages.
  if (name === 'desk')
    return new Map(
      [...items].map(([id, desk]) => [id, isTree(desk) ? causesOf(desk, words) : desk]),
    );
  if (name === 'checklists')
    return new Map(
      [...items].flatMap(([id, list]) =>
        id.startsWith('respond-evidence-') && isTree(list) ? [[id, bareList(list)] as const] : [],
      ),
    );
  // Desks are in China; a table of all countries would weigh more than the exercise.
  if (name === 'calendars') return new Map([...items].filter(([id]) => id.startsWith('cn-')));
  if (name === 'scripts')
    return new Map(
      [...items].flatMap(([id, script]) =>
        words.has(id) ? [[id, inSpoken(script)] as const] : [],
      ),
    );
  if (['metrics', 'flows'].includes(name))
    return new Map([...items].filter(([id]) => words.has(id)));
  return items;
}

/**
 * The rules a metric sets a rate beside. A shop in the worst of five zones asks for one that few seeds ask
 * for, so none is left to chance; what it only quotes for readers is not needed.
 */
const linesOf = (metric: unknown) =>
  named({ ...(isTree(metric) ? metric : {}), definition: undefined, window: undefined });

/**
 * The content some work is done with, found by doing it.
 *
 * @param asked what names the entries it may need: an exercise, or the questions of an exam.
 * @param tools the tools it asks.
 * @param work does what the page will do for one seed; false where other seeds ask for nothing else.
 */
export async function sliceOf(
  asked: unknown,
  tools: readonly string[],
  content: Content,
  work: (ask: Ask, seed: number) => Promise<boolean>,
): Promise<Slice> {
  knowEveryWord();
  const names = named(asked);
  const rules = new Watched(content.rules());
  const used = new Map<string, ReadonlyMap<string, unknown>>();
  const watching: Content = {
    rules: () => rules,
    messages: () => content.messages(),
    collection: <Item>(name: string) => {
      const known = used.get(name) ?? narrowed(name, content.collection(name), names);
      used.set(name, known);
      return known as ReadonlyMap<string, Item>;
    },
  };
  const ask = askThrough(watching);
  let learned = 0;
  for (let seed = 0; seed < TRIED && seed - learned <= QUIET; seed += 1) {
    const before = rules.asked.size + used.size;
    if (!(await work(ask, seed))) break;
    if (rules.asked.size + used.size > before) learned = seed;
  }
  const lines = [...(used.get('metrics')?.values() ?? [])].flatMap((each) => [...linesOf(each)]);
  return {
    rules: Object.fromEntries(
      [...new Set([...rules.asked, ...lines])].flatMap((id = '') => {
        const rule = content.rules().get(id);
        return rule ? [[id, rule] as const] : [];
      }),
    ),
    words: tools.some((tool) => READS_MOMENTS.has(tool)) ? (anyWords ??= momentWords([])) : [],
    collections: Object.fromEntries(
      [...used].map(([name, items]) => [name, Object.fromEntries(items)]),
    ),
  };
}

/**
 * What several exercises are solved with: of each collection all that one of those who need it names.
 * Not the sum of their slices: two parts of one entry do not lie beside one another, and the later would
 * take the place of the other.
 */
export function joined(
  exercises: readonly Exercise[],
  slices: readonly Slice[],
  content: Content,
): Slice {
  const used = new Set(slices.flatMap(({ collections }) => Object.keys(collections)));
  const itemsOf = (name: string) => {
    const needing = exercises.filter((_, i) => slices[i]?.collections[name] !== undefined);
    return Object.fromEntries(narrowed(name, content.collection(name), named(needing)));
  };
  return {
    rules: Object.assign({}, ...slices.map(({ rules }) => rules)),
    words: slices.find(({ words }) => words.length > 0)?.words ?? [],
    collections: Object.fromEntries([...used].map((name) => [name, itemsOf(name)])),
  };
}

/**
 * The content an exercise is solved with.
 *
 * @param asOf the moment of the build.
 */
export async function sliceFor(exercise: Exercise, content: Content, asOf: string): Promise<Slice> {
  return sliceOf(exercise, [exercise.solve.tool], content, async (ask, seed) => {
    await solve(openCase(exercise, String(seed), seed % 4), ask, asOf);
    if (exercise.question.type === 'text' && seed === 0)
      await ask('reply-guard', { text: 'Hello' }, asOf);
    // What the guard asks with does not depend on the seed.
    return exercise.kind !== 'reply' || seed < 3;
  });
}
