import { signal } from '@preact/signals';
import { clean, longestValue, type ReplySettings } from '@/calculators/reply-script/index.ts';
import { openStore } from '../../platform/storage.ts';

/** What is the same in every reply of a shop. */
export interface KeptSettings extends ReplySettings {
  platform?: string;
  language?: string;
  tone?: string;
}

/** More would be a list to read instead of a shortcut. */
const RECENT = 8;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

const without = (list: readonly string[], id: string) => list.filter((each) => each !== id);

/** Stored records are as hostile as a link: only texts and switches that are known are taken. */
function readSettings(value: unknown): KeptSettings | null {
  if (typeof value !== 'object' || value === null) return null;
  const held = value as Record<string, unknown>;
  const text = (name: string) => {
    const found = held[name];
    return typeof found === 'string' && clean(found) !== ''
      ? clean(found).slice(0, longestValue)
      : undefined;
  };
  const pronoun = text('pronoun');
  return {
    platform: text('platform'),
    language: text('language'),
    tone: text('tone'),
    shop: text('shop'),
    signature: text('signature'),
    pronoun: pronoun === 'вы' || pronoun === 'Вы' ? pronoun : undefined,
    greetByName: held['greetByName'] === false ? false : undefined,
  };
}

/** What this device keeps: settings, favourites and recent situations, each only when it is asked for. */
export function createKept(known: (situation: string) => boolean) {
  const store = openStore('reply-script');
  const favourites = signal<readonly string[]>([]);
  const recent = signal<readonly string[]>([]);
  const keepsRecent = signal(false);
  const keepsSettings = signal(false);
  /** The browser refused to keep something. */
  const refused = signal(false);
  const write = (key: string, value: unknown) => {
    refused.value = !store.write(key, value);
    return !refused.value;
  };
  const readFavourites = () => texts(store.read('favourites')).filter(known);
  const readRecent = () => {
    const held = store.read('recent');
    keepsRecent.value = held !== undefined;
    if (keepsRecent.value) recent.value = texts(held).filter(known).slice(0, RECENT);
  };
  /** What lies there now is what is changed, not what this tab read: another one may have added to it. */
  const changeRecent = (change: (there: readonly string[]) => readonly string[]) => {
    if (keepsRecent.value && !refused.value) readRecent();
    recent.value = change(recent.value);
    if (keepsRecent.value) write('recent', recent.value);
  };
  return {
    favourites,
    recent,
    keepsRecent,
    keepsSettings,
    refused,
    /** Reads what is kept, and answers the settings among it. */
    open: (): KeptSettings | null => {
      favourites.value = readFavourites();
      readRecent();
      const settings = readSettings(store.read('settings'));
      keepsSettings.value = settings !== null;
      store.onChangeElsewhere('favourites', () => (favourites.value = readFavourites()));
      return settings;
    },
    toggleFavourite: (situation: string) => {
      const isOne = favourites.value.includes(situation);
      const there = refused.value ? favourites.value : readFavourites();
      const others = without(there, situation);
      favourites.value = isOne ? others : [...others, situation];
      if (favourites.value.length === 0) store.remove('favourites');
      else write('favourites', favourites.value);
    },
    clearFavourites: () => {
      favourites.value = [];
      store.remove('favourites');
    },
    used: (situation: string) =>
      changeRecent((there) => [situation, ...without(there, situation)].slice(0, RECENT)),
    removeRecent: (situation: string) => changeRecent((there) => without(there, situation)),
    clearRecent: () => changeRecent(() => []),
    /** Answers whether they are kept from now on. */
    setKeepsRecent: (keep: boolean) => {
      keepsRecent.value = keep && write('recent', recent.value);
      if (!keep) store.remove('recent');
      return keepsRecent.value;
    },
    keepSettings: (settings: KeptSettings) => {
      keepsSettings.value = write('settings', settings);
    },
    forgetSettings: () => {
      keepsSettings.value = false;
      store.remove('settings');
    },
  };
}

export type Kept = ReturnType<typeof createKept>;
