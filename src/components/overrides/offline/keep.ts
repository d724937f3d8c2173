import { languageOf } from '@/language.ts';
import {
  askWorker,
  goOnAsBegun,
  isOff,
  onNewVersion,
  ownRegistration,
  savesData,
  startWorker,
  takeNewVersion,
  workerPlace,
} from '@/components/platform/offline.ts';
import { onEscape } from '@/components/platform/keyboard.ts';
import { sessionText } from '@/components/platform/session.ts';
import en from '@/content/i18n/parts/new-version.en.json';
import zh from '@/content/i18n/parts/new-version.zh-CN.json';

const texts = languageOf(new URL(location.href)) === 'en' ? en : zh;
const later = sessionText('new-version');

const button = (text: string, then: () => void) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.style.cssText =
    'font:inherit;padding:.35em 1em;margin-inline-end:.6em;border:1px solid var(--c-line-strong);border-radius:var(--radius-small);background:var(--c-surface);color:var(--c-text);cursor:pointer';
  made.addEventListener('click', then);
  return made;
};

let shown: HTMLElement | undefined;

/** Offers the new version in a corner of the window: nothing moves, and nothing changes by itself. */
function offer(words: string) {
  if (later.read()) return;
  shown?.remove();
  const note = document.createElement('aside');
  note.className = 'print:hidden';
  note.setAttribute('aria-label', texts['new-version.load']);
  note.style.cssText =
    'position:fixed;inset:auto 1rem 5rem auto;max-width:min(24rem,100vw - 2rem);box-sizing:border-box;padding:.8rem 1rem;z-index:20;border:1px solid var(--c-line-strong);border-inline-start:.3rem solid var(--c-accent);border-radius:var(--radius);background:var(--c-surface);color:var(--c-text);box-shadow:var(--shadow);line-height:1.5';
  let before: EventTarget | null = null;
  note.addEventListener('focusin', ({ relatedTarget }) => (before ??= relatedTarget));
  const close = () => {
    if (note.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    note.remove();
    stop();
  };
  // Whoever meant another message meets the offer again on the next page.
  const stop = onEscape(close);
  const text = document.createElement('p');
  text.style.cssText = 'margin:0 0 .6em';
  text.setAttribute('role', 'status');
  note.append(
    text,
    button(texts['new-version.load'], () => void takeNewVersion()),
    button(texts['new-version.later'], () => {
      later.write('1');
      close();
    }),
  );
  document.body.append(note);
  text.textContent = words;
  shown = note;
}

/** Where a browser has no popovers (Safari before 17, Firefox before 125), the button opens the menu by itself. */
function menuWithoutPopovers(): void {
  if ('popover' in HTMLElement.prototype) return;
  const menu = document.getElementById('starlight__sidebar');
  document
    .querySelector('[popovertarget]')
    ?.addEventListener('click', () => menu?.toggleAttribute('popover'));
}

/** Lets a worker keep this page and the tools for when there is no network, unless the reader is against it. */
async function keepPages(): Promise<void> {
  const place = workerPlace();
  if (!place || isOff()) return;
  if (savesData() && !(await ownRegistration())) return;
  let isOwn = place.controller !== null;
  let isOlder = false;
  const stay = () => {
    offer(texts['new-version.taken']);
    if (!isOlder) goOnAsBegun();
    isOlder = true;
  };
  // A page that a tab of an older version went to is of that version as well.
  if (isOwn) void askWorker({ kind: 'older' }).then((is) => is === true && stay());
  /** The page was here before the worker, and says which version it is of. */
  const tell = (worker: ServiceWorker | null) =>
    worker?.postMessage({
      kind: 'here',
      path: location.pathname,
      mark: document.documentElement.dataset.v,
    });
  place.addEventListener('controllerchange', () => {
    if (isOwn) return stay();
    isOwn = true;
    tell(place.controller);
  });
  const registration = await startWorker();
  // Whoever reads on while the first worker is on its way may be gone from here before it serves.
  if (!isOwn) tell(registration?.installing ?? null);
  if (registration) onNewVersion(registration, () => offer(texts['new-version.here']));
}

/** What a page begins with once it has nothing else to do. */
export function begin(): void {
  menuWithoutPopovers();
  void keepPages();
}
