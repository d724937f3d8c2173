import type { Progress } from '@/offline/shelf.ts';
import {
  askWorker,
  isOff,
  onNewVersion,
  ownRegistration,
  savesData,
  switchOff,
  switchOn,
  takeNewVersion,
  workerPlace,
  workerServes,
} from '@/components/platform/offline.ts';
import { emptyOnEscape } from '@/components/platform/keyboard.ts';

/** What stands on the page about the copies on this device, and what its buttons do. */
export function runOfflinePage(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) =>
    root.querySelector<T>(`[data-part="${name}"]`) as T;
  const language = root.dataset.folder as string;
  const say = (key: string, values: Progress | null = null) =>
    (root.querySelector(`template[data-text="${key}"]`) as HTMLTemplateElement).content.textContent
      .replace('{done}', String(values?.done))
      .replace('{total}', String(values?.total));
  const standing = part('standing');
  const take = part<HTMLButtonElement>('take');
  const bar = part<HTMLProgressElement>('progress');
  const told = part('told');
  const remove = part<HTMLButtonElement>('remove');
  const again = part<HTMLButtonElement>('again');
  const removed = part('removed');
  const load = part<HTMLButtonElement>('load');
  emptyOnEscape(told);
  emptyOnEscape(removed);

  // Another page was asked for, and this one is answered in its place.
  if (!location.pathname.endsWith('/offline/')) part('away').hidden = false;

  const show = async () => {
    const off = isOff();
    remove.hidden = off;
    again.hidden = !off;
    take.disabled = off || !workerPlace();
    if (off) standing.textContent = say('off');
    else if (!workerPlace()) standing.textContent = say('unable');
    else {
      const kept = await askWorker<Progress>({ kind: 'kept', language });
      standing.textContent = kept?.done
        ? say(kept.done === kept.total ? 'all' : 'kept', kept)
        : say(savesData() ? 'saving' : 'nothing');
    }
  };

  const takeAll = async () => {
    take.disabled = true;
    bar.hidden = false;
    told.textContent = say('starting');
    const serves = await workerServes();
    for (;;) {
      const step = serves ? await askWorker<Progress>({ kind: 'take', language }) : null;
      // It was switched off meanwhile, here or in another tab, and that is said already.
      if (isOff()) {
        told.textContent = '';
        bar.hidden = true;
        break;
      }
      if (step) {
        bar.max = step.total;
        bar.value = step.done;
        told.textContent = say('taking', step);
      }
      if (!step || step.problem) {
        told.textContent = say(`problem.${step?.problem ?? 'network'}`);
        break;
      }
      if (step.done === step.total) {
        told.textContent = say('taken');
        break;
      }
    }
    await show();
  };

  take.addEventListener('click', () => void takeAll());
  remove.addEventListener('click', async () => {
    removed.textContent = say((await switchOff()) ? 'removed' : 'remove-failed');
    told.textContent = '';
    bar.hidden = true;
    await show();
    again.focus();
  });
  again.addEventListener('click', async () => {
    removed.textContent = '';
    again.disabled = true;
    standing.textContent = say('starting');
    const step = await switchOn();
    again.disabled = false;
    await show();
    if (!step || step.problem) standing.textContent = say(`problem.${step?.problem ?? 'network'}`);
    remove.focus();
  });
  load.addEventListener('click', () => void takeNewVersion());
  void ownRegistration().then((registration) => {
    if (registration)
      onNewVersion(registration, () => {
        load.hidden = false;
        part('current').hidden = true;
      });
  });
  workerPlace()?.addEventListener('controllerchange', () => void show());
  void show();
}
