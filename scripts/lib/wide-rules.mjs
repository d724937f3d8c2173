// Rules that mean any element by where it stands among others: whenever a line comes or goes beside one, a browser
// styles all below their parent anew. Asked by the tests of the built site.
import * as css from 'css-tree';

const NAMED = ['TypeSelector', 'ClassSelector', 'IdSelector', 'AttributeSelector'];
const BY_PLACE = /^(?:only-child|nth-|only-of-type|first-of-type|last-of-type)/;

const isName = ({ type, name }) =>
  NAMED.includes(type) && !(type === 'TypeSelector' && name === '*');

/** Whether an element must have some name to be meant; `.not-content` keeps the rules of prose out of a tool. */
const isNamed = (part) =>
  isName(part) ||
  (part.type === 'PseudoClassSelector' &&
    (part.name === 'not'
      ? css.generate(part).includes('.not-content')
      : ['is', 'where'].includes(part.name) && css.find(part, isName) !== null));

/** The parts of a selector, one list for each element, with the combinator before it. */
function elementsOf(selector) {
  const found = [{ before: '', parts: [] }];
  for (const part of selector.children)
    if (part.type === 'Combinator') found.push({ before: part.name, parts: [] });
    else found.at(-1).parts.push(part);
  return found;
}

/** How many selectors of a style sheet, but for paper, were `asked`, and which are `wide`; brackets are looked into. */
export function wideRules(text) {
  const wide = [];
  let asked = 0;
  css.walk(css.parse(text, { parseValue: false }), {
    visit: 'Selector',
    enter(selector) {
      if (this.atrule?.prelude && css.generate(this.atrule.prelude).includes('print')) return;
      // Within `:has()`: what that costs hangs on what it stands at.
      if (selector.children.first?.type === 'Combinator') return;
      asked += 1;
      const isWide = elementsOf(selector).some(
        ({ before, parts }) =>
          !parts.some(isNamed) &&
          (['+', '~'].includes(before) ||
            parts.some(({ type, name }) => type === 'PseudoClassSelector' && BY_PLACE.test(name))),
      );
      if (isWide) wide.push(css.generate(selector));
    },
  });
  return { asked, wide };
}
