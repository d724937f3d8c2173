/** What is made of a thing: made when it is first asked for, and kept as long as the thing itself. */
export function onceFor<Thing extends WeakKey, Made>(
  make: (thing: Thing) => Made,
): (thing: Thing) => Made {
  const kept = new WeakMap<Thing, { made: Made }>();
  return (thing) => {
    let known = kept.get(thing);
    if (!known) kept.set(thing, (known = { made: make(thing) }));
    return known.made;
  };
}
