/** Which kind of case somebody means by a name. */
import type { Flow, Flows } from './flow.ts';

/** A name as it is compared: width, case, spaces and signs make no difference, nor an article. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/[\p{P}\p{Z}\s]+/gu, '');

export interface FlowIndex {
  /** By plain name; a name may belong to several. */
  names: ReadonlyMap<string, readonly Flow[]>;
  /** By what a platform is called: its id, and what stands before the colon of a title. */
  platforms: ReadonlyMap<string, string>;
}

/** `速卖通：货不对版` as the platform and the kind. */
function partsOf(title: string): [platform: string, kind: string] {
  const at = title.search(/[:：]/);
  return at < 0 ? ['', title] : [title.slice(0, at), title.slice(at + 1)];
}

/** Everything a kind of case goes by: ids, titles in both languages, and names, with the platform or without. */
export function flowIndex(flows: Flows): FlowIndex {
  const names = new Map<string, Flow[]>();
  const platforms = new Map<string, string>();
  const add = (name: string, flow: Flow) => {
    const key = plainName(name);
    if (key === '') return;
    const known = names.get(key) ?? [];
    if (!known.includes(flow)) names.set(key, [...known, flow]);
  };
  for (const flow of flows.values()) {
    const titles = Object.values(flow.title).filter((title) => title !== '');
    platforms.set(plainName(flow.platform), flow.platform);
    const kinds = [...(flow.names ?? []), ...titles.map((title) => partsOf(title)[1])];
    add(flow.id, flow);
    add(flow.id.slice(flow.platform.length + 1), flow);
    for (const title of titles) {
      const [platform] = partsOf(title);
      if (platform !== '') platforms.set(plainName(platform), flow.platform);
      add(title, flow);
      for (const kind of kinds) add(platform + kind, flow);
    }
    for (const kind of kinds) {
      add(kind, flow);
      add(flow.platform + kind, flow);
    }
  }
  return { names, platforms };
}

/**
 * The flows a name can mean: none, one, or several that have to be asked about.
 *
 * @param platform what the row says; where it names one, only its flows are meant.
 * @param assumed the platform the reader is at; it settles a name that fits several platforms.
 */
export function findFlows(
  { names, platforms }: FlowIndex,
  name: string,
  platform: string,
  assumed: string | null,
): readonly Flow[] {
  const found = names.get(plainName(name)) ?? [];
  const named = platforms.get(plainName(platform)) ?? null;
  if (platform !== '' && named !== null) return found.filter((flow) => flow.platform === named);
  if (found.length < 2 || assumed === null) return found;
  const near = found.filter((flow) => flow.platform === assumed);
  return near.length > 0 ? near : found;
}
