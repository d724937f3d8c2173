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
  };
  return {
    favourites,
    recent,
    keepsRecent,
    keepsSettings,
    refused,
    /** Reads what is kept, and answers the settings among it. */
    open: (): KeptSettings | null => {
      favourites.value = texts(store.read('favourites')).filter(known);
      const held = store.read('recent');
      keepsRecent.value = held !== undefined;
      recent.value = texts(held).filter(known).slice(0, RECENT);
      const settings = readSettings(store.read('settings'));
      keepsSettings.value = settings !== null;
      return settings;
    },
    toggleFavourite: (situation: string) => {
      favourites.value = favourites.value.includes(situation)
        ? favourites.value.filter((each) => each !== situation)
        : [...favourites.value, situation];
      if (favourites.value.length === 0) store.remove('favourites');
      else write('favourites', favourites.value);
    },
    clearFavourites: () => {
      favourites.value = [];
      store.remove('favourites');
    },
    used: (situation: string) => {
      recent.value = [situation, ...recent.value.filter((each) => each !== situation)].slice(
        0,
        RECENT,
      );
      if (keepsRecent.value) write('recent', recent.value);
    },
    removeRecent: (situation: string) => {
      recent.value = recent.value.filter((each) => each !== situation);
      if (keepsRecent.value) write('recent', recent.value);
    },
    clearRecent: () => {
      recent.value = [];
      if (keepsRecent.value) write('recent', []);
    },
    setKeepsRecent: (keep: boolean) => {
      keepsRecent.value = keep;
      if (keep) write('recent', recent.value);
      else store.remove('recent');
    },
    keepSettings: (settings: KeptSettings) => {
      keepsSettings.value = true;
      write('settings', settings);
    },
    forgetSettings: () => {
      keepsSettings.value = false;
      store.remove('settings');
    },
  };
}

export type Kept = ReturnType<typeof createKept>;
