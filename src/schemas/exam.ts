import { z } from 'zod';
import type { ExamFile, ExamQuestion } from '../calculators/exam/index.ts';
import { EXAM_PLATFORMS, STAGES } from '../calculators/exam/kinds.ts';
import { localized } from './common.ts';
import { draw } from './exercise.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens.');
const ruleId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/);
const name = z.string().regex(/^[a-z]\w*$/i);
const drawn = z.string().regex(/^\$[a-z]\w*$/i);
const template = z.record(z.string(), z.unknown());

const value = z.union([
  z.strictObject({
    rule: ruleId,
    minus: drawn.optional(),
    leftOf: drawn.optional(),
  }),
  z.strictObject({ drawn, unit: z.string() }),
  z.strictObject({
    at: z.string().min(1),
    as: z.enum(['percent', 'money', 'count', 'moment']),
    input: template.optional(),
    unit: z.string().optional(),
    zone: z.string().optional(),
  }),
]);

/** Slots alone, so that the text is the same in both languages. */
const slots = z.string().regex(/^(\{\w+\}[ –-]*)+$/, 'Only slots may be shared by both languages.');
const text = z.union([localized, slots]);

const slotsIn = (of: string) => [...of.matchAll(/\{([^{}]+)\}/g)].map(([, slot]) => slot as string);

const question = z
  .strictObject({
    id,
    version: z.number().int().min(1),
    playbook: z.string().regex(/^(playbooks|platforms|start|reference)\/[\w/-]+$/),
    rules: z.array(ruleId).min(1),
    draw: z.record(name, draw).optional(),
    solve: z.strictObject({ tool: id, input: template }).optional(),
    values: z.record(name, value).optional(),
    case: localized.optional(),
    ask: localized,
    right: text,
    wrong: z.array(z.strictObject({ text, why: localized })).min(3),
    explain: localized,
  })
  .superRefine((one, ctx) => {
    const wrong = (where: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: where, message });
    const known = new Set([...Object.keys(one.draw ?? {}), ...Object.keys(one.values ?? {})]);
    const check = (where: (string | number)[], of: { en: string; 'zh-CN': string } | string) => {
      const each = typeof of === 'string' ? { en: of, 'zh-CN': of } : of;
      for (const [language, written] of Object.entries(each)) {
        for (const slot of slotsIn(written))
          if (!known.has(slot.split('@')[0] as string))
            wrong([...where, language], `Nothing fills the slot “${slot}”.`);
        if (/\p{Nd}/u.test(written.replace(/\{[^{}]*\}/g, '')))
          wrong(
            [...where, language],
            'A digit stands in the text: figures come from a rule, a calculator or a draw.',
          );
      }
      const [en, zh] = [slotsIn(each.en).sort(), slotsIn(each['zh-CN']).sort()];
      if (en.join() !== zh.join()) wrong(where, 'The languages fill different slots.');
    };
    for (const part of ['case', 'ask', 'right', 'explain'] as const) {
      const of = one[part];
      if (of !== undefined) check([part], of);
    }
    one.wrong.forEach((each, i) => {
      check(['wrong', i, 'text'], each.text);
      check(['wrong', i, 'why'], each.why);
    });
    const computed = Object.values(one.values ?? {}).some((each) => 'at' in each);
    if (computed !== (one.solve !== undefined))
      wrong(['solve'], 'A tool is named where a value is read from it, and nowhere else.');
  });

/** The questions of one stage on one platform. */
export const examSchema = z
  .strictObject({
    id,
    stage: z.enum(STAGES),
    platform: z.enum(EXAM_PLATFORMS),
    questions: z.array(question).min(1),
  })
  .superRefine(({ id: own, stage, platform, questions }, ctx) => {
    const wrong = (message: string) => ctx.addIssue({ code: 'custom', path: ['id'], message });
    if (own !== `${platform}-${stage}`) wrong('A file is called after its platform and its stage.');
    if (new Set(questions.map((one) => one.id)).size !== questions.length)
      wrong('Two questions share an id.');
  }) as unknown as z.ZodType<ExamFile & { questions: ExamQuestion[] }>;
