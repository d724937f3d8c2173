/**
 * What Safari before 16.4 lacks and this site's scripts use. A page fetches it, before any other script, where
 * the engine cannot look behind in a pattern; all others never ask for it.
 */
import { withLookBehind } from './regexp.ts';

type Any = readonly unknown[];

const add = (to: object, methods: Record<string, (this: never, ...given: never[]) => unknown>) => {
  for (const [name, value] of Object.entries(methods))
    if (!(name in to))
      Object.defineProperty(to, name, { value, writable: true, configurable: true });
};

const at = {
  at(this: Any, index: number) {
    const whole = Math.trunc(index) || 0;
    return this[whole < 0 ? this.length + whole : whole];
  },
};

for (const list of [Array, String, Object.getPrototypeOf(Int8Array) as typeof Int8Array])
  add(list.prototype, at);
add(Object, {
  hasOwn: (of: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(of, name),
});
globalThis.RegExp = withLookBehind();
