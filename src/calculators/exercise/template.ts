import { addHours, HOUR, isoInstant, localText, parseInstant } from '../shared/time.ts';
import { readAt } from '../shared/read-at.ts';
import type { Language } from '../shared/rule.ts';
import type { Drawn, Template, Variant } from './schema.ts';

const REFERENCE = /^\$(\w+)(?: ([+-]\d+)(d|h)?)?$/;
const HOURS = { d: 24, h: 1 } as const;

const plainOf = (drawn: Drawn, language: Language): string | number =>
  typeof drawn === 'object' ? drawn[language] : drawn;

const drawnAs = (name: string, variant: Variant): Drawn => {
  if (!Object.hasOwn(variant, name)) throw new Error(`Nothing called “${name}” is drawn.`);
  return variant[name] as Drawn;
};

function resolveOne(text: string, variant: Variant, language: Language): unknown {
  const found = REFERENCE.exec(text);
  if (!found)
    return text.replace(/\{(\w+)\}/g, (_, name: string) =>
      String(plainOf(drawnAs(name, variant), language)),
    );
  const [, name = '', by, unit] = found;
  const value = plainOf(drawnAs(name, variant), language);
  if (by === undefined) return value;
  if (unit === undefined) return Number(value) + Number(by);
  const at = parseInstant(String(value));
  if (at === null) throw new Error(`“${name}” is no moment.`);
  return isoInstant(addHours(at, Number(by) * HOURS[unit as keyof typeof HOURS]));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInBoth = (value: Record<string, unknown>): boolean =>
  Object.keys(value).length === 2 && 'en' in value && 'zh-CN' in value;

/**
 * A template with its drawn values; a name that was not drawn throws an Error.
 *
 * @param language of what stands there in both.
 */
export function resolve(template: unknown, variant: Variant, language: Language = 'en'): unknown {
  if (typeof template === 'string') return resolveOne(template, variant, language);
  if (Array.isArray(template)) return template.map((each) => resolve(each, variant, language));
  if (!isMap(template)) return template;
  if (isInBoth(template)) return resolve(template[language], variant, language);
  return Object.fromEntries(
    Object.entries(template).map(([name, each]) => [name, resolve(each, variant, language)]),
  );
}

/** One template over another: maps are joined, everything else is put in the place of what was there. */
export const overlay = (base: Template, over: Template | undefined): Template =>
  Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(over ?? {}).map(([name, value]) => {
      const below = base[name];
      return [name, isMap(below) && isMap(value) ? overlay(below, value) : value];
    }),
  ]);

/** A moment on the clock of a zone, to the minute: `2026-11-17 19:00`. */
export const clockText = (instant: string, zone: string): string => {
  const at = parseInstant(instant);
  return at === null ? instant : localText(at, zone).slice(0, 16).replace('T', ' ');
};

/**
 * A text with what was drawn (`{name}`), with what the tool answered (`{=path}`), and moments on the
 * clock of a zone (`{name@Asia/Shanghai}`). A gap without a value throws an Error.
 */
export const fillText = (
  text: string,
  variant: Variant,
  language: Language,
  answer?: unknown,
): string =>
  text.replace(/\{(=?)([^{}@]+)(?:@([\w/+-]+))?\}/g, (gap, isRead, name: string, zone?: string) => {
    const value = isRead ? readAt(answer, name) : variant[name];
    const shown = isMap(value) ? value[language] : value;
    if (typeof shown !== 'string' && typeof shown !== 'number')
      throw new Error(`No value for ${gap}.`);
    return zone === undefined ? String(shown) : clockText(String(shown), zone);
  });

/** A moment that was meant for one clock and written on another: what the first clock makes of it. */
export function misread(instant: string, meant: string, written: string): string | null {
  const at = parseInstant(instant);
  if (at === null) return null;
  const offset = (zone: string) =>
    Date.parse(`${localText(at, zone).slice(0, 19)}Z`) - Math.floor(at / 1000) * 1000;
  return isoInstant(addHours(at, (offset(written) - offset(meant)) / HOUR));
}
