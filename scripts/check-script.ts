/**
 * Checks reply scripts while they are being written:
 *   node scripts/check-script.ts [<situation> …] [--print <language>]
 * Without a situation it checks all of them. Exit status 1 where something is wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inspectScript } from '../src/calculators/reply-script/inspect.ts';
import { calculate, variablesOf } from '../src/calculators/reply-script/calculate.ts';
import type { BuyerLanguage, Script, ScriptParts } from '../src/calculators/reply-script/schema.ts';
import { withTables } from '../src/calculators/reply-guard/tables.ts';
import {
  createGuard,
  type GuardParts,
  type GuardRule,
} from '../src/calculators/reply-guard/index.ts';
import { knowEveryWord } from '../src/calculators/shared/moment/every-word.ts';
import { scriptPartsSchema, scriptProblems, scriptSchema } from '../src/schemas/script.ts';

knowEveryWord();
const content = join(import.meta.dirname, '../src/content');
const read = (path: string): unknown => parse(readFileSync(join(content, path), 'utf8'));
const files = (folder: string) =>
  readdirSync(join(content, folder)).filter((file) => file.endsWith('.yaml'));

const args = process.argv.slice(2);
const printAt = args.indexOf('--print');
const print = printAt < 0 ? null : (args.splice(printAt, 2)[1] as BuyerLanguage);
const parts = scriptPartsSchema.parse(read('script-parts/shared.yaml')) as ScriptParts;
const guard = createGuard(
  files('guards').map((file) => withTables(read(`guards/${file}`) as GuardRule)),
  read('guard-parts/shared.yaml') as GuardParts,
);

let wrong = 0;
for (const id of args.length > 0
  ? args
  : files('scripts').map((file) => file.replace(/\.yaml$/u, ''))) {
  const problems: string[] = [];
  try {
    const parsed = scriptSchema.safeParse(read(`scripts/${id}.yaml`));
    if (!parsed.success)
      problems.push(
        ...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      );
    else {
      const script = parsed.data as Script;
      if (script.id !== id) problems.push(`The id is ${script.id}, the file is called ${id}.`);
      problems.push(...scriptProblems(script, parts));
      if (problems.length === 0) problems.push(...inspectScript(script, parts, guard));
      if (print && problems.length === 0) {
        const vars = Object.fromEntries(
          variablesOf(script, parts).map((variable) => [variable.name, variable.example]),
        );
        const all = script.blocks.filter((block) => block.optional).map((block) => block.id);
        const library = { parts, scripts: new Map([[id, script]]) };
        const result = calculate(
          {
            situation: id,
            platform: script.platforms?.[0] ?? 'aliexpress',
            language: print,
            gloss: 'zh-CN',
            vars,
            blocks: all,
          },
          library,
          guard,
          '',
        );
        if ('lines' in result)
          for (const line of result.lines)
            process.stdout.write(`${line.text}\n    ${line.gloss}\n`);
      }
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  process.stdout.write(`${id}: ${problems.length === 0 ? 'ok' : `${problems.length} problems`}\n`);
  for (const problem of problems) process.stdout.write(`  - ${problem}\n`);
  wrong += problems.length;
}
process.exitCode = wrong > 0 ? 1 : 0;
