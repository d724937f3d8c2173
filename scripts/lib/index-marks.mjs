/**
 * A tag without what only the maker of the search index reads in it: its marks, and the attributes that one of
 * them names as text to be found.
 */
export function withoutIndexMarks(tag) {
  if (!tag.includes(' data-pagefind-')) return tag;
  const named = /\sdata-pagefind-index-attrs="([^"]*)"/.exec(tag)?.[1].split(/[,\s]+/) ?? [];
  return tag.replace(/\s([^\s"=>]+)(?:="[^"]*")?/g, (attribute, name) =>
    name.startsWith('data-pagefind-') || named.includes(name) ? '' : attribute,
  );
}
