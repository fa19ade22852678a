/** `Map.groupBy`, which Node 20 does not have: groups stand in the order of their first items. */
export function groupBy<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  // Not a loop: before it is compiled well, that makes an object for each of thousands.
  items.forEach((item) => addTo(groups, keyOf(item), item));
  return groups;
}

/** Adds an item to the group of a key, where an item has no key or several. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
