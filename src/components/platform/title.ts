let own: string | undefined;

/** Puts words in front of the page's title in the tab; `null` gives the page its own title back. */
export function setTitle(words: string | null): void {
  own ??= document.title;
  const wanted = words === null ? own : `${words} · ${own}`;
  if (document.title !== wanted) document.title = wanted;
}
