import { z } from 'zod';
import type { GuardParts, GuardRule } from '../calculators/reply-guard/index.ts';
import { replyPlatforms, textLanguages } from '../calculators/reply-script/schema.ts';
import { localized } from './common.ts';

const languages = ['any', ...textLanguages] as const;
const byLanguage = <T extends z.ZodType>(value: T) =>
  z.partialRecord(z.enum(languages), value) as unknown as z.ZodType<Record<string, z.infer<T>>>;
const patterns = byLanguage(z.array(z.string().min(2)).min(1));
const ruleId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/u);

/** One thing that may not be said to a buyer, with its patterns in every language. */
export const guardSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/u),
    severity: z.enum(['forbidden', 'advice']),
    rules: (
      z.partialRecord(z.enum(['default', ...replyPlatforms]), ruleId) as unknown as z.ZodType<
        Record<string, string>
      >
    ).optional(),
    platforms: z.array(z.enum(replyPlatforms)).min(1).optional(),
    exceptPlatforms: z.array(z.enum(replyPlatforms)).optional(),
    ofOthers: z.boolean().optional(),
    why: localized,
    instead: localized,
    negatable: z.boolean().optional(),
    negationReach: z.number().int().min(0).optional(),
    links: z.boolean().optional(),
    names: z.boolean().optional(),
    reads: z
      .enum(['past-days', 'amounts', 'language', 'titles', 'odd-names', 'sentences'])
      .optional(),
    fields: z.enum(['also', 'only', 'name', 'person']).optional(),
    words: byLanguage(z.record(z.string(), z.string())).optional(),
    patterns: patterns.optional(),
    rawPatterns: patterns.optional(),
    unless: patterns.optional(),
    unlessText: patterns.optional(),
  })
  .refine(
    (rule) => [rule.patterns, rule.rawPatterns, rule.reads].some((each) => each !== undefined),
    'A guard rule needs patterns, or to say what it reads.',
  )
  .refine(
    (rule) => rule.rules === undefined || 'default' in rule.rules,
    'Name the rule to quote where a platform has none of its own.',
  ) satisfies z.ZodType<GuardRule>;

const wordList = byLanguage(z.array(z.string().min(1)));

/** What all guard rules share. */
export const guardPartsSchema = z.strictObject({
  id: z.string(),
  negation: z.strictObject({ before: wordList, after: wordList }),
  ownHosts: z.partialRecord(
    z.enum(replyPlatforms),
    z.array(z.string().min(3)),
  ) as unknown as z.ZodType<Record<string, string[]>>,
  ownNames: z.partialRecord(z.enum(replyPlatforms), z.string().min(3)) as unknown as z.ZodType<
    Record<string, string>
  >,
  borrowed: localized,
}) satisfies z.ZodType<GuardParts>;
