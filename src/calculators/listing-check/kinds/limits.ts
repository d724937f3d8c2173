import { figureOf, type Asked, type Find } from '../engine.ts';
import type { Fault, Length } from '../fault.ts';
import type { Picture } from '../schema.ts';
import { holds } from '../engine.ts';
import { cutOff, hasGap } from '../text.ts';
import { pictureLines } from './pictures.ts';

/** How much of a limit a field uses. Counted in code points, spaces included; bytes where said. */
export interface Limit {
  field: string;
  used: number;
  allowed: number;
  bound: Length['bound'];
  unit: 'characters' | 'bytes' | 'pictures' | 'words';
  ruleId: string;
  within: boolean;
}

const codePoints = (text: string): number => [...text].length;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

interface Counted {
  part: string;
  text: string;
  used: number;
  unit: Limit['unit'];
}

function countedBy({ field, besides }: Length, { listing }: Asked): Counted[] {
  const given = (part: string, text: string, used: number, unit: Limit['unit']): Counted[] =>
    text === '' ? [] : [{ part, text, used, unit }];
  switch (field) {
    case 'title':
      return given('title', listing.title, codePoints(listing.title), 'characters');
    case 'searchTerms':
      return given('searchTerms', listing.searchTerms, bytes(listing.searchTerms), 'bytes');
    case 'sku.code':
      return listing.skus.flatMap(({ code }, i) =>
        given(`skus.${i}.code`, code, codePoints(code), 'characters'),
      );
    case 'pictures':
      return listing.pictures
        ? [
            {
              part: 'pictures',
              text: '',
              used: listing.pictures.filter((one) => isCounted(one, besides)).length,
              unit: 'pictures',
            },
          ]
        : [];
    case 'description-words': {
      // An open gap will hold more of them than anybody can count yet.
      if (hasGap(listing.description)) return [];
      const used = listing.description.split(/\s+/u).filter((word) => word !== '').length;
      return given('description', listing.description, used, 'words');
    }
  }
}

const isWithin = (used: number, allowed: number, bound: Length['bound']) =>
  bound === 'at-most' ? used <= allowed : bound === 'below' ? used < allowed : used >= allowed;

/** The text up to the limit, cut between words where that costs no more than a word. */
function shortened(text: string, most: number): string {
  const head = [...text].slice(0, most).join('');
  const cut = head.search(/[\s,;，；、|/-]+\S*$/u);
  return cut > head.length / 2 ? head.slice(0, cut) : head;
}

function measured(check: Length, asked: Asked): (Limit & Counted)[] {
  const { country } = asked.listing;
  if (check.countries && (country === null || !check.countries.includes(country))) return [];
  const figure = figureOf(asked, check.rule);
  if (figure === null) return [];
  const allowed =
    typeof figure === 'number' ? figure : check.bound === 'at-least' ? figure.min : figure.max;
  return countedBy(check, asked).map((one) => ({
    ...one,
    field: one.part,
    allowed,
    bound: check.bound,
    ruleId: check.rule,
    within: isWithin(one.used, allowed, check.bound),
  }));
}

const isCounted = ({ kind }: Picture, besides: Length['besides']) => !besides?.includes(kind);

/** The first pictures of those that are counted, and all that are not. */
function taken(pictures: readonly Picture[], besides: Length['besides'], most: number): Picture[] {
  let room = most;
  return pictures.filter((one) => !isCounted(one, besides) || (room -= 1) >= 0);
}

/** What of a field is taken; where something is missing the data has a text for it. */
function fitting(
  { field, bound, besides }: Length,
  { listing }: Asked,
  text: string,
  most: number,
): Pick<Find, 'repair'> {
  if (bound === 'at-least') return {};
  if (field === 'pictures')
    return { repair: pictureLines(taken(listing.pictures ?? [], besides, most)) };
  if (field === 'searchTerms') return { repair: inBytes(text, most) };
  const short = shortened(text, most);
  return { repair: field === 'title' ? cutOff(short) : short };
}

/** Whole words from the first on, as many as so many bytes hold. */
function inBytes(text: string, most: number): string {
  let kept = '';
  for (const word of text.split(/(?<=\s)/u)) {
    if (bytes((kept + word).trimEnd()) > most) break;
    kept += word;
  }
  if (kept !== '') return kept.trimEnd();
  let room = most;
  return [...text].filter((sign) => (room -= bytes(sign)) >= 0).join('');
}

/** Fields that are longer, or hold more, than the platform takes. */
export function length(check: Length, asked: Asked): Find[] {
  return measured(check, asked)
    .filter(({ within }) => !within)
    .map(({ part, text, used, allowed, bound, unit, ruleId }) => {
      const most = bound === 'below' ? allowed - 1 : allowed;
      const start = unit === 'characters' ? [...text].slice(0, most).join('').length : 0;
      return {
        part,
        start,
        end: text.length,
        words: text.slice(start),
        values: { used, allowed, most, over: used - most },
        ...fitting(check, asked, text, most),
        slots: { missing: allowed - used },
        ruleIds: [ruleId],
      };
    });
}

/** Every limit of the platform on a field that was given, used and allowed. */
export function limitsOf(faults: readonly Fault[], asked: Asked): Limit[] {
  return faults.flatMap(({ checks }) =>
    checks.flatMap((check) =>
      check.extends === 'length' && holds(check, asked.listing)
        ? measured(check, asked).map(({ field, used, allowed, bound, unit, ruleId, within }) => ({
            field,
            used,
            allowed,
            bound,
            unit,
            ruleId,
            within,
          }))
        : [],
    ),
  );
}
