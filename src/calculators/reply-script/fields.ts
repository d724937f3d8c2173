import { assemble, type FormField } from './assemble.ts';
import {
  type GlossLanguage,
  type ReplyInput,
  type ReplyPlatform,
  type ScriptLibrary,
  type Variable,
} from './schema.ts';

export interface AskedFields {
  /** Every field of the situations, in the order of the form. */
  all: Variable[];
  /** Those the reply uses as it stands. */
  used: Variable[];
}

/**
 * Which fields a form has to show. A field of a stacked situation that the first one has as well
 * carries the situation in its name and its label, because it is another promise.
 */
export function fieldsOf(
  input: ReplyInput & { platform: ReplyPlatform; gloss: GlossLanguage },
  { scripts, parts }: ScriptLibrary,
): AskedFields {
  const found = [input.situation, ...(input.stack ?? [])].flatMap((id) => scripts.get(id) ?? []);
  const { fields, used } = assemble({
    scripts: found,
    shared: parts,
    platform: input.platform,
    language: input.language,
    gloss: input.gloss,
    tone: input.tone ?? 'warm',
    vars: input.vars ?? {},
    wanted: input.blocks,
    greetByName: input.settings?.greetByName ?? true,
  });
  const asVariable = ({ key, script, variable }: FormField): Variable =>
    key === variable.name
      ? variable
      : {
          ...variable,
          name: key,
          label: {
            en: `${script.title.en}: ${variable.label.en}`,
            'zh-CN': `${script.title['zh-CN']}：${variable.label['zh-CN']}`,
          },
        };
  return { all: fields.map(asVariable), used: used.map(asVariable) };
}
