import { onceFor } from '../../shared/once-for.ts';
import { findAt, standsIn, type Asked, type Find } from '../engine.ts';
import { patterns } from '../text.ts';
import { isAsked, propertyOf, saysIn } from './properties.ts';
import type { Stated } from './stated.ts';

interface MainsOptions {
  /** `EU plug CEF`: a value of the property and the types it fits. */
  plugs: readonly string[];
  /** `230 CF AT DE`: volts, types of sockets and the countries that have them. */
  places: readonly string[];
  /** Words that make goods fit elsewhere, too, or are goods that do. */
  not: readonly string[];
}

interface Place {
  volts: number[];
  types: string;
}

const placesOf = onceFor(placesIn);

function placesIn(lines: readonly string[]): Map<string, Place> {
  return new Map(
    lines.flatMap((line) => {
      const [volts = '', types = '', ...countries] = line.split(' ');
      const place = { volts: volts.split('/').map(Number), types };
      return countries.map((country) => [country, place] as const);
    }),
  );
}

/** Mains are about a hundred volts or about two hundred; anything else feeds from something else. */
const LOW = { min: 100, max: 130 };
const HIGH = { min: 200, max: 250 };
const isIn = (volts: number, { min, max }: typeof LOW) => volts >= min && volts <= max;

/** Goods for other sockets, or another mains voltage, than the buyer's country has. */
export function mains(asked: Asked, options: MainsOptions): Find[] {
  const { country } = asked.listing;
  const place = country === null ? undefined : placesOf(options.places).get(country);
  if (country === null || !place) return [];
  if (asked.parts.some(({ text }) => standsIn(patterns(options.not), text))) return [];
  const statedOf = (id: string): Stated[] => {
    const known = propertyOf(asked, id);
    return known && isAsked(asked, known)
      ? asked.parts.flatMap((part) => (saysIn(part, known) ? known.statedIn(part) : []))
      : [];
  };
  const values = {
    country,
    volts: place.volts.join('/'),
    types: [...place.types].join('/'),
  };
  const told = (one: Stated | undefined): Find[] =>
    one ? [findAt(one.part, one, { values })] : [];

  const typesOf = new Map(
    options.plugs.map((line): [string, string] => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  const plugs = statedOf('plug');
  const fits = ({ value }: Stated) =>
    [...(typesOf.get(value) ?? place.types)].some((type) => place.types.includes(type));
  const wrongPlug = plugs.some(fits) ? undefined : plugs[0];

  const ofMains = statedOf('voltage').filter(({ amounts, high }) => {
    const low = Math.min(...amounts);
    return [LOW, HIGH].some((band) => isIn(low, band) || isIn(high, band));
  });
  const isBoth = (band: typeof LOW) => place.volts.some((volts) => isIn(volts, band));
  const reaches = ({ amounts, high }: Stated) =>
    [LOW, HIGH].some(
      (band) => isBoth(band) && Math.min(...amounts) <= band.max && high >= band.min,
    );
  const wrongVolts = ofMains.some(reaches) ? undefined : ofMains[0];
  return [...told(wrongPlug), ...told(wrongVolts)];
}
