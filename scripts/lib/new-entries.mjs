// What `npm run new:…` writes, by kind. Each answers which files it wrote and what is left to do, and throws
// in words where it cannot.
import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { isMap, parse, parseDocument } from 'yaml';
import { LETTERS } from '../../src/calculators/workshop-code/field.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { stampIn } from '../stamp-translations.mjs';
import { filesBelow } from './tree.mjs';

const today = () => new Date().toISOString().slice(0, 10);
const inDays = (count) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const REVIEW_DAYS = 92;
const DESK = 'src/content/desk/what-next.yaml';

async function put(root, file, text) {
  const target = path.join(root, file);
  const config = await resolveConfig(target);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, await format(text, { ...config, filepath: target }));
  return file;
}
const read = (root, file) => fs.readFileSync(path.join(root, file), 'utf8');
function refuseExisting(root, file) {
  if (fs.existsSync(path.join(root, file))) throw new Error(`There is a file ${file} already.`);
}
/** All entries of a folder of content, by id, with their files. */
const entriesOf = (root, folder) =>
  new Map(
    filesBelow(path.join(root, 'src/content', folder))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => {
        const data = parse(fs.readFileSync(file, 'utf8'));
        return [data.id, { data, file: path.relative(root, file) }];
      }),
  );
function titlesOf({ en, zh }) {
  if (!en?.trim() || !zh?.trim())
    throw new Error('Give it a name in both languages: --en "…" --zh "…"');
  return { en: en.trim(), 'zh-CN': zh.trim() };
}
function taken(titles, entries, key) {
  for (const [id, { data }] of entries)
    for (const language of ['en', 'zh-CN'])
      if (data[key]?.[language] === titles[language])
        throw new Error(`${id} is called “${titles[language]}” already.`);
}
function likeOf(entries, like, fits, what) {
  const id = like ?? [...entries.keys()].sort().find(fits);
  const found = entries.get(id);
  if (!found)
    throw new Error(
      like
        ? `There is no ${what} “${like}”.`
        : `There is no ${what} of this platform to begin from. Name one of another with --like.`,
    );
  return { id, ...found };
}
/** A copy of a file with other values for some of its keys, its comments and order kept. */
function changed(text, values) {
  const document = parseDocument(text);
  for (const [key, value] of Object.entries(values))
    if (value === undefined) document.delete(key);
    else document.set(key, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}
const platformId = /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/;
const plainId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function figureOf(text) {
  if (text === 'true') return true;
  const [, min, max] = /^(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?$/.exec(text ?? '') ?? [];
  if (min === undefined)
    throw new Error('Give the figure as --value 5, --value 2..5 for a range, or --value true.');
  return max === undefined ? Number(min) : { min: Number(min), max: Number(max) };
}

async function newRule(root, id, given) {
  const [platform, topic, ...what] = id.split('.');
  const file = `src/content/rules/${platform}/${[topic, ...what].join('.')}.yaml`;
  refuseExisting(root, file);
  const label = titlesOf(given);
  const source = entriesOf(root, 'sources').get(given.source)?.data;
  if (!source)
    throw new Error(
      `Every rule needs a source: --source with the id of a file in src/content/sources. ${given.source ? `There is none called “${given.source}”.` : ''}`,
    );
  const value = figureOf(given.value);
  const rule = {
    id,
    ...(value === true && { nature: 'rule' }),
    platform,
    topic,
    label,
    unit: value === true ? 'statement' : (given.unit ?? ''),
    appliesTo: { en: 'Say here whom it applies to', 'zh-CN': '在这里写明适用于谁' },
    values: [
      {
        from: null,
        to: null,
        value,
        source: source.id,
        publishedOn: source.publishedOn ?? null,
        checkedOn: today(),
      },
    ],
    confidence: source.confidence,
    rivals: [],
    review: { on: inDays(REVIEW_DAYS), everyDays: REVIEW_DAYS },
    notes: {
      en: 'Say here what a reader has to know before relying on it.',
      'zh-CN': '在这里写明读者用它之前要知道的事。',
    },
  };
  const result = ruleSchema.safeParse(rule);
  if (!result.success)
    throw new Error(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  return {
    files: [await put(root, file, yamlOf(rule))],
    next: 'Now say in the file whom it applies to and what a reader has to know, and since when it holds if the source says so.',
  };
}
const yamlOf = (data) => {
  const document = parseDocument('{}');
  document.contents = document.createNode(data);
  if (isMap(document.contents)) document.contents.flow = false;
  return document.toString({ lineWidth: 0 });
};

async function newPage(root, slug, given) {
  const titles = titlesOf(given);
  const folder = path.posix.dirname(slug);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)+$/.test(slug))
    throw new Error('Name a page by its address: playbooks/prevent/seals');
  const sidebar = read(root, 'src/sidebar.mjs');
  const group = new RegExp(`(under\\('${folder}', \\[)([^\\]]*)(\\])`);
  if (!group.test(sidebar))
    throw new Error(
      `The menu has no group for ${folder}. It has: ${[...sidebar.matchAll(/under\('([^']+)', \[/g)].map(([, name]) => name).join(', ')}`,
    );
  const files = [];
  const texts = {
    en: {
      description: 'Say here in one sentence what a reader can do after this page.',
      body: [
        'After this page you can do what you say here.',
        '## What to do',
        'Begin with the step that is due first. A figure comes from the rulebook and never stands in a sentence by itself.',
        '## What to do next',
        '[All situations and what to do in them](/en/playbooks/respond/overview/)',
      ],
    },
    'zh-CN': {
      description: '在这里用一句话写明读完这一页能做什么。',
      body: [
        '读完这一页，你能做到这里写的事。',
        '## 怎么做',
        '先写最先要做的一步。数字一律引用规则库，不要直接写进句子里。',
        '## 接下来',
        '[全部情况和对应做法](/zh-cn/playbooks/respond/overview/)',
      ],
    },
  };
  for (const [language, part] of [
    ['en', 'en'],
    ['zh-CN', 'zh-cn'],
  ]) {
    const file = `src/content/docs/${part}/${slug}.mdx`;
    refuseExisting(root, file);
    const front = {
      title: titles[language],
      description: texts[language].description,
      reviewed: today(),
      audience: ['new-seller'],
    };
    files.push(file);
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    // Prose is laid out by its authors: it is not run through the formatter.
    fs.writeFileSync(
      path.join(root, file),
      `---\n${yamlOf(front)}---\n\n${texts[language].body.join('\n\n')}\n`,
    );
  }
  files.push(
    await put(
      root,
      'src/sidebar.mjs',
      sidebar.replace(
        group,
        (_, open, list, close) =>
          `${open}${list.trimEnd().replace(/,?$/, ',')} '${path.posix.basename(slug)}'${close}`,
      ),
    ),
  );
  stampIn(path.join(root, 'src/content/docs'), slug);
  return {
    files,
    next: `Now write both pages, read one against the other, and then: npm run stamp -- ${slug}\nThe menu of every page is a line longer: where a page weighs more than its budget now, raise that by what is measured, and say why.`,
  };
}

/** A worked case for a copy: that of what it was copied from, under its own name. */
function copiedCases(root, file, like, id, key, most) {
  const text = read(root, file);
  const cases = text.split(/^(?=- name:)/m);
  const own = cases.filter((one) => parse(one)?.[0]?.input?.[key] === like).slice(0, most);
  const copies = own.map((one) => {
    const name = parse(one)[0].name;
    return changed(
      one.replaceAll(new RegExp(`(?<![\\w.-])${like.replace('.', '\\.')}(?![\\w-])`, 'g'), id),
      {},
    ).replace(
      /^- name:.*$/m,
      `- name: ${JSON.stringify(name.includes(like) ? name.replaceAll(like, id) : `${id}: ${name}`)}`,
    );
  });
  return { text: text.trimEnd() + '\n' + copies.join(''), count: copies.length };
}

/** What a copy begins with: an id that is free, names that nobody has, and the entry it is to be like. */
function beginCopy(root, id, given, { folder, ids, rule, field = 'title', fits, first, noun }) {
  const file = `src/content/${folder}/${id}.yaml`;
  if (!ids.test(id)) throw new Error(rule);
  refuseExisting(root, file);
  const names = titlesOf(given);
  const all = entriesOf(root, folder);
  taken(names, all, field);
  return { file, names, all, like: likeOf(all, given.like ?? first, fits ?? (() => true), noun) };
}

async function newMetric(root, id, given) {
  const platform = id.split('.')[0];
  const { file, names, like } = beginCopy(root, id, given, {
    folder: 'metrics',
    ids: platformId,
    rule: 'An id is <platform>.<what>: amazon.late-shipment',
    field: 'label',
    fits: (each) => each.startsWith(`${platform}.`),
    noun: 'metric',
  });
  const cases = 'src/calculators/dispute-rate/examples.yaml';
  const copied = copiedCases(root, cases, like.id, id, 'metric', 1);
  return {
    files: [
      await put(root, file, changed(read(root, like.file), { id, platform, label: names })),
      await put(root, cases, copied.text),
    ],
    next: `It counts as ${like.id} does. Now put its own terms, sums, lines and rules in their place, and a case worked by hand at the end of ${cases}.`,
  };
}

async function newFlow(root, id, given) {
  const platform = id.split('.')[0];
  const { file, names, like } = beginCopy(root, id, given, {
    folder: 'flows',
    ids: platformId,
    rule: 'An id is <platform>.<what>: shopee.return',
    fits: (each) => each.startsWith(`${platform}.`),
    noun: 'kind of case',
  });
  const files = [];
  // Words that a second kind of case says, too, stand where all find them.
  const { words } = like.data;
  if (words) {
    const parts = 'src/content/flow-parts/shared.yaml';
    const shared = parseDocument(read(root, parts));
    for (const [kind, all] of Object.entries(words))
      for (const [name, word] of Object.entries(all))
        shared.setIn([kind, name], shared.createNode(word));
    files.push(
      await put(root, parts, shared.toString({ lineWidth: 0 })),
      await put(root, like.file, changed(read(root, like.file), { words: undefined })),
    );
  }
  const called = [names.en, names['zh-CN']];
  // What both are called by their kind would be asked about; that is for whoever says what kind the new one is.
  const free = { kinds: undefined, startsAs: undefined };
  const own = { id, platform, title: names, names: called, words: undefined, ...free };
  files.push(await put(root, file, changed(read(root, like.file), own)));
  const folder = 'src/calculators/deadline-planner';
  for (const [name, most] of [
    ['by-hand', Infinity],
    ['examples', 1],
  ]) {
    const cases = `${folder}/${name}.yaml`;
    files.push(await put(root, cases, copiedCases(root, cases, like.id, id, 'flow', most).text));
  }
  return {
    files,
    next: `It runs as ${like.id} does. Now put its own clocks, rules and words in their place, give it the names people use (under kinds those it shares with others), and count its cases in ${folder}/by-hand.yaml anew, by hand.`,
  };
}

/** Adds a situation to those no message of a buyer leads to. */
function withUnasked(text, id) {
  const [line, list] = /^unasked: \[([^\]]*)\]$/m.exec(text) ?? [];
  if (line === undefined) throw new Error('situations.yaml has no list “unasked”.');
  const all = [...list.split(',').map((each) => each.trim()), id].sort();
  return text.replace(line, `unasked: [${all.join(', ')}]`);
}

async function newScript(root, id, given) {
  if (/^(?:inr|snad)-/.test(id) && !parse(read(root, DESK)).causes[id])
    throw new Error(
      `A situation called inr-… or snad-… answers a cause of the case desk: put “${id}” under causes in ${DESK} first, or give it another name.`,
    );
  const { file, names, like } = beginCopy(root, id, given, {
    folder: 'scripts',
    ids: plainId,
    rule: 'A situation is named in small letters: late-refund',
    first: 'arrived-check',
    noun: 'reply',
  });
  const aliases = Object.fromEntries(
    ['en', 'zh', 'ru', 'pinyin'].map((language) => {
      const words = (given[`find-${language}`] ?? '').split(/\s*[,，、]\s*/).filter(Boolean);
      if (new Set(words).size < 2)
        throw new Error(
          `Agents find it by what they type: --find-${language} with two names or more, a comma between.`,
        );
      return [language, words];
    }),
  );
  const codes = 'src/calculators/reply-script/export/short-codes.ts';
  const text = read(root, codes);
  const used = new Set([...text.matchAll(/: '([a-z]{3})'/g)].map(([, code]) => code));
  const letters = id.replace(/[^a-z]/g, '');
  const code = candidates(letters).find((each) => !used.has(each));
  if (!code) throw new Error(`All three letters that “${id}” could have are taken.`);
  const [head, ...rest] = text.split(/^(?= {2}'?[\w-]+'?: '[a-z]{3}',|\};)/m);
  const end = rest.pop();
  const situations = 'src/content/cue-rules/situations.yaml';
  const line = `  '${id}': '${code}',\n`;
  const plain = (each) => each.trim().replaceAll("'", '');
  const lines = [...rest, line].sort((a, b) => (plain(a) < plain(b) ? -1 : 1));
  return {
    files: [
      await put(root, file, changed(read(root, like.file), { id, title: names, aliases })),
      await put(root, codes, [head, ...lines, end].join('')),
      await put(root, situations, withUnasked(read(root, situations), id)),
    ],
    next: `It says what ${like.id} says; its letters are “${code}”. Now write it in every language, and: node scripts/check-script.ts ${id}. Where messages of buyers lead to it, give it cues in place of its name under “unasked” in ${situations}.`,
  };
}
/** Three letters out of a word, the most telling first. */
function* threeOf(word) {
  for (let a = 0; a < word.length; a++)
    for (let b = a + 1; b < word.length; b++)
      for (let c = b + 1; c < word.length; c++) yield word[a] + word[b] + word[c];
}
const candidates = (word) => [...threeOf(word)];

async function newExercise(root, id, given) {
  const { file, names, all, like } = beginCopy(root, id, given, {
    folder: 'exercises',
    ids: plainId,
    rule: 'An exercise is named in small letters: rate-refunds',
    first: 'rate-headroom',
    noun: 'exercise',
  });
  const used = new Set([...all.values()].map(({ data }) => data.mark));
  const mark = [...LETTERS.slice(1)]
    .flatMap((first) => [...LETTERS].map((second) => first + second))
    .find((each) => !used.has(each));
  if (!mark) throw new Error('Every mark of two letters is taken.');
  return {
    files: [
      await put(root, file, changed(read(root, like.file), { id, mark, version: 1, title: names })),
    ],
    next: `It asks what ${like.id} asks; its mark is ${mark}. Now put your own case in its place, and see it: npm run -s calc -- exercise '{"id":"${id}","seed":"K7Q2"}'`,
  };
}

const names = '--en "…" --zh "…"';
/** What can be made, how it is asked for, and what makes it. */
export const kinds = {
  rule: {
    usage: `npm run new:rule -- aliexpress.dispute.what --value 5 --unit days --source <source> ${names}`,
    options: ['value', 'unit', 'source', 'en', 'zh'],
    run: newRule,
  },
  page: {
    usage: `npm run new:page -- playbooks/prevent/what ${names}`,
    options: ['en', 'zh'],
    run: newPage,
  },
  metric: {
    usage: `npm run new:metric -- amazon.what [--like amazon.odr] ${names}`,
    options: ['like', 'en', 'zh'],
    run: newMetric,
  },
  flow: {
    usage: `npm run new:flow -- ebay.what [--like ebay.request] ${names}`,
    options: ['like', 'en', 'zh'],
    run: newFlow,
  },
  script: {
    usage: `npm run new:script -- what [--like arrived-check] ${names} --find-en "…, …" --find-zh "…, …" --find-ru "…, …" --find-pinyin "…, …"`,
    options: ['like', 'en', 'zh', 'find-en', 'find-zh', 'find-ru', 'find-pinyin'],
    run: newScript,
  },
  exercise: {
    usage: `npm run new:exercise -- what [--like rate-headroom] ${names}`,
    options: ['like', 'en', 'zh'],
    run: newExercise,
  },
};
