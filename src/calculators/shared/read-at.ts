const held = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/**
 * What stands at a place of an answer: `percent`, `ladder.0`, `deadlines[first-answer].dueAt` (the item of
 * that `id`); undefined where there is no such place.
 */
export function readAt(answer: unknown, path: string): unknown {
  let value: unknown = answer;
  for (const part of path.split('.')) {
    const [, name = '', id] = /^([^[]*)(?:\[(.+)\])?$/.exec(part) ?? [];
    value = held(value, name);
    if (id !== undefined)
      value = Array.isArray(value) ? value.find((each) => held(each, 'id') === id) : undefined;
  }
  return value;
}
