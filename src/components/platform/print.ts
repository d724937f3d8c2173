/** Opens the browser's print dialog. */
export const printPage = () => window.print();

/** What paper shows and the screen may not have fetched yet. */
export interface PrintNeeds {
  isHere: () => boolean;
  /** Fetches it; settles either way. */
  fetch: () => Promise<unknown>;
}

/** Opens the print dialog once what belongs on paper is drawn. Without a network it prints what there is. */
export async function printWith({ isHere, fetch }: PrintNeeds): Promise<void> {
  if (!isHere()) {
    await fetch().catch(() => undefined);
    // Drawn before it is printed: a frame of a tab that shows, a moment of one that does not.
    await new Promise((done) => window.setTimeout(done, 50));
  }
  printPage();
}

/** Ctrl or ⌘ with P, whatever letters the keyboard has. */
const asksToPrint = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) &&
  !altKey &&
  !shiftKey &&
  (key.toLowerCase() === 'p' || (code === 'KeyP' && !/^[a-z]$/iu.test(key)));

/**
 * Has what belongs on paper there when this page is printed, however that is asked for: the keys wait for
 * it; it is on its way when somebody turns to the browser's own menus, and at the latest when printing
 * begins. Answers how to stop.
 */
export function readyForPrint(needs: PrintNeeds): () => void {
  const ahead = () => {
    if (!needs.isHere()) void needs.fetch().catch(() => undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!asksToPrint(event) || needs.isHere()) return;
    event.preventDefault();
    void printWith(needs);
  };
  const root = document.documentElement;
  window.addEventListener('keydown', onKey);
  window.addEventListener('blur', ahead);
  root.addEventListener('mouseleave', ahead);
  const stop = onPrint(ahead, () => undefined);
  return () => {
    window.removeEventListener('keydown', onKey);
    window.removeEventListener('blur', ahead);
    root.removeEventListener('mouseleave', ahead);
    stop();
  };
}

/** Prints one part of a page: styles leave the others out while the root says so. */
export function printPart(part: string): void {
  const root = document.documentElement;
  root.dataset['printPart'] = part;
  window.addEventListener('afterprint', () => delete root.dataset['printPart'], { once: true });
  window.print();
}

/**
 * Prints one part of the page: the styles for paper leave out what neither holds it nor stands in it
 * (`print-alone` on the page, `printed-alone` on the part).
 */
export function printAlone(id: string): void {
  const [page, part] = [document.documentElement, document.getElementById(id)];
  const after = () => {
    page.classList.remove('print-alone');
    part?.classList.remove('printed-alone');
    window.removeEventListener('afterprint', after);
  };
  page.classList.add('print-alone');
  part?.classList.add('printed-alone');
  window.addEventListener('afterprint', after);
  window.print();
}

/** Tells before this page is printed, however that was asked for, and after it. Answers how to stop. */
export function onPrint(before: () => void, after: () => void): () => void {
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

/**
 * Paper has nothing to press: what is folded inside the element is open while it prints, and as it
 * was afterwards. Answers how to stop.
 */
export function openForPrint(id: string): () => void {
  let opened: HTMLDetailsElement[] = [];
  const before = () => {
    const root = document.getElementById(id)?.parentElement;
    opened = [...(root?.querySelectorAll('details:not([open])') ?? [])].filter(
      (each) => each instanceof HTMLDetailsElement && !each.classList.contains('screen-only'),
    ) as HTMLDetailsElement[];
    for (const each of opened) each.open = true;
  };
  const after = () => {
    for (const each of opened) each.open = false;
    opened = [];
  };
  return onPrint(before, after);
}
