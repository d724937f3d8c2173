// Writes a style sheet so that browsers of 2021 read all of it: without layers, nesting and ranges of widths,
// and with selectors they do not know apart from those they do.
import { clone, List } from 'css-tree/utils';
import generate from 'css-tree/generator';
import walk from 'css-tree/walker';
import { Features, transform } from 'lightningcss';
import { readSheet, writeSheet } from './sheet.mjs';

const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = {
  chrome: version(96),
  firefox: version(94),
  safari: version(15, 1),
  ios_saf: version(15, 1),
};

const legacyElements = ['before', 'after', 'first-line', 'first-letter'];
const isElement = ({ type, name }) =>
  type === 'PseudoElementSelector' ||
  (type === 'PseudoClassSelector' && legacyElements.includes(name));

/** How much a selector counts, as one number that orders selectors as browsers do. */
function weightOf(selector) {
  let weight = 0;
  for (const part of selector.children) {
    const inner = part.children?.first?.type === 'SelectorList' ? part.children.first : null;
    if (part.type === 'IdSelector') weight += 1e6;
    else if (isElement(part)) weight += 1;
    else if (part.type === 'ClassSelector' || part.type === 'AttributeSelector') weight += 1e3;
    else if (part.type === 'TypeSelector') weight += part.name === '*' ? 0 : 1;
    else if (part.type === 'PseudoClassSelector' && part.name !== 'where')
      weight += ['is', 'not', 'has'].includes(part.name)
        ? Math.max(...inner.children.toArray().map(weightOf))
        : 1e3;
  }
  return weight;
}

/** The same elements, counting for nothing. What is not of an element but a part of it stays outside the brackets. */
function withoutWeight(selector) {
  const parts = selector.children.toArray();
  const at = parts.findIndex(isElement);
  const text = (some) => some.map((part) => generate(part)).join('');
  const [element, rest] =
    at < 0 ? [text(parts), ''] : [text(parts.slice(0, at)), text(parts.slice(at))];
  if (!element || element === '*') return element + rest;
  // What ends in a combinator stands for any element there.
  return `:where(${element}${/[\s>+~]$/.test(element) ? '*' : ''})${rest}`;
}

/** The rules of a layer one by one: what they stand in, each selector with its weight, and what they say. */
function rulesIn(block, within = []) {
  return block.children.toArray().flatMap((node) => {
    if (node.type === 'Rule')
      return node.prelude.children.toArray().map((selector) => ({
        within,
        weight: weightOf(selector),
        selector: withoutWeight(selector),
        says: generate(node.block),
      }));
    if (!node.block || node.name === 'layer' || /keyframes$|font-face$/.test(node.name))
      throw new Error(
        `A layer holds ${generate(node).slice(0, 80)}, which nothing takes out of it.`,
      );
    return rulesIn(node.block, [...within, `@${node.name} ${generate(node.prelude)}`]);
  });
}

/**
 * A sheet without layers in which the same rules win: those of layers come first, layer by layer, each in the
 * order of its weight, and count for nothing, so that whatever comes later and stood in no layer wins.
 */
export function withoutLayers(tree) {
  const layers = new Map();
  const of = (name) => layers.get(name) ?? layers.set(name, []).get(name);
  tree.children.forEach((node, item, list) => {
    if (node.type !== 'Atrule' || node.name !== 'layer') return;
    const names = generate(node.prelude).split(/,\s*/);
    if (node.block) of(names[0]).push(...rulesIn(node.block));
    else names.forEach(of);
    list.remove(item);
  });
  let first = '';
  for (const rules of layers.values()) {
    const sorted = rules
      .map((rule, i) => ({ ...rule, i }))
      .sort((a, b) => a.weight - b.weight || a.i - b.i);
    for (const { within, selector, says } of sorted)
      first += `${within.map((each) => `${each}{`).join('')}${selector}${says}${'}'.repeat(within.length)}`;
  }
  return first + writeSheet(tree);
}

/** Selectors that some of these browsers do not know: they refuse the whole list one stands in. */
const news =
  /:(?:has|dir)\(|::?(?:backdrop|popover-open|focus-visible|modal|open|user-(?:in)?valid|-\w[\w-]*)\b/g;
const newsIn = (selector) => [...new Set(generate(selector).match(news))].sort().join();

/** Makes a list of selectors known as a whole or not at all. */
export function keepKnownApart(tree) {
  walk(tree, {
    visit: 'Rule',
    enter(node, item, list) {
      if (node.prelude.type !== 'SelectorList') return;
      const groups = Map.groupBy(node.prelude.children.toArray(), newsIn);
      if (groups.size < 2) return;
      const copies = [...groups.values()].map((selectors) => {
        const copy = clone(node);
        copy.prelude.children = new List().fromArray(selectors.map(clone));
        return copy;
      });
      list.replace(item, new List().fromArray(copies));
    },
  });
}

const lower = (code) =>
  transform({
    filename: 'sheet.css',
    code: Buffer.from(code),
    minify: true,
    targets,
    // Old names of properties that do not carry a page are not worth their bytes.
    exclude: Features.VendorPrefixes,
  }).code.toString();

const made = new Map();

/** The text of a sheet for these browsers; the tree is changed. Kinds of pages often use the same of a sheet. */
export function forOlder(tree) {
  keepKnownApart(tree);
  const text = writeSheet(tree);
  if (!made.has(text)) {
    // Nesting is undone first: what is nested in a layer counts with what it stands in.
    const flat = readSheet(lower(text));
    keepKnownApart(flat);
    made.set(text, lower(withoutLayers(flat)));
  }
  return made.get(text);
}
