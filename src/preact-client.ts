import { h, hydrate, render, type ComponentType } from 'preact';
import { nextTask } from './components/platform/later.ts';

/**
 * Wakes an island in place of what the framework brings, which knows of slots and of signals handed over as
 * properties, and no page has either. The island's script is run in one task and its page drawn in the next.
 */
export default (element: HTMLElement) =>
  async (Component: ComponentType, props: object): Promise<void> => {
    await new Promise<void>((done) => nextTask(done));
    if (!element.isConnected || !element.hasAttribute('ssr')) return;
    hydrate(h(Component, props), element);
    element.addEventListener('astro:unmount', () => render(null, element), { once: true });
  };
