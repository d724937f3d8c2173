import type { Block, ScriptLibrary, TextLanguage, Texts } from './schema.ts';

/** A copy of the library that holds only the two languages a page needs, to keep what it ships small. */
export function slice(library: ScriptLibrary, languages: readonly TextLanguage[]): ScriptLibrary {
  const keep = (texts: Texts): Texts =>
    Object.fromEntries(languages.map((language) => [language, texts[language]])) as Record<
      TextLanguage,
      string
    >;
  const option = <T extends { text: Texts }>(each: T): T => ({ ...each, text: keep(each.text) });
  const block = (each: Block): Block => ({
    ...each,
    ...(each.text && { text: keep(each.text) }),
    ...(each.warm && { warm: keep(each.warm) }),
    ...(each.plain && { plain: keep(each.plain) }),
  });
  return {
    parts: {
      ...library.parts,
      causes: library.parts.causes.map(option),
      blocks: library.parts.blocks.map((each) => ({
        ...option(each),
        ...(each.nameless && { nameless: keep(each.nameless) }),
      })),
    },
    scripts: new Map(
      [...library.scripts].map(([id, script]) => [
        id,
        {
          ...script,
          blocks: script.blocks.map(block),
          variables: script.variables.map((variable) =>
            typeof variable === 'object' && Array.isArray(variable.options)
              ? { ...variable, options: variable.options.map(option) }
              : variable,
          ),
        },
      ]),
    ),
  };
}
