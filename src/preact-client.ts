import { h, hydrate, render, type ComponentType } from 'preact';
import { nextTask } from './components/platform/later.ts';
import type { MadeAhead } from './components/tools/shared/made.ts';
import { inSlices } from './components/ui/Slice.tsx';

const rest = () => new Promise<void>(nextTask);

/**
 * Wakes an island in place of what the framework brings, which knows of slots and of signals handed over as
 * properties, and no page has either. The island's script is run in one task; what it works with is made, answers,
 * and is drawn in one each; what is drawn, in as many as it has slices and pieces.
 */
export default (element: HTMLElement) =>
  async (
    Component: ComponentType<{ made?: unknown }> & MadeAhead<object>,
    props: object,
  ): Promise<void> => {
    await rest();
    const made = Component.make?.(props);
    await rest();
    made?.ahead?.();
    await rest();
    made?.model.form.outcome.peek();
    await rest();
    if (!element.isConnected || !element.hasAttribute('ssr')) return;
    inSlices(() => hydrate(h(Component, { ...props, made }), element));
    element.addEventListener('astro:unmount', () => render(null, element), { once: true });
  };
