import type { Problem } from './amount.ts';
import { labelOf, type FormField } from './assemble.ts';
import type { Language } from '../shared/rule.ts';

/** Fields that name one thing each: where two of them hold the same, one was filled into the other. */
const APART: readonly (readonly string[])[] = [
  ['orderId', 'tracking', 'newTracking'],
  ['buyerName', 'item', 'shop'],
];

interface Given {
  used: readonly FormField[];
  /** What was read, by the key of its field. */
  values: Readonly<Record<string, string | number>>;
  gloss: Language;
  isConfirmed: (path: string) => boolean;
}

const plain = (value: string | number | undefined): string =>
  String(value ?? '')
    .toLowerCase()
    .replace(/[\s#-]/gu, '');

/** Fields that hold what stands in another one already, by the path of the later of the two. */
export function sameValues({
  used,
  values,
  gloss,
  isConfirmed,
}: Given): { path: string; problem: Problem }[] {
  return APART.flatMap((names) => {
    const fields = used.filter(
      ({ key, variable }) => names.includes(variable.name) && plain(values[key]) !== '',
    );
    return fields.flatMap((field, i) => {
      const path = `vars.${field.key}`;
      const first = fields
        .slice(0, i)
        .find(
          ({ key, variable }) =>
            variable.name !== field.variable.name &&
            plain(values[key]) === plain(values[field.key]),
        );
      if (!first || isConfirmed(path)) return [];
      const told = { label: labelOf(field, gloss), first: labelOf(first, gloss) };
      return [{ path, problem: { key: 'confirm-same', values: told } }];
    });
  });
}
