// What of the built style sheets browsers of 2021 would refuse: asked by the tests of the built site.
import * as css from 'css-tree';

const NEW_UNIT = /\d[dsl]v[hw]\b/;

/** Whether some of these browsers do not know a selector; what stands in `:is()` and `:where()` may be unknown. */
function isNewSelector(selector) {
  const outside = css.clone(selector);
  css.walk(outside, (node, item, list) => {
    if (node.type === 'PseudoClassSelector' && ['is', 'where'].includes(node.name))
      list?.remove(item);
  });
  return /:has\(|::backdrop|:popover-open|:focus-visible/.test(css.generate(outside));
}

/** What of a style sheet a browser of 2021 would refuse, and with it all it stands in. */
export function newInStyles(text) {
  const found = new Set();
  const tree = css.parse(text, { parseValue: false });
  css.walk(tree, (node) => {
    if (node.type === 'Atrule') {
      const prelude = node.prelude ? css.generate(node.prelude) : '';
      if (['layer', 'scope', 'starting-style', 'property'].includes(node.name))
        found.add(node.name);
      if (node.name === 'media' && /[<>]/.test(prelude)) found.add('range of widths');
    }
    if (node.type === 'NestingSelector') found.add('nesting');
    if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
      const kinds = new Set(node.prelude.children.toArray().map(isNewSelector));
      if (kinds.size > 1) found.add(`a list with a new selector: ${css.generate(node.prelude)}`);
      const said = node.block.children
        .toArray()
        .flatMap((each) => (each.type === 'Declaration' ? [each] : []))
        .map(({ property, value }) => ({ property, isNew: NEW_UNIT.test(css.generate(value)) }));
      // A height of the window as it is now needs one as it was known before.
      for (const { property, isNew } of said)
        if (isNew && !said.some((one) => one.property === property && !one.isNew))
          found.add(`${property} in new units alone`);
    }
    if (node.type === 'Declaration') {
      const value = css.generate(node.value);
      if (/color-mix\(|light-dark\(|okl(?:ch|ab)\(/.test(value)) found.add(value);
    }
  });
  return [...found];
}
