// Which rules of a style sheet a set of pages can ever use, judged by the words in the pages and in their
// scripts. It errs to one side: a rule goes only when something it names stands in none of them.
import { ident } from 'css-tree/utils';
import generate from 'css-tree/generator';
import walk from 'css-tree/walker';
import { sheetOf } from './sheet.mjs';

export const tagPattern = /<[a-z](?:[^>"]|"[^"]*")*>/gi;
const attributePattern = /\s([^\s"'<>/=]+)(?:="([^"]*)")?/g;
const scopePattern = /^astro-[a-z0-9]{8}$/;
const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** Everything the pages and scripts added to it can name. */
export function openWords() {
  const tags = new Set();
  const scripts = new Set();
  const words = {
    tags: new Set(['html', 'body']),
    classes: new Set(),
    ids: new Set(),
    attributes: new Set(),
    directions: new Set(),
    /** Names asked for, and names given a value of their own, outside the sheets of the page. */
    variables: new Set(),
    set: new Set(),
    scripts: {
      has(word) {
        for (const each of scripts) if (each.has(word)) return true;
        return false;
      },
    },
  };
  const addTag = (tag) => {
    words.tags.add(/^<([^\s>/]+)/.exec(tag)[1].toLowerCase());
    for (const [, name, value = ''] of tag.matchAll(attributePattern)) {
      words.attributes.add(name.toLowerCase());
      if (name === 'class') for (const each of value.split(/\s+/)) words.classes.add(each);
      else if (name === 'id') words.ids.add(value);
      else if (name === 'dir') words.directions.add(value);
      // The shapes of a drawing ask for their colours in attributes of their own.
      else if (name !== 'style')
        for (const variable of variablesIn(value)) words.variables.add(variable);
      else
        for (const [variable, set] of value.matchAll(/--[\w-]+(\s*:)?/g))
          words[set ? 'set' : 'variables'].add(variable.replace(/\s*:$/, ''));
    }
  };
  return {
    ...words,
    addPage(html) {
      for (const [tag] of html.matchAll(tagPattern)) {
        if (tags.has(tag)) continue;
        tags.add(tag);
        addTag(tag);
      }
    },
    /** A style sheet that comes later asks for what stands in the first ones. */
    addLaterSheet(text) {
      for (const name of variablesIn(text)) words.variables.add(name);
      for (const [, name] of text.matchAll(/[{;]\s*(--[\w-]+)\s*:/g)) words.set.add(name);
    },
    /** A script may write any word in it as a class, an id, a tag or an attribute. */
    addScript(code) {
      scripts.add(wordsIn(code));
    },
  };
}

/** The words of any of them, as far as rules are told by them. */
export const wordsOfAny = (some) =>
  Object.fromEntries(
    ['tags', 'classes', 'ids', 'attributes', 'directions', 'scripts'].map((key) => [
      key,
      { has: (word) => some.some((words) => words[key].has(word)) },
    ]),
  );

const wordsOfScripts = new Map();

/**
 * The words of a script, each once: most scripts stand on many kinds of pages. A single letter is a tag where it
 * begins a text or follows on a bracket; anywhere else it is a name some minifier gave.
 */
function wordsIn(code) {
  if (!wordsOfScripts.has(code))
    wordsOfScripts.set(code, new Set(code.match(/[\w:-]{2,}|(?<=["'`<])[a-z](?![\w:-])/g) ?? []));
  return wordsOfScripts.get(code);
}

const decode = (name) => ident.decode(name);

function mayMatch(selector, words) {
  const { scripts } = words;
  return selector.children.toArray().every((part) => {
    switch (part.type) {
      case 'TypeSelector':
        return (
          part.name === '*' || words.tags.has(part.name.toLowerCase()) || scripts.has(part.name)
        );
      case 'ClassSelector':
        return words.classes.has(decode(part.name)) || scripts.has(decode(part.name));
      case 'IdSelector':
        return words.ids.has(decode(part.name)) || scripts.has(decode(part.name));
      case 'AttributeSelector': {
        const name = part.name.name.toLowerCase();
        if (name === 'dir' && part.value)
          return words.directions.has(part.value.name ?? part.value.value);
        return (
          words.attributes.has(name) ||
          scripts.has(name) ||
          scripts.has(camel(name.replace(/^data-/, '')))
        );
      }
      case 'PseudoClassSelector': {
        if (!['is', 'where', 'has'].includes(part.name)) return true;
        const list = part.children?.first;
        return list?.type !== 'SelectorList' || list.children.some((each) => mayMatch(each, words));
      }
      default:
        return true;
    }
  });
}

const isWhere = ({ type, name }) => type === 'PseudoClassSelector' && name === 'where';

/** How much a selector in brackets counts: nothing, as one tag, or in some other way. */
function weightOf(selector) {
  const [part, ...others] = selector.children.toArray();
  if (others.length) return null;
  return isWhere(part) ? 0 : part.type === 'TypeSelector' && part.name !== '*' ? 1 : null;
}

/**
 * Leaves out of the brackets of `:is()`, `:where()` and `:not()` what no page has. What counts as one tag goes
 * only where something that counts as much stays, so that the selector weighs what it did.
 */
function dropChoices(selector, words) {
  selector.children.forEach((part, item, parts) => {
    const list = part.type === 'PseudoClassSelector' && part.children?.first;
    if (list?.type !== 'SelectorList' || !['is', 'where', 'not'].includes(part.name)) return;
    const kept = list.children.filter((each) => mayMatch(each, words));
    const holds = isWhere(part) || kept.some((each) => weightOf(each) !== 0);
    const left = list.children.filter((each) => {
      if (mayMatch(each, words)) return true;
      const weight = weightOf(each);
      return !(isWhere(part) || weight === 0 || (weight === 1 && holds));
    });
    if (!left.isEmpty) list.children = left;
    else if (selector.children.size > 1) parts.remove(item);
  });
}

/** Drops the rules that nothing of these words is, and of the others what nothing is. */
export function dropRules(tree, words) {
  walk(tree, {
    visit: 'Rule',
    enter(node, item, list) {
      if (node.prelude.type !== 'SelectorList') return;
      if (this.atrule?.name.endsWith('keyframes')) return;
      node.prelude.children = node.prelude.children.filter((each) => mayMatch(each, words));
      if (node.prelude.children.isEmpty) list.remove(item);
      else node.prelude.children.forEach((each) => dropChoices(each, words));
    },
  });
  dropEmpty(tree);
}

/** Drops what nothing stands in any more, from within. */
export function dropEmpty({ children }) {
  children.forEach((node, item) => {
    if (!node.block) return;
    dropEmpty(node.block);
    if (node.block.children.isEmpty) children.remove(item);
  });
}

const variablesIn = (text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);

/** Drops what no rule asks for: custom properties and animations. What one of them asks for goes with it. */
export function dropNames(trees, words) {
  /** Every place a name is asked for or given: the name given there, if any, and what is asked for. */
  let places = [];
  for (const tree of trees) {
    walk(tree, {
      visit: 'Declaration',
      enter({ property, value }, item, list) {
        const names = value.type === 'Raw' ? variablesIn(value.value) : [];
        const moves = property.startsWith('animation') ? generate(value).split(/[\s,]/) : [];
        const name = property.startsWith('--') ? property : null;
        if (name || names.length || moves.length)
          places.push({ name, names, moves, drop: () => list.remove(item) });
      },
    });
    walk(tree, {
      visit: 'Atrule',
      enter(node, item, list) {
        if (node.name.endsWith('keyframes'))
          places.push({
            keyframes: generate(node.prelude),
            names: [],
            moves: [],
            drop: () => list.remove(item),
          });
      },
    });
  }
  for (;;) {
    const asked = new Set([...words.variables, ...places.flatMap(({ names }) => names)]);
    const animated = new Set(places.flatMap(({ moves }) => moves));
    const goes = ({ name, keyframes }) =>
      keyframes === undefined
        ? name && !asked.has(name) && !words.scripts.has(name)
        : !animated.has(keyframes);
    const gone = places.filter(goes);
    if (!gone.length) return;
    for (const { drop } of gone) drop();
    places = places.filter((place) => !goes(place));
  }
}

/**
 * Drops from the layers what a rule outside them says of the page as a whole: it wins whatever stands
 * in a layer, so the layer's own value is never seen.
 */
function dropShadowed(tree) {
  const isOfRoot = (selector) => /^:root(\[[^\]]*\])?$|::backdrop$/.test(generate(selector));
  const certain = new Set();
  for (const rule of tree.children)
    if (rule.type === 'Rule' && rule.prelude.children.some((each) => generate(each) === ':root'))
      for (const { property } of rule.block.children) if (property) certain.add(property);
  const visit = (node, layered) => {
    if (node.type === 'Rule' && layered) {
      if (!node.prelude.children.toArray().every(isOfRoot)) return;
      node.block.children = node.block.children.filter(
        ({ property }) => !property?.startsWith('--') || !certain.has(property),
      );
    }
    if (node.type === 'Atrule' && node.block)
      for (const each of node.block.children) visit(each, layered || node.name === 'layer');
  };
  for (const node of tree.children) visit(node, false);
}

/** Takes what is for paper alone out of a style sheet for all media. */
function takePrint(tree) {
  const isPrint = (rule) =>
    rule.type === 'Atrule' && rule.name === 'media' && generate(rule.prelude) === 'print';
  const taken = tree.children.filter(isPrint).toArray();
  tree.children = tree.children.filter((rule) => !isPrint(rule));
  return sheetOf(taken.flatMap((rule) => rule.block.children.toArray()));
}

/**
 * The style sheets of a page without what the pages cannot use; order and layers stay as they are.
 * `before` is a sheet for print that stands before the one for all media, and `print` in the answer
 * what the latter held for paper alone: to be placed after it. The trees given are changed.
 */
export function usedSheets({ before, screen }, words) {
  const trees = [before, screen];
  for (const tree of trees) {
    dropRules(tree, words);
    dropShadowed(tree);
  }
  dropNames(trees, words);
  for (const tree of trees) dropEmpty(tree);
  return { before, screen, print: takePrint(screen) };
}

/**
 * The scopes Astro marks elements with, and what else an element must be for a rule to need the mark:
 * for each scope a list of `{ tag, classes }`, where a tag of null is any.
 */
export function scopesOf(trees) {
  const scopes = new Map();
  const add = (scope, tag, classes) => {
    if (!scopes.has(scope)) scopes.set(scope, []);
    scopes.get(scope).push({ tag, classes });
  };
  /** A scope stands alone in `:where()`; anything else in brackets is taken for any element. */
  const loneScope = (part) => {
    const list = part.name === 'where' ? part.children?.first?.children?.toArray() : undefined;
    const only = list?.length === 1 ? list[0].children.toArray() : [];
    return only.length === 1 && only[0].type === 'ClassSelector' ? only[0].name : null;
  };
  const read = (selector) => {
    let tag = null;
    let classes = [];
    const close = () => {
      const others = classes.filter((name) => !scopePattern.test(name));
      for (const scope of classes.filter((name) => scopePattern.test(name)))
        add(scope, tag, others);
      tag = null;
      classes = [];
    };
    for (const part of selector.children.toArray())
      if (part.type === 'Combinator') close();
      else if (part.type === 'TypeSelector') tag = part.name === '*' ? null : part.name;
      else if (part.type === 'ClassSelector') classes.push(decode(part.name));
      else if (part.type === 'PseudoClassSelector') {
        const lone = loneScope(part);
        if (lone && scopePattern.test(lone)) classes.push(lone);
        else
          for (const [, scope] of generate(part).matchAll(/\.(astro-[a-z0-9]{8})(?![\w-])/g))
            add(scope, null, []);
      }
    close();
  };
  for (const tree of trees)
    walk(tree, {
      visit: 'Rule',
      enter({ prelude }) {
        if (prelude.type === 'SelectorList') for (const each of prelude.children) read(each);
      },
    });
  return scopes;
}

/**
 * Writes the tags of pages without the marks no rule needs; those that stay are named by `short`. A tag that
 * stands in many pages is looked at once.
 */
export function shortScopes(scopes, short) {
  const seen = new Map();
  return (tag) => {
    if (!tag.includes('astro-')) return tag;
    const before = seen.get(tag);
    if (before !== undefined) return before;
    const name = /^<([^\s>/]+)/.exec(tag)[1].toLowerCase();
    const after = tag.replace(/\sclass="([^"]*)"/, (_, list) => {
      const classes = list.split(/\s+/).filter(Boolean);
      const kept = classes.flatMap((each) => {
        if (!scopePattern.test(each)) return [each];
        const needed = scopes
          .get(each)
          ?.some(
            ({ tag: wanted, classes: others }) =>
              (wanted === null || wanted === name) && others.every((one) => classes.includes(one)),
          );
        return needed ? [short(each)] : [];
      });
      return kept.length ? ` class="${kept.join(' ')}"` : '';
    });
    seen.set(tag, after);
    return after;
  };
}
