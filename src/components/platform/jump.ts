/**
 * Alt+R (⌥R) leads to the tool's search field from anywhere on the page. It goes by the place of the
 * key, so that it works on every layout, and leaves AltGr alone, which types letters.
 */
export function onJump(then: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.code !== 'KeyR' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    then();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

/**
 * Moves the keyboard to an element, by its id, once the page shows what was just changed: what changed is drawn
 * before the next task begins, or else by the next frame. Whoever moved on meanwhile stays where they went; what is
 * folded away opens.
 */
export function focusOn(id: string, select = false): void {
  const before = document.activeElement;
  const move = () => {
    const element = document.getElementById(id);
    let folded;
    while ((folded = element?.closest<HTMLDetailsElement>('details:not([open])')))
      folded.open = true;
    element?.focus();
    if (select && element instanceof HTMLInputElement) element.select();
  };
  queueMicrotask(move);
  window.requestAnimationFrame(() => {
    const now = document.activeElement;
    const isThere = now !== null && now.id === id;
    if (!isThere && (now === before || now === null || now === document.body)) move();
  });
}

/** The id of the first field marked as wrong, in whatever part of a tool it stands; by the id of an element of the tool. */
export const wrongIn = (id: string): string | undefined =>
  document.getElementById(id)?.closest('.tool')?.querySelector('[aria-invalid]')?.id;

/** Whoever has the keyboard in something that is about to go has it in what follows that on the page. */
export function keepPlace(): void {
  const had = document.activeElement as HTMLElement;
  const all = [...document.querySelectorAll<HTMLElement>('a,button,input,select,summary,textarea')];
  const following = all.slice(all.indexOf(had) + 1);
  window.requestAnimationFrame(() => {
    // What went as well, or may not have it just now, does not take it.
    if (!had.isConnected)
      following.some((each) => {
        each.focus();
        return each === document.activeElement;
      });
  });
}

/** Brings an element to the top of the screen, below what is fixed there. */
export function scrollTo(id: string): void {
  window.requestAnimationFrame(() =>
    document.getElementById(id)?.scrollIntoView({ block: 'start', inline: 'nearest' }),
  );
}

/** Keeps the chosen row of a list in sight. */
export const reveal = (id: string) =>
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });

/**
 * Brings a row of a list in sight that scrolls by itself and draws only what one looks at: rows are of
 * one height there.
 */
export function revealRow(id: string, row: number): void {
  const box = document.getElementById(id);
  const first = box?.querySelector<HTMLElement>('li');
  if (!box || !first) return;
  const [top, height] = [row * first.offsetHeight, first.offsetHeight];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + height > box.scrollTop + box.clientHeight)
    box.scrollTop = top + height - box.clientHeight;
}

/** Follows a link of the page, by its id, as a click on it would. */
export const follow = (id: string) => document.getElementById(id)?.click();
