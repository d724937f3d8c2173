import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { calendarSchema } from './schemas/calendar.ts';
import { checklistSchema } from './schemas/checklist.ts';
import { deskSchema } from './schemas/desk.ts';
import { examSchema } from './schemas/exam.ts';
import { exerciseSchema } from './schemas/exercise.ts';
import { cueRulesSchema, cuesSchema } from './schemas/cues.ts';
import { flowPartsSchema, flowSchema } from './schemas/flow.ts';
import { guardPartsSchema, guardSchema } from './schemas/guard.ts';
import { termSchema } from './schemas/glossary.ts';
import { listingFaultSchema, listingPartsSchema } from './schemas/listing.ts';
import { metricSchema } from './schemas/metric.ts';
import { motivesSchema } from './schemas/motives.ts';
import { pageSchema } from './schemas/page.ts';
import { personWordsSchema } from './schemas/person-words.ts';
import { playSchema } from './schemas/play.ts';
import { ruleSchema } from './schemas/rule.ts';
import { scriptPartsSchema, scriptSchema } from './schemas/script.ts';
import { seedClaimSchema } from './schemas/seed-claim.ts';
import { sourceSchema } from './schemas/source.ts';
import { workshopPlanSchema } from './schemas/workshop-plan.ts';
import { worksheetSchema } from './schemas/worksheet.ts';

/** Ids are written in the files and hold dots, which the default slug would drop. */
const byId = (folder: string) =>
  glob({
    base: `./src/content/${folder}`,
    pattern: '**/*.yaml',
    generateId: ({ entry, data }) => {
      if (typeof data.id !== 'string') throw new Error(`${folder}/${entry} has no id.`);
      return data.id;
    },
  });

const docs = docsSchema({ extend: pageSchema });
let docsOnce: ReturnType<typeof docs> | undefined;

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    // The same for every page, as none has a picture in its head matter: made once, and not for each anew.
    schema: (context) => (docsOnce ??= docs(context)),
  }),
  i18n: defineCollection({
    loader: glob({
      base: './src/content/i18n',
      pattern: '*.json',
      // A language's id keeps its capitals: zh-CN.
      generateId: ({ entry }) => entry.replace(/\.json$/, ''),
    }),
    schema: i18nSchema(),
  }),
  rules: defineCollection({ loader: byId('rules'), schema: ruleSchema }),
  flows: defineCollection({ loader: byId('flows'), schema: flowSchema }),
  flowParts: defineCollection({ loader: byId('flow-parts'), schema: flowPartsSchema }),
  exam: defineCollection({ loader: byId('exam'), schema: examSchema }),
  buyers: defineCollection({ loader: byId('buyers'), schema: playSchema }),
  practice: defineCollection({ loader: byId('practice'), schema: playSchema }),
  exercises: defineCollection({ loader: byId('exercises'), schema: exerciseSchema }),
  workshopPlans: defineCollection({
    loader: byId('workshop-plans'),
    schema: workshopPlanSchema,
  }),
  calendars: defineCollection({ loader: byId('calendars'), schema: calendarSchema }),
  metrics: defineCollection({ loader: byId('metrics'), schema: metricSchema }),
  motives: defineCollection({ loader: byId('motives'), schema: motivesSchema }),
  personWords: defineCollection({ loader: byId('person-words'), schema: personWordsSchema }),
  sources: defineCollection({ loader: byId('sources'), schema: sourceSchema }),
  scripts: defineCollection({ loader: byId('scripts'), schema: scriptSchema }),
  scriptParts: defineCollection({ loader: byId('script-parts'), schema: scriptPartsSchema }),
  guards: defineCollection({ loader: byId('guards'), schema: guardSchema }),
  guardParts: defineCollection({ loader: byId('guard-parts'), schema: guardPartsSchema }),
  cues: defineCollection({ loader: byId('cues'), schema: cuesSchema }),
  cueRules: defineCollection({ loader: byId('cue-rules'), schema: cueRulesSchema }),
  checklists: defineCollection({ loader: byId('checklists'), schema: checklistSchema }),
  desk: defineCollection({ loader: byId('desk'), schema: deskSchema }),
  listingFaults: defineCollection({ loader: byId('listing-faults'), schema: listingFaultSchema }),
  listingParts: defineCollection({ loader: byId('listing-parts'), schema: listingPartsSchema }),
  worksheets: defineCollection({ loader: byId('worksheets'), schema: worksheetSchema }),
  seedClaims: defineCollection({
    loader: file('./src/content/seed-claims.yaml'),
    schema: seedClaimSchema,
  }),
  glossary: defineCollection({ loader: file('./src/content/glossary.yaml'), schema: termSchema }),
};
