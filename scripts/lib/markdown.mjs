// A built page as Markdown: what a reader sees of its text, without what only a browser can do. Forms become
// the names of their fields, a tool its made-up answer, a drawing its description.
import { ELEMENT_NODE, TEXT_NODE, parse } from 'ultrahtml';

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Text of HTML without its character references. */
const decoded = (text) =>
  !text.includes('&')
    ? text
    : text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
        hex || decimal
          ? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
          : (named[name] ?? whole),
      );

const blocks = new Set(
  'p div section article ul ol li dl dt dd table h1 h2 h3 h4 h5 h6 blockquote aside figure figcaption details summary pre hr fieldset legend form main header footer astro-island tick-list work-sheet'.split(
    ' ',
  ),
);
const unread = new Set(
  'script style template dialog button select input textarea noscript nav datalist canvas video audio iframe'.split(
    ' ',
  ),
);
const SPACE = { type: TEXT_NODE, value: ' ' };
const isElement = (node, name) => node.type === ELEMENT_NODE && (!name || node.name === name);
const hasClass = (node, name) => {
  const list = node.attributes?.class;
  return Boolean(list?.includes(name)) && list.split(/\s+/).includes(name);
};
const isBlock = (node) =>
  isElement(node) && (blocks.has(node.name) || (node.name.includes('-') && hasBlock(node)));
/** Asked of an element by each that it stands in. */
const holders = new WeakMap();
function hasBlock(node) {
  if (!node.children?.length) return false;
  if (!holders.has(node))
    holders.set(
      node,
      node.children.some((child) => isBlock(child) || hasBlock(child)),
    );
  return holders.get(node);
}
const isHidden = ({ name, attributes = {} }) =>
  unread.has(name) ||
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  (attributes.class ?? '').includes('sl-anchor-link');

/** The first element, in the order of the page, that the question is answered yes for. */
function find(node, fits) {
  if (isElement(node) && fits(node)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, fits);
    if (found) return found;
  }
  return null;
}

function all(node, fits, found = []) {
  if (isElement(node) && fits(node)) found.push(node);
  for (const child of node.children ?? []) all(child, fits, found);
  return found;
}

/** A text of the page, its spaces as one; most are one already. */
const plain = ({ value }) => decoded(value).replace(/\s{2,}|[^\S ]/g, ' ');
/** All text below an element. */
const textOf = (node) =>
  node.type === TEXT_NODE ? plain(node) : (node.children ?? []).map(textOf).join('');

const escaped = (text) => {
  const marked = text.replace(/[\\`*[\]<|]/g, '\\$&');
  return marked.includes('_')
    ? marked.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    : marked;
};

/**
 * Marks around words. Punctuation at the end of what is marked goes outside: beside a Chinese character
 * Markdown would not see the mark. What closes the address of a link is none.
 */
function marked(mark, text) {
  const [, before, inner, after] =
    /^([\s（(“「]*)([\s\S]*?(?:\]\([^()\s]*\))?)([\s.,;:!?。，；：！？、）)”」…]*)$/u.exec(text);
  return inner ? `${before}${mark}${inner}${mark}${after}` : text;
}

function inline(nodes, page) {
  let text = '';
  for (const node of nodes) {
    if (node.type === TEXT_NODE) {
      text += escaped(plain(node));
      continue;
    }
    if (!isElement(node) || isHidden(node)) continue;
    const { name, attributes, children } = node;
    const within = () => inline(children, page);
    if (name === 'br') text += '\\\n';
    else if (name === 'img') text += attributes.alt ? `![${escaped(decoded(attributes.alt))}]` : '';
    else if (name === 'svg') continue;
    else if (name === 'code') text += `\`${textOf(node)}\``;
    else if (name === 'strong' || name === 'b') text += marked('**', within());
    else if (name === 'em' || name === 'i') text += marked('*', within());
    else if (name === 'a') {
      const said = within().trim();
      const href = decoded(attributes.href ?? '');
      // A place on this very page has no anchor in Markdown.
      if (!said) continue;
      // Two that stand below one another on the page.
      if (text.endsWith(')')) text += ' ';
      text += !href || href.startsWith('#') ? said : `[${said}](${page.resolve(href)})`;
    } else if (hasClass(node, 'badge')) {
      const said = within().trim();
      if (said)
        text = page.chinese ? `${text.trimEnd()}（${said}）` : `${text.trimEnd()} (${said})`;
    } else text += within() + (name === 'output' ? ' ' : '');
  }
  return text;
}

const tidy = (text) =>
  text
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .replace(/ ?\\\n ?/g, '\\\n')
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, '')
    .trim()
    // What would begin a list, a heading or a quotation.
    .replace(/^(#{1,6} |[-+] |>|\d+[.)] )/gm, (found) => found.replace(/([#+>.)-])/, '\\$1'));
const indented = (text, by) => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`);

/** Things beside one another in a row of a list, which the page parts by room and a text by a space. */
const spaced = (nodes) =>
  nodes.every((each) => isElement(each) && !isBlock(each))
    ? nodes.flatMap((each, i) => (i > 0 && !hasClass(each, 'badge') ? [SPACE, each] : [each]))
    : nodes;

function list(node, page) {
  const ordered = node.name === 'ol';
  let number = Number(node.attributes.start ?? 1);
  const items = node.children.filter((child) => isElement(child, 'li') && !isHidden(child));
  return items
    .map((item) => {
      const label = item.children.find((child) => isElement(child, 'label'));
      const box =
        label && label.children.some((child) => child.attributes?.type === 'checkbox')
          ? '[ ] '
          : '';
      const mark = ordered ? `${number++}. ` : '- ';
      const body = blocksOf(spaced(item.children), page);
      // A list right below its own line, as it was on the page.
      return mark + box + indented(body.replace(/\n\n(?=(?:- |\d+\. ))/g, '\n'), mark.length);
    })
    .join('\n');
}

function definitions(node, page) {
  const lines = [];
  const pairs = node.children.flatMap((child) =>
    isElement(child, 'div') ? child.children : [child],
  );
  for (const child of pairs)
    if (isElement(child, 'dt')) lines.push(`- ${marked('**', tidy(inline(child.children, page)))}`);
    else if (isElement(child, 'dd')) {
      const said = blocksOf(child.children, page);
      const before = lines.pop() ?? '-';
      const colon = page.chinese ? '：' : ': ';
      const part = before.includes(colon) ? (page.chinese ? '；' : '; ') : colon;
      lines.push(said ? before + part + indented(said.replace(/\n\n/g, '\n'), 2) : before);
    }
  return lines.join('\n');
}

function table(node, page) {
  const rows = all(node, ({ name }) => name === 'tr').map((row) =>
    row.children
      .filter((cell) => isElement(cell, 'td') || isElement(cell, 'th'))
      .map((cell) =>
        blocksOf(cell.children, page).replace(/\\\n/g, '<br>').replace(/\n+/g, '<br>'),
      ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (!width) return '';
  const hasHead = find(node, ({ name }) => name === 'thead') !== null;
  const [head, ...body] = hasHead ? rows : [Array(width).fill(''), ...rows];
  const line = (cells) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
  const caption = find(node, ({ name }) => name === 'caption');
  return [
    ...(caption ? [`${tidy(inline(caption.children, page))}\n`] : []),
    line(head),
    line(Array(width).fill('---')),
    ...body.map(line),
  ].join('\n');
}

/** A tool as it can be told: what it asks for, and the made-up answer its page opens with. */
function tool(node, page) {
  const labels = all(node, ({ name }) => name === 'label' || name === 'legend')
    .filter((label) => label.name === 'label')
    .map((label) => textOf(label).trim())
    .filter(Boolean);
  const answer = find(node, (each) => hasClass(each, 'tool-answer'));
  return [
    page.words.tool.replace('{fields}', [...new Set(labels)].join(page.chinese ? '、' : ', ')),
    answer ? blocksOf(answer.children, page) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function block(node, page) {
  const { name, attributes, children } = node;
  if (/^h[1-6]$/.test(name)) {
    // What only structures a page for the ear says nothing in a text.
    if (hasClass(node, 'unseen')) return '';
    const text = tidy(inline(children, page));
    return text && `${'#'.repeat(Number(name[1]))} ${text}`;
  }
  if (name === 'ul' || name === 'ol') return list(node, page);
  if (name === 'dl') return definitions(node, page);
  if (name === 'table') return table(node, page);
  if (name === 'hr') return '---';
  if (name === 'pre') return `\`\`\`\n${textOf(node).trim()}\n\`\`\``;
  if (name === 'summary' || name === 'legend') return marked('**', tidy(inline(children, page)));
  if (name === 'figure') {
    const drawing = find(node, (each) => each.name === 'svg' && each.attributes['aria-label']);
    const said = drawing ? escaped(decoded(drawing.attributes['aria-label'])) : '';
    const rest = blocksOf(
      children.filter((child) => child.name !== 'svg'),
      page,
    );
    return [said && `${page.words.figure}${said}`, rest].filter(Boolean).join('\n\n');
  }
  if (name === 'astro-island' && find(node, (each) => hasClass(each, 'tool-form')))
    return tool(node, page);
  const body = blocksOf(children, page);
  if (name === 'blockquote' || name === 'aside' || attributes.role === 'note')
    return body.replace(/^/gm, '> ').replace(/> $/gm, '>');
  return body;
}

/** What stands below one another, an empty line between. */
function blocksOf(nodes, page) {
  const parts = [];
  let run = [];
  const flush = () => {
    if (run.length === 0) return;
    const text = tidy(inline(run, page));
    if (text) parts.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isHidden(node)) continue;
    if (isBlock(node) || (isElement(node) && hasBlock(node))) {
      flush();
      const text = block(node, page);
      if (text) parts.push(text);
    } else run.push(node);
  }
  flush();
  return parts.join('\n\n');
}

const rulebookLink = /\/reference\/rulebook\/[\w-]+\/#([\w.-]+)$/;

/** Ids of the rules a page quotes in its text, its links and its tools' data, but for those it tells in full. */
function rulesOf(root, isRule) {
  const told = new Set();
  for (const card of all(root, (each) => hasClass(each, 'rule-card'))) told.add(card.attributes.id);
  for (const table of all(root, (each) => hasClass(each, 'rule-table')))
    for (const link of all(table, ({ name }) => name === 'a'))
      told.add(rulebookLink.exec(link.attributes.href ?? '')?.[1]);
  const ids = new Set();
  for (const { name, attributes, children } of all(root, () => true)) {
    if (attributes['data-rule']) ids.add(attributes['data-rule']);
    if (name === 'a') ids.add(rulebookLink.exec(attributes.href ?? '')?.[1]);
    if (name === 'script' && attributes.type === 'application/json')
      for (const [, id] of (children[0]?.value ?? '').matchAll(
        /"([a-z0-9-]+(?:\.[a-z0-9-]+){2,})"/g,
      ))
        ids.add(id);
  }
  return [...ids].filter((id) => id && isRule(id) && !told.has(id));
}

/**
 * What a built page says.
 *
 * @param html The page as the framework built it.
 * @param page `resolve` makes an address that holds outside the page, `chinese` chooses the punctuation,
 *   `words.tool` (with `{fields}`) and `words.figure` say what cannot be shown, `isRule` knows ids of rules.
 * @returns `title`, `description`, `reviewed` (the day, or undefined), `body` and `sources` in Markdown, and
 *   the ids of `rules` to tell in full; null for a page that is no text: one for frames, or for a window.
 */
export function readPage(html, page) {
  const start = html.indexOf('<main');
  const end = html.indexOf('</main>', start);
  if (start < 0 || end < 0) return null;
  const root = parse(html.slice(start, end + 7));
  const content = find(root, (each) => hasClass(each, 'sl-markdown-content'));
  if (!content) return null;
  const title = find(root, ({ name }) => name === 'h1');
  const facts = find(root, (each) => hasClass(each, 'page-facts'));
  const foot = find(root, (each) => hasClass(each, 'page-foot'));
  const sources = foot && find(foot, ({ name }) => name === 'ul');
  return {
    title: title ? textOf(title).trim() : '',
    description: decoded(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''),
    reviewed: facts ? find(facts, ({ name }) => name === 'time')?.attributes.datetime : undefined,
    body: blocksOf(content.children, page),
    sources: sources ? list(sources, page) : '',
    rules: rulesOf(content, page.isRule),
  };
}
