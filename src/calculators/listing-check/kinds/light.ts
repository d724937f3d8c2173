import { figureOf, findAt, standsIn, type Asked, type Find } from '../engine.ts';
import { fold, patterns } from '../text.ts';
import { propertyOf, saysIn } from './properties.ts';
import type { Stated } from './stated.ts';
import { quantitiesIn } from './units.ts';

interface LightOptions {
  /** The most lumens a watt can give. */
  rule: string;
  /** What is above this one as well is told by another check. */
  below: string;
  /** Beside these a power is that of another part, of one of many lamps, or of the lamp that is replaced. */
  not: readonly string[];
}

/** How far from a power the word may stand that says what it is the power of. */
const NEAR = 18;

/** More lumens than its watts can be turned into, whatever makes the light. */
export function light(asked: Asked, { rule, below, not }: LightOptions): Find[] {
  const most = figureOf(asked, rule);
  const above = below === '' ? Infinity : figureOf(asked, below);
  const flux = propertyOf(asked, 'light');
  const power = propertyOf(asked, 'power');
  if (typeof most !== 'number' || typeof above !== 'number' || !flux || !power) return [];
  const { parts, words } = asked;
  const stated = parts.flatMap((part) => (saysIn(part, flux) ? flux.statedIn(part) : []));
  if (stated.length === 0) return [];
  const watts = parts.flatMap((part) => (saysIn(part, power) ? power.statedIn(part) : []));
  const others = patterns(not);
  const isOther = ({ part, start, end }: Stated) =>
    standsIn(others, part.name) ||
    standsIn(others, fold(part.text.raw.slice(Math.max(0, start - NEAR), end + NEAR)));
  const strongest = highest(watts);
  // Whatever it is the power of, the lamp may have as much.
  if (!strongest || watts.every(isOther)) return [];
  // The lumens may be those of a whole pack, the watts those of one lamp in it.
  const lamps = parts.flatMap(({ text }) => quantitiesIn(text, words.data));
  const all = strongest.high * Math.max(1, ...lamps.map(({ count }) => count));
  const brightest = highest(stated);
  const each = brightest ? brightest.high / all : 0;
  if (!brightest || each <= most || each > above) return [];
  return [
    findAt(brightest.part, brightest, {
      values: {
        watts: strongest.part.text.raw.slice(strongest.start, strongest.end),
        each: Math.round(each),
        most,
      },
      also: flux
        .everyIn(brightest.part)
        .filter(({ start }) => start !== brightest.start)
        .map(({ start, end }) => ({ start, end, by: '' })),
    }),
  ];
}

const highest = (all: readonly Stated[]): Stated | undefined =>
  [...all].sort((a, b) => b.high - a.high)[0];
