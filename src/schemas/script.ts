import { z } from 'zod';
import { units } from '../calculators/shared/parse-number.ts';
import { variablesOf } from '../calculators/reply-script/variables.ts';
import { messageError, variablesIn } from '../calculators/reply-script/message.ts';
import {
  blockKinds,
  buyerLanguages,
  isOffered,
  presumptions,
  replyPlatforms,
  stages,
  textLanguages,
  variableTypes,
  type BuyerLanguage,
  type ReplyPlatform,
  type Script,
  type ScriptParts,
  type TextLanguage,
  type Variable,
} from '../calculators/reply-script/schema.ts';
import { isoDate, localized } from './common.ts';

/** The locale a stored text is formatted in. */
const text = z
  .string()
  .min(1, 'The text is missing.')
  .refine((value) => value === value.trim(), 'The text begins or ends with white space.')
  .refine(
    (value) => !/ {2}/u.test(value.replace(/^\s+|\.match.*$/gmu, '')) || value.startsWith('.'),
    'The text holds two spaces in a row.',
  );

/** One message in every language a reply is written or read in, each checked as MF2. */
const texts = z
  .strictObject(
    Object.fromEntries(textLanguages.map((language) => [language, text])) as Record<
      TextLanguage,
      typeof text
    >,
  )
  .superRefine((value, ctx) => {
    for (const language of textLanguages) {
      const error = messageError(value[language]);
      if (error)
        ctx.addIssue({
          code: 'custom',
          path: [language],
          message: `Not a valid message: ${error}`,
        });
    }
    // A language whose grammar would bend a name may greet without it.
    const names = (language: TextLanguage) =>
      variablesIn(value[language])
        .filter((each) => each !== 'buyerName')
        .sort()
        .join(' ');
    for (const language of textLanguages)
      if (names(language) !== names('en'))
        ctx.addIssue({
          code: 'custom',
          path: [language],
          message: `Uses other variables (${names(language)}) than English (${names('en')}).`,
        });
  });

/** A clause for use after a colon: no variable, no final stop. */
const clause = texts.superRefine((value, ctx) => {
  for (const language of textLanguages) {
    if (/[.。!！]$/u.test(value[language]))
      ctx.addIssue({
        code: 'custom',
        path: [language],
        message: 'A choice text has no final stop: the sentence around it brings its own.',
      });
    if (/[{}]/u.test(value[language]))
      ctx.addIssue({
        code: 'custom',
        path: [language],
        message: 'A choice text holds no variable.',
      });
  }
});

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'An id is lower-case words joined by hyphens.');
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/u, 'A variable name is camelCase.');
/** Where something is offered; see `isOffered`. */
const offered = {
  platforms: z.array(z.enum(replyPlatforms)).min(1).optional(),
  notOn: z.array(z.enum(replyPlatforms)).min(1).optional(),
};
const oneWay = (each: { platforms?: unknown; notOn?: unknown }) =>
  each.platforms === undefined || each.notOn === undefined;
const oneWayOnly = { error: 'Give the platforms it is for, or those it is not for, not both.' };

const option = z
  .strictObject({ id, label: localized, text: clause, ...offered })
  .refine(oneWay, oneWayOnly);
const value = z.union([z.string().min(1), z.number()]);

const buyerTexts = z.strictObject(
  Object.fromEntries(
    buyerLanguages.map((language) => [language, z.string().min(1).optional()]),
  ) as Record<BuyerLanguage, z.ZodOptional<z.ZodString>>,
);

const variableEntry = z.strictObject({
  name,
  type: z.enum(variableTypes).optional(),
  label: localized.optional(),
  hint: localized.optional(),
  example: value.optional(),
  examples: buyerTexts.optional(),
  carried: z.boolean().optional(),
  promise: z.boolean().optional(),
  tense: z.enum(['ahead', 'past']).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  fraction: z.boolean().optional(),
  unit: z.enum(units).optional(),
  other: z.boolean().optional(),
  options: z
    .union([z.literal('causes'), z.array(option).min(2, 'A choice needs two options.')])
    .optional(),
  pick: z.array(id).min(2).optional(),
});

const block = z
  .strictObject({
    id,
    kind: z.enum(blockKinds),
    shared: id.optional(),
    ...offered,
    when: z
      .strictObject({
        variable: name,
        is: z.array(id).min(1).optional(),
        isNot: z.array(id).min(1).optional(),
      })
      .refine((when) => (when.is === undefined) !== (when.isNot === undefined), {
        error: 'Say for which answers the part is, or for which it is not.',
      })
      .optional(),
    leads: z.number().int().min(1).optional(),
    optional: z.boolean().optional(),
    on: z.boolean().optional(),
    label: localized.optional(),
    presumes: z.array(z.enum(presumptions)).min(1).optional(),
    text: texts.optional(),
    warm: texts.optional(),
    plain: texts.optional(),
  })
  .superRefine((each, ctx) => {
    const complain = (message: string) =>
      ctx.addIssue({ code: 'custom', message: `Block ${each.id}: ${message}` });
    const ways = [
      each.shared !== undefined,
      each.text !== undefined,
      each.warm !== undefined || each.plain !== undefined,
    ];
    if (!oneWay(each)) complain(oneWayOnly.error);
    if (ways.filter(Boolean).length !== 1)
      complain('give either shared, or text, or warm and plain.');
    if ((each.warm === undefined) !== (each.plain === undefined))
      complain('warm and plain come together.');
    if (each.optional && !each.label) complain('an optional block needs a label for its switch.');
    if (!each.optional && (each.on !== undefined || each.label))
      complain('only an optional block has on and label.');
  });

const order: readonly string[] = blockKinds;

/** One situation: all its languages side by side. */
export const scriptSchema = z
  .strictObject({
    id,
    stage: z.enum(stages),
    frequent: z.boolean().optional(),
    playbook: z
      .string()
      .regex(
        /^(playbooks|platforms|start|reference)\/[a-z0-9/-]+$/u,
        'Write the path of the page without its language.',
      ),
    title: localized,
    when: localized,
    whenNot: localized,
    commits: localized,
    aliases: z.strictObject({
      en: z.array(z.string().min(1)).min(2),
      zh: z.array(z.string().min(1)).min(2),
      ru: z.array(z.string().min(1)).min(2),
      pinyin: z.array(z.string().regex(/^[a-z ]+$/u, 'Pinyin is plain small letters.')).min(1),
    }),
    rules: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/u)),
    presumes: z.array(z.enum(presumptions)).optional(),
    public: z.boolean().optional(),
    ...offered,
    scope: localized.optional(),
    variables: z.array(z.union([name, variableEntry])).min(1),
    dayOrder: z
      .array(
        z.strictObject({
          first: name,
          plus: name.optional(),
          last: name,
          ask: z.boolean().optional(),
        }),
      )
      .min(1)
      .optional(),
    blocks: z.array(block).min(4, 'A reply has a greeting, something to say, and a sign-off.'),
  })
  .superRefine((script, ctx) => {
    const complain = (path: PropertyKey[], message: string) =>
      ctx.addIssue({ code: 'custom', path, message });
    if (!oneWay(script)) complain(['platforms'], oneWayOnly.error);
    if ((script.platforms ?? script.notOn) === undefined ? script.scope : !script.scope)
      complain(['scope'], 'A situation that is not for every platform says why, no other does.');
    if (script.stage === 'offer' && !script.presumes)
      complain(['presumes'], 'A reply that makes an offer says what it takes for granted, or [].');
    const names = script.variables.map((each) => (typeof each === 'string' ? each : each.name));
    script.dayOrder?.forEach(({ first, plus, last }, index) => {
      for (const each of [first, plus, last])
        if (each !== undefined && each !== 'today' && !names.includes(each))
          complain(['dayOrder', index], `There is no variable ${each}.`);
    });
    const ids = script.blocks.map((each) => each.id);
    ids.forEach((each, index) => {
      if (ids.indexOf(each) !== index)
        complain(['blocks', index], `Two blocks are called ${each}.`);
    });
    script.blocks.forEach((each, index) => {
      const previous = script.blocks[index - 1];
      if (previous && order.indexOf(each.kind) < order.indexOf(previous.kind))
        complain(['blocks', index], `A ${each.kind} block stands after a ${previous.kind} block.`);
      if (
        each.leads !== undefined &&
        !script.blocks
          .slice(index + 1)
          .some(({ kind, leads }) => kind === each.kind && leads === undefined)
      )
        complain(['blocks', index], `Heading ${each.id} has nothing of its kind to stand over.`);
      const variants = [each.text, each.warm, each.plain].flatMap((variant) =>
        variant ? [variant] : [],
      );
      for (const variant of variants) {
        const lines = (language: TextLanguage) =>
          variant[language].startsWith('.') ? 1 : variant[language].split('\n').length;
        for (const language of textLanguages)
          if (lines(language) !== lines('en'))
            complain(
              ['blocks', index, language],
              `Block ${each.id} has ${lines(language)} lines in ${language}, ${lines('en')} in English.`,
            );
      }
    });
    if (script.blocks[0]?.kind !== 'greeting' || script.blocks.at(-1)?.kind !== 'signoff')
      complain(['blocks'], 'A reply begins with the greeting and ends with the sign-off.');
    if (script.blocks.some((each) => each.kind === 'action') !== true)
      complain(['blocks'], 'A reply says what happens next: it needs an action block.');
  }) satisfies z.ZodType<Script>;

const shared = z.strictObject({ id, text: texts, nameless: texts.optional() });
const review = z
  .strictObject({ status: z.enum(['unread', 'native']), on: isoDate.optional() })
  .refine(
    (each) => (each.status === 'native') === (each.on !== undefined),
    'A native reading carries its day, an unread text none.',
  );

const locales = (language: TextLanguage) =>
  z.tuple([z.string()], z.string()).refine(
    (list) =>
      list.every((locale) => {
        const found = new Intl.Locale(locale);
        return found.language === new Intl.Locale(language).language && found.region !== undefined;
      }),
    { error: `Write regional forms of ${language}, such as en-GB.` },
  );

/** What all scripts share. */
export const scriptPartsSchema = z.strictObject({
  id,
  locales: z.strictObject(
    Object.fromEntries(textLanguages.map((language) => [language, locales(language)])) as Record<
      TextLanguage,
      ReturnType<typeof locales>
    >,
  ),
  exampleDay: isoDate,
  horizon: z.strictObject({ days: z.int().positive(), rule: z.string().min(1) }),
  limits: z.array(
    z.strictObject({
      platform: z.enum(replyPlatforms),
      characters: z.int().positive(),
      rule: z.string().min(1),
      message: localized,
      instead: localized,
    }),
  ),
  variables: z.array(variableEntry).min(1),
  blocks: z.array(shared).min(1),
  causes: z.array(option).min(1),
  stages: z.array(z.strictObject({ id: z.enum(stages), title: localized })).length(stages.length),
  review: z.strictObject(
    Object.fromEntries(textLanguages.map((language) => [language, review])) as Record<
      TextLanguage,
      typeof review
    >,
  ),
}) satisfies z.ZodType<ScriptParts>;

const optionsOn = (
  script: Script,
  parts: ScriptParts,
  variable: string,
  platform: ReplyPlatform,
): number =>
  variablesOf(script, parts, platform).find((each) => each.name === variable)?.options.length ?? 0;

/** Days say whether they are still to come, figures say how large they may be. */
function variableProblems({ name: each, type, tense, min, max }: Variable): string[] {
  const problems: string[] = [];
  if (
    type === 'date' ? tense === null : tense !== null && (type !== 'choice' || tense !== 'promise')
  )
    problems.push(
      `${each}: a day is a promise, ahead or past; of the rest, only a choice can promise.`,
    );
  const isBounded = min !== null && max !== null && min > 0 && min < max;
  if (type === 'number' ? !isBounded : min !== null || max !== null)
    problems.push(`${each}: a figure, and nothing else, has bounds above zero.`);
  return problems;
}

/**
 * What can only be said of a script together with the shared parts: every variable is declared,
 * and every declared one is used; shared blocks and picked options exist; examples fit their type.
 */
export function scriptProblems(script: Script, parts: ScriptParts): string[] {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const each of script.blocks) {
    const sharedBlock =
      each.shared === undefined
        ? undefined
        : parts.blocks.find((candidate) => candidate.id === each.shared);
    if (each.shared !== undefined && !sharedBlock)
      problems.push(`There is no shared block “${each.shared}”.`);
    for (const variant of [each.text, each.warm, each.plain, sharedBlock?.text])
      if (variant) for (const variable of variablesIn(variant.en)) used.add(variable);
  }
  used.delete('platform');
  const variables = variablesOf(script, parts);
  const declared = new Set(variables.map((variable) => variable.name));
  for (const variable of used)
    if (!declared.has(variable)) problems.push(`The texts use ${variable}, which is not declared.`);
  for (const variable of variables) {
    if (!used.has(variable.name))
      problems.push(`${variable.name} is declared but no text uses it.`);
    if (variable.example === '') problems.push(`${variable.name} has no example.`);
    if (variable.label.en === variable.name) problems.push(`${variable.name} has no label.`);
    if (variable.type === 'choice')
      for (const platform of replyPlatforms.filter((each) => isOffered(script, each)))
        if (optionsOn(script, parts, variable.name, platform) < 2)
          problems.push(`${variable.name} offers fewer than two options on ${platform}.`);
    problems.push(...variableProblems(variable));
    if (script.public && ['buyerName', 'orderId', 'tracking'].includes(variable.name))
      problems.push(`Everybody reads this reply, so it does not ask for ${variable.name}.`);
  }
  for (const { id: block, when } of script.blocks) {
    if (!when) continue;
    const ids = variables.find(({ name: each }) => each === when.variable)?.options ?? [];
    for (const each of when.is ?? when.isNot ?? [])
      if (!ids.some((candidate) => candidate.id === each))
        problems.push(`Block ${block} asks for ${when.variable}: ${each}, which is not offered.`);
  }
  for (const entry of script.variables)
    if (typeof entry === 'object' && entry.pick) {
      const offered =
        variables.find((variable) => variable.name === entry.name)?.options.length ?? 0;
      if (offered !== entry.pick.length)
        problems.push(`${entry.name} picks an option that is not in its list.`);
    }
  return problems;
}
