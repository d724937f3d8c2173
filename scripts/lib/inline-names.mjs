// Custom properties that only pass a value on: Starlight asks for its own names, the theme hands over ours.
// A reader's browser needs neither the list of both nor the longer one of the two in every rule.
import generate from 'css-tree/generator';
import walk from 'css-tree/walker';
import { dropEmpty, dropNames } from './used.mjs';

/** A selector that means the page as a whole, under whatever condition, and nothing within it. */
const isOfRoot = (selector) => /^(?::root|html)[^\s>+~]*$|::backdrop$/.test(selector);
const bare = /var\(\s*(--[\w-]+)\s*\)/g;
const namesIn = (value) => [...value.matchAll(/--[\w-]+/g)].map(([name]) => name);

/** Every value a name is given, and whether it is that of the whole page under all circumstances. */
function givenIn(trees) {
  const given = new Map();
  const visit = (list, always) => {
    for (const node of list) {
      if (node.type === 'Atrule' && node.block)
        visit(node.block.children, always && node.name === 'layer');
      if (node.type !== 'Rule') continue;
      const selectors = node.prelude.children.toArray().map((each) => generate(each));
      const ofRoot = selectors.every(isOfRoot);
      for (const each of node.block.children)
        if (each.type === 'Rule' || each.type === 'Atrule') visit([each], false);
        else if (each.property?.startsWith('--')) {
          const value = generate(each.value).trim();
          const plain = always && ofRoot && !each.important && selectors.includes(':root');
          given.set(each.property, [...(given.get(each.property) ?? []), { value, plain, ofRoot }]);
        }
    }
  };
  for (const { tree, always } of trees) visit(tree.children, always);
  return given;
}

/**
 * What to write instead of `var(--name)`: the value of a name that has one and the same everywhere on the page,
 * where that value is no longer than the asking or another name passed on.
 */
function replacements(given, words) {
  const ofPage = (name) =>
    (given.get(name) ?? []).every(({ ofRoot }) => ofRoot) &&
    !words.set.has(name) &&
    !words.scripts.has(name);
  const found = new Map();
  for (const [name, values] of given) {
    const [{ value, plain }] = values;
    if (values.length > 1 || !plain || !value || !ofPage(name)) continue;
    const passedOn = /^var\(\s*--[\w-]+\s*\)$/.test(value);
    if (!passedOn && value.length > `var(${name})`.length) continue;
    if (namesIn(value).every(ofPage)) found.set(name, value);
  }
  return found;
}

/**
 * Puts values in the place of names that only pass them on, into the sheets of a page as `usedSheets` answers
 * them.
 */
export function dropDetours({ before, screen, print }, words) {
  const trees = [before, screen, print];
  const instead = replacements(givenIn(trees.map((tree, i) => ({ tree, always: i === 1 }))), words);
  const put = (value, within) =>
    value.replace(bare, (asked, name) =>
      instead.has(name) && !within.includes(name)
        ? put(instead.get(name), [...within, name])
        : asked,
    );
  for (const tree of trees)
    walk(tree, {
      visit: 'Declaration',
      enter(node) {
        if (node.value.type === 'Raw') node.value.value = put(node.value.value, [node.property]);
      },
    });
  dropNames(trees, words);
  for (const tree of trees) dropEmpty(tree);
}
