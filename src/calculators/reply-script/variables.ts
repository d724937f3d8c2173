import {
  isOffered,
  PLATFORM,
  type BuyerLanguage,
  type ReplyPlatform,
  type Script,
  type ScriptParts,
  type Variable,
} from './schema.ts';

/**
 * The variables of a script with everything their declaration leaves to the shared list.
 *
 * @param platform leaves out the options that are not offered there; without it all are listed.
 */
export function variablesOf(
  script: Script,
  parts: ScriptParts,
  platform?: ReplyPlatform,
): Variable[] {
  const common = new Map(parts.variables.map((entry) => [entry.name, entry]));
  const asked = platform === 'other' ? [PLATFORM, ...script.variables] : script.variables;
  return asked.map((declared) => {
    const own = typeof declared === 'string' ? { name: declared } : declared;
    const entry = { ...common.get(own.name), ...own };
    const list = entry.options === 'causes' ? parts.causes : (entry.options ?? []);
    const picked = entry.pick?.flatMap((id) => list.filter((option) => option.id === id)) ?? list;
    const options = platform ? picked.filter((option) => isOffered(option, platform)) : picked;
    const isOption = options.some((option) => option.id === entry.example);
    return {
      name: entry.name,
      type: entry.type ?? 'text',
      label: entry.label ?? { en: entry.name, 'zh-CN': entry.name },
      hint: entry.hint ?? null,
      example: options.length > 0 && !isOption ? (options[0]?.id ?? '') : (entry.example ?? ''),
      examples: entry.examples ?? {},
      carried: entry.carried ?? false,
      tense: entry.promise ? 'promise' : (entry.tense ?? null),
      min: entry.min ?? null,
      max: entry.max ?? null,
      fraction: entry.fraction ?? false,
      unit: entry.unit ?? null,
      other: entry.other ?? false,
      options,
    };
  });
}

const DAY = 86_400_000;
/** The calendar day of a moment in universal time, or null where the text names no moment. */
export const dayOf = (moment: string): string | null =>
  Number.isNaN(Date.parse(moment)) ? null : new Date(moment).toISOString().slice(0, 10);

/**
 * A made-up, complete set of values for a situation, as a buyer of the language would meet them.
 * Its days keep their distance to one another and lie around `today`, so that it is always a valid case.
 *
 * @param today `YYYY-MM-DD`, or the moment whose day in universal time it is.
 */
export function exampleOf(
  script: Script,
  parts: ScriptParts,
  language: BuyerLanguage,
  platform: ReplyPlatform,
  today: string,
): Record<string, string> {
  const moved = Date.parse(dayOf(today) ?? parts.exampleDay) - Date.parse(parts.exampleDay);
  return Object.fromEntries(
    variablesOf(script, parts, platform).map(({ name, type, example, examples }) => [
      name,
      type === 'date'
        ? new Date(Math.round((Date.parse(String(example)) + moved) / DAY) * DAY)
            .toISOString()
            .slice(0, 10)
        : (examples[language] ?? String(example)),
    ]),
  );
}
