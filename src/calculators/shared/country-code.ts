/** Codes that name no place a parcel goes to: unions, and those kept for tests and the unknown. */
const NO_PLACE = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

let names: Intl.DisplayNames | undefined;

/**
 * A code that stands for a country today, with a name the engine knows; one that was replaced (`DD`, `SU`)
 * does not.
 *
 * @param code ISO 3166-1 alpha-2.
 */
export function isPlace(code: string): boolean {
  if (NO_PLACE.has(code)) return false;
  names ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  try {
    return new Intl.Locale(`und-${code}`).region === code && names.of(code) !== undefined;
  } catch {
    return false;
  }
}
