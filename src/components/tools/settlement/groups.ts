/** Sorts what is near one another into groups; whoever is near two of them joins them to one. */
export function groupsOf<Item>(
  items: readonly Item[],
  isNear: (one: Item, two: Item) => boolean,
): Item[][] {
  let groups: Item[][] = [];
  for (const item of items) {
    const joined = groups.filter((group) => group.some((other) => isNear(item, other)));
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), item]];
  }
  return groups;
}
