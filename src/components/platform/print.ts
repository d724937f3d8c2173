/** Opens the browser's print dialog. */
export const printPage = () => window.print();

/** Prints one part of a page: styles leave the others out while the root says so. */
export function printPart(part: string): void {
  const root = document.documentElement;
  root.dataset['printPart'] = part;
  window.addEventListener('afterprint', () => delete root.dataset['printPart'], { once: true });
  window.print();
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
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
