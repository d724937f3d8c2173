import { apart } from '@/calculators/shared/apart.ts';
import { trustOwnWorkers } from '@/components/platform/trusted.ts';
import { languageOf } from '@/language.ts';
import en from '@/content/i18n/parts/search-box.en.json';
import zh from '@/content/i18n/parts/search-box.zh-CN.json';
import { openIndex, type Found } from './pagefind.ts';
import styles from './search.css?url';

// The index works beside the page, in a worker of its own.
trustOwnWorkers();

/** Firefox before 98 and Safari before 15.4 have none: then it is a box of the page. */
const hasDialogs = typeof HTMLDialogElement === 'function';

const PAGE = 5;
/** Long enough to skip most letters of a word, short enough that nobody waits for it. */
const PAUSE = 150;

const language = languageOf(new URL(location.href));
const texts: Record<string, string> = language === 'en' ? en : zh;
const say = (key: string, values: Record<string, string> = {}) =>
  (texts[`search.${key}`] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
    apart(values[name] ?? ''),
  );

/** One element with its class, its attributes and what stands in it. */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = `pagefind-ui__${name}`;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const title = (href: string, text: string) =>
  make('p', 'result-title', {}, make('a', 'result-link', { href }, text));

/** The index escapes angle brackets in the text of a page, and marks the words found. */
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');

function excerpt(html: string) {
  const pieces = html.split(/<mark>(.*?)<\/mark>/gs);
  return make(
    'p',
    'result-excerpt',
    {},
    ...pieces.map((piece, i) =>
      i % 2 === 0 ? unescaped(piece) : make('mark', '', {}, unescaped(piece)),
    ),
  );
}

function resultOf({ url, title: heading, excerpt: text, parts }: Found) {
  const inner = make('div', 'result-inner', {}, title(url, heading));
  if (text) inner.append(excerpt(text));
  for (const part of parts)
    inner.append(
      make('div', 'result-nested', {}, title(part.url, part.title), excerpt(part.excerpt)),
    );
  return make('li', 'result', {}, inner);
}

/** Loads the styles once and says when they are there; without them the search still works. */
const styled = new Promise<void>((then) => {
  const link = make('link', '', { rel: 'stylesheet', href: styles });
  link.onload = link.onerror = () => then();
  document.head.append(link);
});

function build(dialog: HTMLDialogElement) {
  const input = make('input', 'search-input', {
    type: 'text',
    dir: 'auto',
    placeholder: say('label'),
    title: say('label'),
    'aria-label': say('label'),
    autocapitalize: 'none',
    autocomplete: 'off',
    enterkeyhint: 'search',
    maxlength: '200',
  });
  const clear = make('button', 'search-clear pagefind-ui__suppressed', {
    type: 'button',
    'aria-label': say('clear'),
  });
  const message = make('p', 'message', { role: 'status' });
  const results = make('ol', 'results');
  const away = make('p', 'away', { role: 'status' });
  const more = make('button', 'button', { type: 'button' }, say('more'));
  const area = make('div', 'results-area', {}, message, results, away, more);
  const form = make('form', 'form', { role: 'search', 'aria-label': say('site') }, input, clear);
  form.append(make('div', 'drawer', {}, area));
  const cancel = make('button', '', { type: 'button', 'data-close-modal': '' }, say('cancel'));
  cancel.className = 'sl-flex md:sl-hidden';
  const box = make('div', '', { id: 'starlight__search' }, form);
  box.className = 'pagefind-ui';
  const frame = make('div', '', {}, cancel, box);
  frame.className = 'dialog-frame sl-flex';
  dialog.append(frame);

  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest: (() => Promise<Found>)[] = [];
  let missing = 0;

  const showMore = async () => {
    const own = asked;
    let shown = 0;
    // What does not arrive, as without a network what is not on this device, is passed over and counted.
    while (rest.length && shown < PAGE) {
      // Where much is missing, more is asked for at once: nobody waits for a hundred one after the other.
      const next = rest.splice(0, Math.max(PAGE - shown, missing));
      more.hidden = rest.length === 0;
      const found = await Promise.allSettled(next.map((load) => load()));
      if (own !== asked) return;
      const here = found.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      results.append(...here.map(resultOf));
      shown += here.length;
      missing += next.length - here.length;
    }
    away.textContent = missing ? say('away', { count: String(missing) }) : '';
  };

  const reset = () => {
    asked += 1;
    rest = [];
    missing = 0;
    away.textContent = '';
    results.replaceChildren();
    more.hidden = true;
  };

  const search = async (question: string) => {
    const own = asked;
    const answer = await openIndex(language)
      .then((index) => index.search(question))
      .catch(() => null);
    if (own !== asked) return;
    if (!answer) {
      reset();
      message.textContent = say('failed');
      return;
    }
    const { hits, nearest, isPart } = answer;
    reset();
    rest = hits;
    const count = hits.length;
    const kind = count === 0 ? 'none' : nearest ? 'nearest' : count === 1 ? 'one' : 'many';
    message.textContent = say(isPart ? 'part' : kind, { count: String(count), question });
    await showMore();
  };

  const ask = () => {
    const question = input.value.trim();
    clear.classList.toggle('pagefind-ui__suppressed', input.value === '');
    area.hidden = question === '';
    clearTimeout(timer);
    if (question === '') return reset();
    asked += 1;
    if (results.childElementCount === 0) message.textContent = say('searching', { question });
    timer = setTimeout(() => void search(question), PAUSE);
  };

  const empty = () => {
    input.value = '';
    ask();
  };
  area.hidden = true;
  more.hidden = true;
  input.addEventListener('focus', () => void openIndex(language).catch(() => undefined));
  input.addEventListener('input', ask);
  // The browser closes the dialog on Escape; what is opened next is a new search.
  input.addEventListener('keydown', ({ key }) => key === 'Escape' && empty());
  more.addEventListener('click', () => void showMore());
  clear.addEventListener('click', () => {
    empty();
    input.focus();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  const close = () => {
    if (hasDialogs) dialog.close();
    else closed();
  };
  const closed = () => {
    dialog.removeAttribute('open');
    document.body.removeAttribute('data-search-modal-open');
  };
  cancel.addEventListener('click', close);
  dialog.addEventListener('close', closed);
  if (!hasDialogs) dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  // A link leads away, also to a place on this page; a click beside the box means: enough.
  dialog.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest('a') || !frame.contains(target)) close();
  });
  return { input, frame };
}

let built: ReturnType<typeof build> | undefined;

/** Opens the dialog with the place to type in, which has the focus at once. */
export function openSearch(dialog: HTMLDialogElement): void {
  const { input, frame } = (built ??= build(dialog));
  frame.style.opacity = '0';
  if (!hasDialogs) dialog.setAttribute('open', '');
  else if (!dialog.open) dialog.showModal();
  document.body.setAttribute('data-search-modal-open', '');
  input.focus();
  void styled.then(() => frame.style.removeProperty('opacity'));
}
