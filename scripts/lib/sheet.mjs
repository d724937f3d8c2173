// Style sheets as trees. What rules say is not looked into: values stay as they are written.
// By its parts: as a whole css-tree brings what every property may say, too.
import { clone, List } from 'css-tree/utils';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';

export const readSheet = (text) => parse(text, { parseValue: false, parseCustomProperty: false });

export const copySheet = clone;

export const writeSheet = (tree) => generate(tree);

/** A sheet of these rules. */
export const sheetOf = (rules) => ({
  type: 'StyleSheet',
  loc: null,
  children: new List().fromArray(rules),
});
