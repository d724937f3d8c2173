export type Theme = 'auto' | 'dark' | 'light';

/** The record Starlight keeps a reader's choice in; the script in the head reads it before this one. */
const key = 'starlight-theme';

/** The theme chosen on this device; the system's own where none was, or where nothing may be kept. */
export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

/** Keeps a choice, where this browser keeps anything. */
export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme === 'auto' ? '' : theme);
  } catch {
    // The page itself goes on with what was chosen.
  }
}
