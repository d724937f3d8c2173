/**
 * The worker that answers for this site where there is no network. Pages are answered from one version of
 * the site as a whole: the worker of a new version keeps all of it first, then waits until somebody takes
 * it or the last tab of the old one is closed. A page that stays open when another tab takes the new
 * version goes on with the files of its own.
 */
import {
  begin,
  builds,
  changeState,
  clear,
  copyOf,
  drop,
  folderOf,
  isKeeping,
  isPage,
  markOf,
  problemOf,
  Shelf,
  state,
  type Site,
  type State,
} from './shelf.ts';

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  readonly source: { readonly id: string } | null;
}
/** What a worker for a site sees; the types of pages do not know it. */
interface Scope {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      type: 'all' | 'window';
      includeUncontrolled: boolean;
    }): Promise<readonly { readonly id: string; readonly url: string }[]>;
  };
  readonly registration: {
    readonly installing: unknown;
    readonly waiting: unknown;
    readonly active: unknown;
    unregister(): Promise<boolean>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', then: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', then: (event: Asked) => void): void;
  addEventListener(kind: 'message', then: (event: Told) => void): void;
}

/** The build puts it in. */
declare const SITE: Site;
const scope = self as unknown as Scope;
let shelf = new Shelf(SITE);
const folders = Object.keys(SITE.lists);

/** How long one step of keeping everything goes on: a browser ends a worker that works for long. */
const STEP = 1500;
/** How long a tab may be on its way before it counts as closed; one that was open at a change is not. */
const ON_ITS_WAY = 60_000;
const LIVE = 'live';

const openTabs = (type: 'all' | 'window') =>
  scope.clients.matchAll({ type, includeUncontrolled: true });

/** Notes a visit: the language and the page are kept from now on. */
const visit = (path: string) =>
  changeState((now) => {
    const folder = folderOf(path);
    if (!folders.includes(folder)) return;
    if (!now.languages.includes(folder)) now.languages.push(folder);
    if (!now.visited.includes(path)) now.visited.push(path);
  });

const noteTab = (id: string, tab: State['tabs'][string]) =>
  changeState((now) => {
    now.tabs[id] = tab;
  });

/**
 * Lets go of what only closed tabs needed.
 *
 * @param all also what came of versions that never served; another one may be on its way, so only at a change.
 */
async function tidy(all = false) {
  const open = new Set((await openTabs('all')).map(({ id }) => id));
  const { tabs, old } = await changeState((now) => {
    now.tabs = Object.fromEntries(
      Object.entries(now.tabs).filter(
        ([id, { since, of }]) =>
          open.has(id) || (of && open.has(of)) || Math.abs(Date.now() - since) <= ON_ITS_WAY,
      ),
    );
  });
  const needed = new Set([SITE.build, ...Object.values(tabs).map(({ build }) => build)]);
  const { installing, waiting } = scope.registration;
  for (const build of await builds())
    if (!needed.has(build) && (old.includes(build) || (all && !installing && !waiting)))
      await drop(build);
}

/** Keeps what is kept at once, and the pages that are open. */
async function keepOpen() {
  for (const { url } of await openTabs('window')) {
    const path = new URL(url).pathname;
    if (isPage(path)) await visit(path);
  }
  return shelf.keep(await state());
}

scope.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      const { problem } = await keepOpen();
      // A full device still gets the new version, with less of it kept; anything else is tried again later,
      // from where it stopped.
      if (problem && problem !== 'full')
        throw new Error(`This version is not all here: ${problem}.`);
    })(),
  ),
);

scope.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      const open = await openTabs('all');
      const kept = await builds();
      await changeState((now) => {
        const { build = LIVE } = now;
        if (build === SITE.build) return;
        // Tabs that were open before there was any worker may be of whichever version.
        const before = kept.includes(build) ? build : LIVE;
        for (const { id } of open) now.tabs[id] ??= { build: before, since: 0 };
        now.old = kept.filter((each) => each !== SITE.build);
        now.build = SITE.build;
      });
      await tidy(true);
      await scope.clients.claim();
    })(),
  ),
);

/** What a page on the device cannot be: the address without its last stroke, or a page that is not kept. */
async function instead(path: string): Promise<Response> {
  if (!isPage(path) && (await shelf.copy(`${path}/`))) return Response.redirect(`${path}/`);
  const { languages } = await state();
  for (const folder of [folderOf(path), ...languages]) {
    const page = await shelf.copy(`/${folder}/offline/`);
    if (page) return page;
  }
  return Response.error();
}

/** All that was to be kept when last all of it was here. */
let complete = '';

/** Where tabs of an older version are about to go, by address. */
const going = new Map<string, { of: Promise<string | undefined>; until: number }>();
/** How long what a tab says of where it goes holds: it is on its way already. */
const SOON = 5000;
/** A browser may hand over a request before the word that came first. */
const OVERTAKEN = 40;

/** The older version of a tab that stayed with its own when another one took the new; undefined of any other. */
const olderOf = async (id: string) => {
  const build = (await state()).tabs[id]?.build;
  return build === SITE.build || build === LIVE ? undefined : build;
};

/**
 * The page as a tab of an older version has it that goes there by a link: such a tab goes on as it began.
 * A browser does not tell a worker which tab asks for a page, so the tab says where it is going.
 */
async function olderPage(event: Asked, path: string): Promise<Response | undefined> {
  const { tabs } = await state();
  if (!Object.values(tabs).some(({ build }) => build !== SITE.build && build !== LIVE)) return;
  if (!going.has(path)) await new Promise((then) => setTimeout(then, OVERTAKEN));
  const told = going.get(path);
  going.delete(path);
  const build = told && told.until > performance.now() ? await told.of : undefined;
  const page = build && (await copyOf(path, build));
  if (page) await noteTab(event.resultingClientId, { build, since: Date.now() });
  return page || undefined;
}

async function answerPage(event: Asked, path: string): Promise<Response> {
  const older = await olderPage(event, path);
  if (older) return older;
  const kept = await shelf.copy(path);
  const onward = async (html?: string, answer?: Response) => {
    if (!(await isKeeping())) return;
    if (html !== undefined && answer && !(await shelf.keepPage(path, html, answer))) {
      // The server has another version: this tab asks it for everything.
      if (markOf(html)) await noteTab(event.resultingClientId, { build: LIVE, since: Date.now() });
      return;
    }
    const now = await visit(path);
    const wanted = JSON.stringify([now.languages, now.visited, now.whole]);
    if (wanted !== complete) {
      const { done, total } = await shelf.keep(now);
      if (done === total) complete = wanted;
    }
    if (Object.keys(now.tabs).length) await tidy();
  };
  if (kept) {
    event.waitUntil(onward());
    return kept;
  }
  try {
    const answer = await fetch(event.request);
    if (answer.ok && /^text\/html/.test(answer.headers.get('content-type') ?? '')) {
      const copy = answer.clone();
      event.waitUntil(copy.text().then((html) => onward(html, copy)));
    }
    return answer;
  } catch {
    return instead(path);
  }
}

/** Files named after their content are the same in every version that has them. */
const answerHashed = async (request: Request, path: string) =>
  (await copyOf(path)) ?? fetch(request);

/** The search belongs to the version its page is of. */
async function answerSearch(event: Asked, path: string): Promise<Response> {
  const { tabs, languages } = await state();
  const tab = tabs[event.clientId];
  // A page's own worker is of the page's version.
  if (tab && event.resultingClientId)
    await noteTab(event.resultingClientId, { ...tab, since: 0, of: event.clientId });
  if (tab?.build === LIVE) return fetch(event.request);
  const kept = await copyOf(path, tab?.build ?? SITE.build);
  if (kept) return kept;
  const isHashed = path.includes('.pf_');
  if (isHashed) return fetch(event.request);
  if (tab) return Response.error();
  const own = (await isKeeping()) ? await shelf.take(path, languages) : null;
  return own ?? fetch(event.request);
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  // Frames on other people's pages are theirs to load.
  if (request.mode === 'navigate') {
    if (!pathname.endsWith('/embed/')) event.respondWith(answerPage(event, pathname));
  } else if (/^\/(?:_astro|data\/packs)\//.test(pathname))
    event.respondWith(answerHashed(request, pathname));
  else if (pathname.startsWith('/pagefind/')) event.respondWith(answerSearch(event, pathname));
});

const asked = (data: unknown) =>
  (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;

scope.addEventListener('message', (event) => {
  const { kind, path, mark, language } = asked(event.data);
  const [port] = event.ports;
  const work: Record<string, () => Promise<unknown>> = {
    /** A page that was open before this worker served, or is read while it is on its way, says what it is. */
    async here() {
      const { source } = event;
      if (!source || typeof path !== 'string' || !(await isKeeping())) return;
      const own = (await shelf.list(folderOf(path)))?.pages[path]?.[0];
      if (!own) return;
      const now = await visit(path);
      if (scope.registration.active) await shelf.keep(now);
      if (own === mark)
        await changeState((now) => {
          now.tabs = Object.fromEntries(
            Object.entries(now.tabs).filter(([id]) => id !== source.id),
          );
        });
    },
    /** A tab asks whether it is of an older version than the one that serves. */
    async older() {
      const { source } = event;
      const build = source ? await olderOf(source.id) : undefined;
      // It is here, and counts as closed as soon as it is no more.
      if (source && build) await noteTab(source.id, { build, since: 0 });
      port?.postMessage(build !== undefined);
    },
    /** A tab of an older version is about to go to another page of its own. */
    async going() {
      const { source } = event;
      if (!source || typeof path !== 'string') return;
      const of = olderOf(source.id);
      going.set(path, { of, until: performance.now() + SOON });
      await of;
    },
    /** Somebody takes the new version. */
    async 'take-over'() {
      // What was visited since it came.
      await shelf.keep(await state(), performance.now() + STEP);
      await scope.skipWaiting();
    },
    /** One step of keeping a language's whole site. */
    async take() {
      if (typeof language !== 'string' || !folders.includes(language)) return;
      const now = await changeState((kept) => {
        if (!kept.whole.includes(language)) kept.whole.push(language);
        if (!kept.languages.includes(language)) kept.languages.push(language);
      });
      port?.postMessage(await shelf.keep(now, performance.now() + STEP));
    },
    /** How many pages of a language are here. */
    async kept() {
      const list = typeof language === 'string' ? await shelf.list(language) : null;
      const here = await Promise.all(
        Object.keys(list?.pages ?? {}).map((page) => shelf.copy(page)),
      );
      port?.postMessage({ done: here.filter(Boolean).length, total: here.length });
    },
    async on() {
      begin();
      // The lists are to be on the device as well, and not in its memory alone.
      shelf = new Shelf(SITE);
      await changeState((now) => {
        now.build = SITE.build;
      });
      port?.postMessage(await keepOpen());
    },
    async off() {
      await clear();
      await scope.registration.unregister();
      port?.postMessage(true);
    },
  };
  const step = typeof kind === 'string' && Object.hasOwn(work, kind) ? work[kind] : undefined;
  if (step)
    event.waitUntil(
      step().catch((error: unknown) =>
        port?.postMessage({ done: 0, total: 1, problem: problemOf(error) }),
      ),
    );
});
