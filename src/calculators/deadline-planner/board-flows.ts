/** Which kind of case somebody means by a name. */
import { KINDS, namesOf, type Kind } from './board-kinds.ts';
import type { Flow, Flows } from './flow.ts';

const kinds = Object.keys(KINDS) as Kind[];

/** A name as it is compared: width, case, accents, spaces and signs make no difference, nor an article. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    // “A to Z” has none.
    .replace(/^(?:the|an?) (?!to z)/, '')
    .replace(/[\p{P}\p{Z}\s]+/gu, '');

export interface FlowIndex {
  /** By plain name; a name may belong to several. */
  names: ReadonlyMap<string, readonly Flow[]>;
  /** Plain names that no other platform has: titles, ids, and words of one platform only. */
  own: ReadonlySet<string>;
  /** By what a platform is called: its id, what stands before the colon of a title, and what people write. */
  platforms: ReadonlyMap<string, string>;
}

/** `速卖通：货不对版` as the platform and the kind. */
function partsOf(title: string): [platform: string, kind: string] {
  const at = title.search(/[:：]/);
  return at < 0 ? ['', title] : [title.slice(0, at), title.slice(at + 1)];
}

/** What people call a platform, beside its id and what its kinds of case are titled by. */
const ALSO: Readonly<Record<string, string>> = {
  aliexpress:
    'Ali|AE|AliExpress.com|AliExpress.ru|速賣通|全球速卖通|阿里速卖通|Алиэкспресс|АлиЭкспресс|Али|알리익스프레스|알리',
  amazon: 'Amazon.com|Amazon.de|AMZ|亞馬遜|Амазон|아마존',
  ebay: 'eBay.com|易贝|易貝|Ебей|Ибей|이베이',
  etsy: 'Etsy.com|Этси|엣시',
  ozon: 'Ozon.ru|Ozon Global|realFBS|Озон|오존',
  paypal: 'PayPal.com|贝宝|貝寶|Пейпал|페이팔',
  tiktok: 'TikTok|TikTok Shop|抖音海外|Тикток|틱톡|틱톡샵',
};

/** Between a name and its platform: “on AliExpress”, «на Ozon», 在, 上的. */
const LINKING = 'on|at|from|in|auf|bei|von|на|в|sur|chez|en|no|na|w|在|上|的|상|에서|의';
const AT_END = new RegExp(`(?:${LINKING})$`);
const AT_START = new RegExp(`^(?:${LINKING})`);

/** Everything a kind of case goes by: ids, titles in both languages, and names. */
export function flowIndex(flows: Flows): FlowIndex {
  const names = new Map<string, Flow[]>();
  const own = new Set<string>();
  const platforms = new Map<string, string>();
  const add = (name: string, flow: Flow) => {
    const key = plainName(name);
    if (key === '') return;
    const known = names.get(key) ?? [];
    if (!known.includes(flow)) names.set(key, [...known, flow]);
  };
  for (const flow of flows.values()) {
    const titles = Object.values(flow.title).filter((title) => title !== '');
    for (const name of [flow.platform, ...(ALSO[flow.platform] ?? '').split('|')])
      platforms.set(plainName(name), flow.platform);
    for (const name of [flow.id, ...titles, ...(flow.ownNames ?? [])]) {
      add(name, flow);
      own.add(plainName(name));
    }
    add(flow.id.slice(flow.platform.length + 1), flow);
    for (const name of [...namesOf(flow.kinds ?? []), ...(flow.names ?? [])]) add(name, flow);
    for (const title of titles) {
      const [platform, kind] = partsOf(title);
      if (platform !== '') platforms.set(plainName(platform), flow.platform);
      add(kind, flow);
    }
  }
  return { names, own, platforms };
}

/** The platform of this name; null where it is not known. */
export const platformOf = ({ platforms }: FlowIndex, name: string): string | null =>
  platforms.get(plainName(name)) ?? null;

/** A name with a platform before or behind it, taken apart; the longest name of a platform counts. */
function apart({ names, platforms }: FlowIndex, name: string): readonly Flow[] | null {
  const known = [...platforms].sort(([a], [b]) => b.length - a.length);
  for (const [called, platform] of known) {
    const rests = [name, name.replace(AT_START, '')].flatMap((each) => [
      ...(each.startsWith(called) ? [each.slice(called.length)] : []),
      ...(each.endsWith(called) ? [each.slice(0, -called.length)] : []),
    ]);
    for (const rest of rests.flatMap((each) => [
      each,
      each.replace(AT_END, ''),
      each.replace(AT_START, ''),
    ])) {
      const found = (names.get(rest) ?? []).filter((flow) => flow.platform === platform);
      if (found.length > 0) return found;
    }
  }
  return null;
}

const only = new Map<Kind, readonly string[]>();
/** Names, as they are compared, that this kind shares with no other. */
function namesOnlyOf(kind: Kind): readonly string[] {
  const known = only.get(kind);
  if (known) return known;
  const others = new Set(
    namesOf(kinds.filter((other) => other !== kind)).map((name) => plainName(name)),
  );
  const own = namesOf([kind]).map(plainName);
  const found = own.filter((name) => !others.has(name));
  only.set(kind, found);
  return found;
}

/** The event a pasted moment stands for, by what the row calls the case. */
export function startOf(flow: Flow, name: string): string {
  const key = plainName(name);
  const found = Object.entries(flow.startsAs ?? {}).find(([kind]) =>
    namesOnlyOf(kind as Kind).some((each) => key.includes(each)),
  );
  return found?.[1] ?? flow.primary;
}

/** So long a name has to be to be looked for in a sentence: “order” stands in many that are about another thing. */
const LEAST = { letters: 6, signs: 2 };

/** What the longest name in a sentence stands for: “item arrived broken”, 没收到货，要退款. */
function within({ names }: FlowIndex, sentence: string): readonly Flow[] {
  let longest = 0;
  let found: readonly Flow[] = [];
  for (const [name, flows] of names) {
    const least = /\p{Script=Han}|\p{Script=Hangul}/u.test(name) ? LEAST.signs : LEAST.letters;
    if (name.length < Math.max(least, longest) || !sentence.includes(name)) continue;
    found = name.length > longest ? flows : [...new Set([...found, ...flows])];
    longest = name.length;
  }
  return found;
}

export interface FoundFlows {
  /** Flows the name can mean here; empty where it is not known. */
  meant: readonly Flow[];
  /** Flows the name can mean on any platform: one of them may have been chosen. */
  all: readonly Flow[];
  /** What says which platform is meant: the row itself, the platform one is at, or nothing. */
  by: 'row' | 'assumed' | 'nothing';
}

/**
 * The flows a name can mean. Most names stand for a kind of case that other platforms have too, known
 * here or not: they mean one only where the row or the reader says the platform.
 *
 * @param platform what the row says; where it names one, only its flows are meant.
 * @param assumed the platform the reader is at.
 */
export function findFlows(
  index: FlowIndex,
  name: string,
  platform: string,
  assumed: string | null,
): FoundFlows {
  const key = plainName(name);
  const all = index.names.get(key) ?? apart(index, key) ?? [];
  const said = platformOf(index, platform);
  const on = (where: string | null, of = all) => of.filter((flow) => flow.platform === where);
  if (all.length === 0) {
    // A sentence is never taken for a name: whoever wrote it is asked.
    const likely = within(index, key);
    const here = on(said ?? assumed, likely);
    return { all: likely, meant: here.length > 0 || said !== null ? here : likely, by: 'nothing' };
  }
  if (said !== null) return { all, meant: on(said), by: 'row' };
  if (index.own.has(key) || !index.names.has(key)) return { all, meant: all, by: 'row' };
  const near = on(assumed);
  return near.length > 0 ? { all, meant: near, by: 'assumed' } : { all, meant: all, by: 'nothing' };
}
