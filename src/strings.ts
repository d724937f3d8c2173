import type { Language } from './calculators/shared/rule.ts';

/** Interface strings of one language: flat keys, `tool.<tool>.<part>` and `ui.<part>`. */
export type Strings = Readonly<Record<string, string>>;

const files = import.meta.glob<Record<string, string>>('./content/i18n/parts/*.json', {
  eager: true,
  import: 'default',
});

const merged: Record<Language, Record<string, string>> = { en: {}, 'zh-CN': {} };
for (const [path, strings] of Object.entries(files)) {
  const language: Language = path.endsWith('.zh-CN.json') ? 'zh-CN' : 'en';
  Object.assign(merged[language], strings);
}

/**
 * The strings an island needs, and no more: they travel inside the page. What stands under a tool
 * (`tool.<tool>.below.…`) is written at build and stays behind.
 */
export function stringsFor(language: Language, ...prefixes: string[]): Strings {
  return Object.fromEntries(
    Object.entries(merged[language]).filter(
      ([key]) => !key.includes('.below.') && prefixes.some((p) => key.startsWith(p)),
    ),
  );
}

export function translate(
  language: Language,
  key: string,
  values: Record<string, string | number> = {},
) {
  const text = merged[language][key];
  if (text === undefined) throw new Error(`There is no ${language} text for "${key}".`);
  return fill(text, values);
}

/** Puts values into `{name}` slots. A slot without a value is a mistake in the code, so it throws. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in "${text}".`);
    return String(value);
  });
}
