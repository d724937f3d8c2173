import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { openContent } from './cli-content.ts';
import { tools as registered } from './registry.ts';
import type * as EveryReader from './shared/every-reader.ts';
import type * as EveryWord from './shared/moment/every-word.ts';
import { giveWords } from './shared/moment/vocabulary.ts';
import { giveReaders } from './shared/readers.ts';
import { fill, type Invalid } from './shared/result.ts';
import { isoInstant, readInstant, SECOND } from './shared/time.ts';
import type { Answer, Content, Issue, Tool } from './shared/tool.ts';

/** Exit statuses: scripts depend on them. */
const OK = 0;
const INVALID = 2;
const USAGE = 64;

const USAGE_TEXT = `Usage: npm run -s calc -- <tool> '<json>' [--as-of 2026-11-21T00:00:00Z]
       npm run -s calc -- <tool> -          reads the JSON from standard input
       npm run -s calc -- [<tool>] --help   lists the tools and their fields

A JSON array answers an array; '@path' alone is the file of a tool that takes one.
One line of JSON comes back.
Exit status: 0 answered, 2 invalid input, 64 wrong usage.
`;

export interface Io {
  out: (text: string) => void;
  error: (text: string) => void;
  readInput: () => string;
  /** The text of a file. Throws where it cannot be read. */
  readFile: (path: string) => string;
  /** The same as it lies on the disk. */
  readBytes: (path: string) => Uint8Array;
  /** The current moment; used only where `--as-of` is not given. */
  now: () => Date;
  content: Content;
}

/** One line of JSON: the calculator's result with its moment, or issues in words. */
type Line = { kind: 'invalid'; issues: Issue[] } | { kind: string; asOf: string };

const invalid = (path: string, message: string): Line => ({
  kind: 'invalid',
  issues: [{ path, message }],
});

const isInvalid = (answer: Answer): answer is Invalid => answer.kind === 'invalid';

/** Words the issues of an answer; every other answer says which moment it was judged by. */
function word(answer: Answer, content: Content, asOf: string): Line {
  if (!isInvalid(answer)) return { asOf, ...answer };
  const messages = content.messages();
  const issues = answer.issues.map(({ path, key, values }) => ({
    path,
    message: fill(messages[key] ?? key, values),
  }));
  return { kind: 'invalid', issues };
}

/** Names of an input that are no fields of a tool; those it names itself are not told twice. */
function unknownIn(input: unknown, answer: Answer, tool: Tool, content: Content): string[] {
  if (typeof input !== 'object' || input === null || isInvalid(answer) || 'ignored' in answer)
    return [];
  const known = new Set(tool.fields(content).map(({ name }) => name));
  return Object.keys(input).filter((name) => !known.has(name));
}

/** The moment of `--as-of`, an instant or a day, as ISO 8601 with Z; or what is wrong, in words. */
function readAsOf(text: string): { at: string } | { wrong: string } {
  const read = readInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (read.kind === 'instant') return { at: isoInstant(Math.floor(read.at / SECOND) * SECOND) };
  return {
    wrong:
      read.kind === 'out-of-range'
        ? 'The moment lies outside the years 1970 to 2200.'
        : 'Write the moment as 2026-11-21T00:00:00Z, or the day as 2026-11-21.',
  };
}

interface Call {
  tool: string | undefined;
  json: string | undefined;
  asOf: string | undefined;
  help: boolean;
  /** What cannot be understood about the call. */
  wrong: string | null;
}

function readCall(args: readonly string[]): Call {
  const call: Call = {
    tool: undefined,
    json: undefined,
    asOf: undefined,
    help: false,
    wrong: null,
  };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] as string;
    if (arg === '--help' || arg === '-h') call.help = true;
    else if (arg === '--as-of') call.asOf = args[(i += 1)] ?? '';
    else if (arg.startsWith('--as-of=')) call.asOf = arg.slice('--as-of='.length);
    else if (arg.startsWith('--')) call.wrong ??= `Unknown option ${arg}.`;
    else if (call.tool === undefined) call.tool = arg;
    else if (call.json === undefined) call.json = arg;
    else
      call.wrong ??= `One JSON text is expected; “${arg.slice(0, 40)}” is too many. Quote the JSON as a whole.`;
  }
  return call;
}

function describe(slug: string, tool: Tool, content: Content): string {
  const fields = tool
    .fields(content)
    .map(
      ({ name, type, required, description, takesFile = false }) =>
        `  ${name} (${type}${takesFile ? ' or @path' : ''}${required ? '' : ', optional'})\n      ${description}\n`,
    );
  return `${slug}: ${tool.summary}\n${fields.join('')}`;
}

/** Some editors and spreadsheets put a byte-order mark before everything else. */
const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('@');

/** A file alone as the input of a tool: its only field that takes one; null where that cannot be told. */
function aloneIn(path: string, fields: ReturnType<Tool['fields']>): Record<string, string> | null {
  const [field, ...others] = fields.filter(({ takesFile }) => takesFile);
  return field && others.length === 0 ? { [field.name]: path } : null;
}

/** An input in which every `@path` of a field that takes a file, alone or in a list, is that file. */
function withFiles(input: unknown, tool: Tool, io: Io): { input: unknown } | { wrong: Line } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { input };
  const read: Record<string, unknown> = {};
  const asked = Object.entries(input).filter(([, value]) => [value].flat().some(isPath));
  // The list of fields costs reading content, so only a call that may name a file pays for it.
  const fields = asked.length > 0 ? tool.fields(io.content) : [];
  for (const [name, value] of asked as [string, unknown][]) {
    const takes = fields.find((field) => field.name === name)?.takesFile;
    if (!takes) continue;
    const open = (each: unknown) => {
      if (!isPath(each)) return each;
      const path = each.slice(1);
      return takes === 'bytes'
        ? { name: basename(path), bytes: io.readBytes(path) }
        : withoutMark(io.readFile(path));
    };
    try {
      read[name] = Array.isArray(value) ? value.map(open) : open(value);
    } catch (error) {
      return { wrong: invalid(name, `The file cannot be read: ${(error as Error).message}`) };
    }
  }
  return { input: { ...input, ...read } };
}

/**
 * Runs one call of the command line and returns the exit status.
 *
 * @param args what stands behind the script's name.
 * @param tools every tool by its slug.
 */
export async function main(
  args: readonly string[],
  io: Io,
  tools: Readonly<Record<string, () => Promise<Tool>>> = registered,
): Promise<number> {
  const call = readCall(args);
  const load =
    call.tool !== undefined && Object.hasOwn(tools, call.tool) ? tools[call.tool] : undefined;
  const list = `Tools: ${Object.keys(tools).join(', ')}\n`;

  if (call.help && (load || call.tool === undefined)) {
    io.out(USAGE_TEXT);
    for (const slug of call.tool === undefined ? Object.keys(tools) : [call.tool]) {
      const tool = await (tools[slug] as NonNullable<typeof load>)();
      io.out(`\n${describe(slug, tool, io.content)}`);
    }
    return OK;
  }
  if (!load) {
    io.error(call.tool === undefined ? USAGE_TEXT : `There is no tool “${call.tool}”.\n`);
    io.error(list);
    return USAGE;
  }
  if (call.wrong !== null || call.json === undefined) {
    io.error(`${call.wrong ?? 'The JSON is missing.'}\n${USAGE_TEXT}`);
    return USAGE;
  }

  const asOf = readAsOf(call.asOf ?? io.now().toISOString());
  const answerAll = async (): Promise<Line | Line[]> => {
    if ('wrong' in asOf) return invalid('--as-of', asOf.wrong);
    let input: unknown;
    try {
      // `@listings.xlsx` alone is the file of the tool's only field that takes one.
      const file = isPath(call.json) ? call.json : null;
      input =
        file === null
          ? JSON.parse(withoutMark(call.json === '-' ? io.readInput() : (call.json as string)))
          : aloneIn(file, (await load()).fields(io.content));
      if (input === null && file !== null)
        return invalid(
          '',
          'This tool takes no file alone. Give JSON; --help lists the fields of a tool.',
        );
    } catch (error) {
      return invalid('', `This is not JSON: ${(error as Error).message}`);
    }
    const tool = await load();
    const answer = async (item: unknown) => {
      const whole = withFiles(item, tool, io);
      if ('wrong' in whole) return whole.wrong;
      const said = await tool.run(whole.input, io.content, asOf.at);
      const unknown = unknownIn(whole.input, said, tool, io.content);
      const told = unknown.length > 0 ? { ...said, ignored: unknown } : said;
      return word(told, io.content, asOf.at);
    };
    if (!Array.isArray(input)) return answer(input);
    const lines: Line[] = [];
    for (const item of input) lines.push(await answer(item));
    return lines;
  };

  const answer = await answerAll();
  io.out(`${JSON.stringify(answer)}\n`);
  return [answer].flat().some(({ kind }) => kind === 'invalid') ? INVALID : OK;
}

/** Answers this process's own call. */
export async function program(): Promise<void> {
  // `… | head -1` closes the pipe early; there is nobody left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  // Loaded with the first moment that is read: a rate needs none.
  const load = createRequire(import.meta.url);
  giveWords(() => (load('./shared/moment/every-word.ts') as typeof EveryWord).momentWords(), true);
  giveReaders(() => (load('./shared/every-reader.ts') as typeof EveryReader).everyReader);
  const root = join(import.meta.dirname, '../..');
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    readInput: () => readFileSync(0, 'utf8'),
    readFile: (path) => readFileSync(path, 'utf8'),
    readBytes: (path) => readFileSync(path),
    now: () => new Date(),
    content: openContent(
      join(root, 'src/content'),
      join(root, 'node_modules/.cache/amicable/content'),
    ),
  });
}

if (import.meta.main) await program();
