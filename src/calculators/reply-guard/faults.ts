import type { Language, Localized } from '../shared/rule.ts';
import type { GuardRule, GuardWarning, Place } from './rule.ts';
import { endsSentence } from './sentence.ts';

/** A place in the text as it was typed that fits a pattern of a rule. */
export interface Find extends Place {
  rule: GuardRule;
  /** Rulebook id that is quoted on the platform in question; null where none is needed. */
  ruleId: string | null;
}

const byPlace = (a: Place, b: Place) => a.start - b.start || a.end - b.end;

/** Overlapping and touching places of one rule are one place. */
function merged(finds: readonly Find[]): Find[] {
  const places: Find[] = [];
  for (const find of [...finds].sort(byPlace)) {
    const last = places.at(-1);
    if (last && find.start <= last.end) last.end = Math.max(last.end, find.end);
    else places.push({ ...find });
  }
  return places;
}

const graver = (a: Find, b: Find) =>
  Number(b.rule.severity === 'forbidden') - Number(a.rule.severity === 'forbidden');
const wider = (a: Find, b: Find) => b.end - b.start - (a.end - a.start);

/**
 * Where several guard rules rest on the same rule of the rulebook and speak of the same words, the
 * graver one speaks, then the one that covers more of them; the rest of its words are its as well.
 */
function oneVoice(places: readonly Find[]): Find[] {
  const kept: Find[] = [];
  let group: Find[] = [];
  let end = -1;
  const close = () => {
    const [first, ...others] = [...group].sort((a, b) => graver(a, b) || wider(a, b));
    if (first)
      kept.push({
        ...first,
        start: Math.min(first.start, ...others.map((each) => each.start)),
        end: Math.max(first.end, ...others.map((each) => each.end)),
      });
    group = [];
  };
  for (const place of [...places].sort(byPlace)) {
    if (place.start >= end) close();
    group.push(place);
    end = Math.max(end, place.end);
  }
  close();
  return kept;
}

/** Does a sentence or a line end between two places? */
const parted = (text: string, from: number, to: number) => {
  for (let index = from; index < to; index += 1)
    if (text[index] === '\n' || endsSentence(text, index)) return true;
  return false;
};

/** Groups by key, in the order in which the keys first appear. */
const grouped = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
};

/** Makes warnings of finds: one a fault and passage, however many patterns and words speak of it. */
export function finish(
  finds: readonly Find[],
  asked: { text: string; platform: string; gloss: Language; borrowed: Localized },
): GuardWarning[] {
  const { text, platform, gloss, borrowed } = asked;
  const places = grouped(finds, ({ rule }) => rule.id).flatMap(merged);
  const faults = grouped(places, ({ rule, ruleId }) => ruleId ?? `only ${rule.id}`).flatMap(
    oneVoice,
  );
  const warnings = grouped(faults, ({ rule }) => rule.id).flatMap((ofRule) => {
    const passages: Find[][] = [];
    for (const place of ofRule.sort(byPlace)) {
      const passage = passages.at(-1);
      const last = passage?.at(-1);
      // What contradicts itself is one fault, however far its places are apart.
      const isOne = place.rule.reads === 'amounts';
      if (passage && last && (isOne || !parted(text, last.end, place.start))) passage.push(place);
      else passages.push([place]);
    }
    return passages.flatMap((passage): GuardWarning[] => {
      const [first] = passage;
      const last = passage.at(-1);
      if (!first || !last) return [];
      const { rule, ruleId } = first;
      const own =
        ruleId === null ||
        rule.ofOthers ||
        [platform, 'law', 'research'].some((publisher) => ruleId.startsWith(`${publisher}.`));
      return [
        {
          ruleId,
          start: first.start,
          end: last.end,
          places: passage.map(({ start, end }) => ({ start, end })),
          message: own
            ? rule.why[gloss]
            : `${rule.why[gloss]}${gloss === 'en' ? ' ' : ''}${borrowed[gloss]}`,
          instead: rule.instead[gloss],
          guard: rule.id,
          severity: rule.severity,
        },
      ];
    });
  });
  return warnings.sort((a, b) => byPlace(a, b) || (a.guard < b.guard ? -1 : 1));
}
