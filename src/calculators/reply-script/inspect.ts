import type { GuardCheck } from '../reply-guard/index.ts';
import { calculate } from './calculate.ts';
import {
  buyerLanguages,
  isOffered,
  replyPlatforms,
  textLanguages,
  tones,
  type ReplyPlatform,
  type Script,
  type ScriptLibrary,
  type ScriptParts,
  type TextLanguage,
  type Texts,
  type Variable,
} from './schema.ts';
import { clean } from './value.ts';
import { variablesOf } from './variables.ts';

/** Figures that reach every plural form of the eight languages, where a field takes them. */
const awkwardNumbers = [0, 1, 2, 5, 11, 21, 101, 1.5] as const;

/** Names that break careless templates: apostrophe, quotes, diacritics, other scripts, right to left, length. */
const awkwardNames = [
  'O’Brien',
  "O'Brien",
  '“Ångström”',
  '王小明',
  'نور',
  'Müller-Lüdenscheidt von und zu Hohenstein-Wartenburg-Löwenfels der Jüngere und seine Familie',
  'Анна-Мария',
  '김하늘',
] as const;

/** What a text of the language must not contain. For `\b` a letter with a mark is none, so edges are written out. */
const traps: Partial<Record<TextLanguage, readonly [RegExp, string][]>> = {
  'zh-CN': [
    [/您/u, 'writes 您; the house says 你'],
    [
      /[,;:?!()](?=\p{Script=Han})|(?<=\p{Script=Han})[,;:?!](?!\d)/u,
      'has half-width punctuation beside Chinese',
    ],
    [
      /\p{Script=Han} [A-Za-z0-9{]|[A-Za-z0-9}] \p{Script=Han}/u,
      'types a space between Chinese and Latin',
    ],
  ],
  ru: [
    [
      /(?<!\p{L})(?:рад|рада|уважаем\p{L}+|я|мне|мой|моя|мои)(?!\p{L})/iu,
      'shows the gender of a person, or says “I”',
    ],
    [
      /(?<!^)(?<![.!?:]\s|\n|\d\)\s|«)(?<!\p{L})(?:Вы|Вас|Вам|Вами|Ваш\p{L}*)(?!\p{L})/u,
      'capitalises вы; the setting does that',
    ],
    [
      /в течение \{\$\w+ :(?:days|working-days|hours|pieces)\}/u,
      'needs case=genitive after «в течение»',
    ],
    [
      /(?:до|около|более|менее) \{\$\w+ :(?:days|working-days|hours|pieces)\}/u,
      'needs case=genitive after the preposition',
    ],
    [/[“”„]/u, 'uses other quotation marks than « »'],
    [/отвечаем за это мы/iu, 'says «отвечаем за это мы»; say «это наша ответственность»'],
    [
      /выполним (?:решение|предложение|его|её)/iu,
      'carries a solution out word for word; say «оформим вариант»',
    ],
    [
      /продли\p{L}+ срок доставки/iu,
      'names the delivery; what is extended is «срок защиты заказа»',
    ],
  ],
  es: [
    [
      /(?<!\p{L})(?:estimad[oa]|bienvenid[oa]|satisfech[oa]|encantad[oa])(?!\p{L})/iu,
      'shows the gender of a person',
    ],
    [/(?<!\p{L})(?:tú|tu|tus|te|ti|contigo)(?!\p{L})/iu, 'says tú; use usted'],
    [/\b(?:video|reemplazo|celular)\b/iu, 'is American Spanish; the texts are es-ES'],
    [
      /realizar\p{L}* (?:la|una) (?:solución|propuesta)|la realizaremos/iu,
      'uses realizar for llevar a cabo',
    ],
  ],
  'pt-BR': [
    [/\b(?:obrigad[oa]|prezad[oa]|satisfeit[oa]|bem-vind[oa])\b/iu, 'shows the gender of a person'],
    [
      /\b(?:teu|tua|contigo|encomenda|reembolsá-lo|senhor|senhora)\b/iu,
      'is not Brazilian or not você',
    ],
    [/(?<!\$)\bitem\b/iu, 'says item for goods; say produto'],
    [/\bisso\b[^]*\bisso\b/iu, 'says isso twice'],
  ],
  fr: [
    [
      /\((?:e|s|es)\)|(?<!\p{L})(?:cher|chère|satisfaite?|désolée?s?|ravie?s?)(?!\p{L})/iu,
      'shows the gender of a person',
    ],
    [/[^\s][;?!](?!\w)|\p{L}:(?=\s|$)/u, 'lacks the space before : ; ?'],
    [/\p{L}'\p{L}/u, 'uses a straight apostrophe'],
    [/(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu, 'says tu; use vous'],
    [/plateforme \{\$platform\}/iu, 'says “par la plateforme X”; say via X'],
    [/, vous (?:dirons|écrirons)/iu, 'leaves out the second “nous”'],
  ],
  de: [
    [/(?<!\p{L})(?:sehr geehrter?(?!\p{L})|lieber? \{)/iu, 'shows the gender of a person'],
    [/\b(?:du|dich|dir|dein\w*)\b/iu, 'says du; use Sie'],
    [/Zusteller/u, 'calls the carrier Zusteller, who is the person at the door'],
    [
      /schreiben (?:wir )?Ihnen[^.]*bis zum \{\$date :day\}/u,
      'writes a thing by a day; say “melden uns bis zum … mit …”',
    ],
    [/(?:innerhalb von|nach|seit|in) \{\$\w+ :(?:days|working-days|hours)\}/u, 'needs case=dative'],
  ],
  pl: [
    [/(?<!\p{L})(?:Pan|Pani|Pana|Panu|Panią|[Ss]zanown\p{L}+)(?!\p{L})/u, 'says Pan or Pani'],
    [/\p{L}[łl]\/[ał](?!\p{L})|\((?:a|ła)\)/u, 'shows the gender of a person'],
    [
      /w ciągu \{\$\w+ :(?:days|working-days|hours|pieces)\}/u,
      'needs case=genitive after “w ciągu”',
    ],
    [/wiadomość tutaj|kraj\p{L}* dostawy|płatność [^.]*dotarła/iu, 'is officialese'],
    [/\{\$buyerName\}/u, 'greets by a name that would need the vocative'],
  ],
  ko: [
    [/(?:해|세|어|아|예|에|네|죠|까)요[.?]?(?:$|\n|\s)/u, 'uses the 해요 style'],
    [/당신/u, 'says 당신'],
    [/것으로 이해합니다|택배사에 인계|보관하시고/u, 'is translated; no Korean shop writes so'],
    [
      /\}(?:을|를|이|가|은|는|와|과|으로|로)(?:\s|$)/u,
      'puts a particle that depends on the last sound after a variable',
    ],
  ],
};

const texts = (script: Script): { where: string; texts: Texts }[] => [
  ...script.blocks.flatMap((block) =>
    (['text', 'warm', 'plain'] as const).flatMap((key) => {
      const found = block[key];
      return found ? [{ where: `blocks.${block.id}.${key}`, texts: found }] : [];
    }),
  ),
  ...script.variables.flatMap((variable) =>
    typeof variable === 'object' && Array.isArray(variable.options)
      ? variable.options.map((option) => ({
          where: `variables.${variable.name}.${option.id}`,
          texts: option.text,
        }))
      : [],
  ),
];

const everywhere: readonly [RegExp, string][] = [
  [/ {2}/u, 'has two spaces in a row'],
  [/[!！]/u, 'has an exclamation mark'],
  [/[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/u, 'has an invisible character'],
  [/\p{Extended_Pictographic}/u, 'has an emoji'],
  [/\s[,.](?:\s|$)/u, 'has a space before a full stop or comma'],
];

/** What a finished text must not show, whatever was filled in. */
function blemishes(
  text: string,
  language: TextLanguage,
  filledIn: readonly string[] = [],
): string[] {
  let read = text;
  for (const value of [...filledIn].sort((a, b) => b.length - a.length))
    if (value !== '') read = read.replaceAll(value, '□');
  const found: string[] = [];
  if (
    /[{}$⟦⟧]|undefined|NaN|\[object/u.test(
      read.replace(/(?:[A-Z]{1,3})?\$(?=\s?\d)|(?<=\d )(?:[A-Z]{1,3})?\$(?:[A-Z]{1,3})?/gu, ''),
    )
  )
    found.push('has an open token');
  if (/ {2}/u.test(text)) found.push('has two spaces in a row');
  if (/[\u00a0\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/u.test(text))
    found.push('has an invisible character');
  if (/^\s|\s$|[ ]\n|\n /u.test(text)) found.push('has white space at the edge of a line');
  if (/\.\.|,,|\s[,.](?:\s|$)|。。|，。/u.test(read))
    found.push('has doubled or stray punctuation');
  if (language === 'zh-CN' && /\.(?:$|\n)/u.test(read))
    found.push('ends a Chinese sentence with a Latin full stop');
  return found;
}

const takes = ({ min, max, fraction }: Variable, figure: number) =>
  figure >= (min ?? 0) && figure <= (max ?? Infinity) && (fraction || Number.isInteger(figure));

/** Values for every variable of a script: its examples, with one name and one figure tried on all. */
const trial = (
  variables: readonly Variable[],
  name: string,
  figure: number,
): Record<string, string | number> =>
  Object.fromEntries(
    variables.map((variable) => [
      variable.name,
      variable.type === 'number'
        ? takes(variable, figure)
          ? figure
          : variable.example
        : variable.type === 'text'
          ? variable.name === 'buyerName' || name !== 'Anna'
            ? name
            : variable.example
          : variable.example,
    ]),
  );

/**
 * Everything that can be wrong with a script that its schema cannot see: the traps of each language,
 * texts that come out damaged for some value, and words the guard refuses on some platform.
 */
export function inspectScript(script: Script, parts: ScriptParts, guard: GuardCheck): string[] {
  const problems = new Set<string>();
  for (const { where, texts: each } of texts(script))
    for (const language of textLanguages) {
      const source = each[language].replace(/^\.[\s\S]*$/u, (complex) =>
        [...complex.matchAll(/\{\{([\s\S]*?)\}\}/gu)].map((m) => m[1]).join('\n'),
      );
      for (const [trap, message] of [...everywhere, ...(traps[language] ?? [])]) {
        const match = trap.exec(source);
        if (match)
          problems.add(
            `${where} (${language}) ${message}: “${source.slice(Math.max(0, match.index - 12), match.index + 24)}”`,
          );
      }
    }
  const library: ScriptLibrary = { parts, scripts: new Map([[script.id, script]]) };
  const offered = replyPlatforms.filter((each) => isOffered(script, each));
  const optionalOn = (platform: ReplyPlatform) =>
    script.blocks
      .filter((block) => block.optional && isOffered(block, platform))
      .map((block) => block.id);
  const variables = variablesOf(script, parts, offered[0]);
  const confirm = variables.filter(({ type }) => type === 'text').map(({ name }) => `vars.${name}`);
  const run = (input: Record<string, unknown>, filledIn: readonly string[], check: GuardCheck) => {
    const result = calculate({ situation: script.id, confirm, ...input }, library, check, '');
    const at = `[${String(input['language'])}, ${String(input['tone'])}, ${filledIn.join() || 'examples'}]`;
    if (result.kind !== 'ok') {
      problems.add(`${at} is ${result.kind}: ${JSON.stringify(result).slice(0, 300)}`);
      return;
    }
    const language = input['language'] as TextLanguage;
    for (const blemish of blemishes(result.text, language, filledIn))
      problems.add(`${at} ${blemish}`);
    for (const blemish of blemishes(
      result.gloss.join('\n'),
      input['gloss'] as TextLanguage,
      filledIn,
    ))
      problems.add(`${at} gloss ${blemish}`);
    for (const warning of result.warnings)
      problems.add(
        `guard ${warning.guard} on ${String(input['platform'])} (${language}): “${result.text.slice(warning.start, warning.end)}”`,
      );
  };
  const quiet: GuardCheck = () => [];
  const platform = offered[0] ?? 'aliexpress';
  const optional = optionalOn(platform);
  for (const language of buyerLanguages)
    for (const tone of tones) {
      for (const blocks of [[], optional]) {
        for (const figure of awkwardNumbers)
          run(
            {
              platform,
              language,
              gloss: 'zh-CN',
              tone,
              blocks,
              vars: trial(variables, 'Anna', figure),
            },
            [],
            quiet,
          );
        for (const name of awkwardNames)
          run(
            { platform, language, gloss: 'en', tone, blocks, vars: trial(variables, name, 2) },
            [clean(name)],
            quiet,
          );
      }
      for (const each of tone === 'warm' ? offered : [platform])
        run(
          {
            platform: each,
            language,
            gloss: 'en',
            tone,
            blocks: optionalOn(each),
            vars: trial(variablesOf(script, parts, each), 'Anna', 2),
          },
          [],
          guard,
        );
      for (const variable of tone === 'warm' ? variables : [])
        for (const option of variable.options)
          run(
            {
              platform,
              language,
              gloss: 'zh-CN',
              tone,
              blocks: optional,
              vars: { ...trial(variables, 'Anna', 2), [variable.name]: option.id },
            },
            [],
            parts.causes.includes(option) ? quiet : guard,
          );
    }
  return [...problems];
}
