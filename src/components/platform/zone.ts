/** The time zone this device is set to, as an IANA name. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Every zone this browser can name, for a list of suggestions; empty where it does not say. */
export const knownZones = (): readonly string[] =>
  typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
