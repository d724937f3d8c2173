import type { Progress } from '@/offline/shelf.ts';
import { openStore } from './storage.ts';
import { trustOwnWorkers } from './trusted.ts';

const choice = openStore('offline');
const ADDRESS = '/sw.js';

/** The browser's place for a site's worker; null where there is none, or this document may not use it. */
export function workerPlace(): ServiceWorkerContainer | null {
  try {
    // A frame without an origin of its own is refused by an error.
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

/** Whether somebody said that nothing is to be kept. */
export const isOff = () => choice.read('off') === true;

/** Whether the browser asks sites to save data. */
export const savesData = () =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Starts the worker or looks for a newer one; null where the browser has none to start. */
export async function startWorker(): Promise<ServiceWorkerRegistration | null> {
  try {
    trustOwnWorkers();
    const place = workerPlace();
    return (await place?.register(ADDRESS, { updateViaCache: 'none' })) ?? null;
  } catch {
    // A browser that keeps nothing, or no network for a first visit: the site works as it did.
    return null;
  }
}

/**
 * Starts the worker and waits until it serves. `false` where it could not come: without a network, or because a
 * part of what it keeps first did not arrive; what had come stays, and the next time goes on from there.
 */
export async function workerServes(): Promise<boolean> {
  const registration = await startWorker();
  if (!registration) return false;
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return registration.active !== null;
  return new Promise((then) =>
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') then(true);
      if (coming.state === 'redundant') then(false);
    }),
  );
}

/** The registration of this site's worker; null where there is none. */
export const ownRegistration = async () => {
  try {
    return (await workerPlace()?.getRegistration('/')) ?? null;
  } catch {
    return null;
  }
};

/**
 * Asks the worker that serves and waits for its answer; null where there is none, or where it has been
 * silent for `patience` milliseconds.
 */
export async function askWorker<Answer>(
  question: Readonly<Record<string, unknown>>,
  patience = 30_000,
): Promise<Answer | null> {
  const worker = (await ownRegistration())?.active;
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data as Answer);
    };
    worker.postMessage(question, [port2]);
  });
}

/** From now on pages are kept again; answers how far that has come, null where no worker serves. */
export async function switchOn(): Promise<Progress | null> {
  choice.remove('off');
  // A browser brings back a worker that was removed while this tab was open, and that one keeps nothing.
  return (await workerServes()) ? askWorker<Progress>({ kind: 'on' }) : null;
}

/**
 * Removes the worker and every copy, and starts none until `switchOn`.
 *
 * @returns false where the browser refused.
 */
export async function switchOff(): Promise<boolean> {
  const noted = choice.write('off', true);
  try {
    await askWorker({ kind: 'off' }, 5000);
    const registration = await ownRegistration();
    await registration?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith('amicable-'));
    await Promise.all(names.map((name) => caches.delete(name)));
    return noted;
  } catch {
    return false;
  }
}

/** From now on tells the worker where links of this tab lead, so that they lead to its own version. */
export function goOnAsBegun(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link && link.origin === location.origin)
      workerPlace()?.controller?.postMessage({ kind: 'going', path: link.pathname });
  });
}

/** Takes the version that waits, and loads this page in it. */
export async function takeNewVersion(): Promise<void> {
  const waiting = (await ownRegistration())?.waiting;
  if (!waiting) return location.reload();
  workerPlace()?.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ kind: 'take-over' });
}

/** Calls `then` when a new version is all here and waits, now or later. */
export function onNewVersion(registration: ServiceWorkerRegistration, then: () => void): void {
  const place = workerPlace();
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && place?.controller) then();
    });
  if (registration.waiting && place?.controller) then();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}
