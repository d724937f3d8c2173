// Style sheets as trees. What rules say is not looked into: values stay as they are written.
import * as css from 'css-tree';

export const readSheet = (text) =>
  css.parse(text, { parseValue: false, parseCustomProperty: false });

export const writeSheet = (tree) => css.generate(tree);

/** A sheet of these rules. */
export const sheetOf = (rules) => ({
  type: 'StyleSheet',
  loc: null,
  children: new css.List().fromArray(rules),
});
