import { beforeEach, describe, expect, it, vi } from 'vitest';
import { focusOn } from './jump.ts';

/** A page of which only the ids and the place of the keyboard matter. */
function pageWith(...ids: string[]) {
  const page = {
    activeElement: null as { id: string } | null,
    body: { id: '' },
    there: new Set(ids),
    panels: [] as { open: boolean }[],
    getElementById: (id: string) =>
      page.there.has(id)
        ? {
            id,
            focus: () => (page.activeElement = { id }),
            closest: () => page.panels.find(({ open }) => !open) ?? null,
          }
        : null,
  };
  return page;
}

describe('the keyboard is moved to what a change has drawn', () => {
  let page: ReturnType<typeof pageWith>;
  let frames: (() => void)[];
  const frame = () => frames.splice(0).forEach((each) => each());
  const task = () => new Promise<void>((resolve) => setTimeout(resolve));

  beforeEach(() => {
    page = pageWith('pressed', 'answer', 'elsewhere');
    frames = [];
    page.activeElement = page.getElementById('pressed');
    vi.stubGlobal('document', page);
    vi.stubGlobal('window', { requestAnimationFrame: (then: () => void) => frames.push(then) });
    vi.stubGlobal('HTMLInputElement', Object);
  });

  it('before the next task, so that the next key finds it there', async () => {
    focusOn('answer');
    expect(page.activeElement?.id).toBe('pressed');
    await task();
    expect(page.activeElement?.id).toBe('answer');
  });

  it('and not once more from where somebody went since', async () => {
    focusOn('answer');
    await task();
    page.getElementById('elsewhere')?.focus();
    frame();
    expect(page.activeElement?.id).toBe('elsewhere');
  });

  it('with the next frame where it is drawn later', async () => {
    page.there.delete('answer');
    focusOn('answer');
    await task();
    page.there.add('answer');
    expect(page.activeElement?.id).toBe('pressed');
    frame();
    expect(page.activeElement?.id).toBe('answer');
  });

  it('where it is folded away as well', async () => {
    page.panels = [{ open: false }, { open: true }, { open: false }];
    focusOn('answer');
    await task();
    expect(page.activeElement?.id).toBe('answer');
    expect(page.panels.map(({ open }) => open)).toEqual([true, true, true]);
  });

  it('again where what had it was drawn anew', async () => {
    focusOn('answer');
    await task();
    page.activeElement = page.body;
    frame();
    expect(page.activeElement?.id).toBe('answer');
  });
});
