import { batch, computed, signal } from '@preact/signals';
import { plainName } from '@/calculators/deadline-planner/index.ts';
import type { DeskClient } from './board-client.ts';
import type { BoardView, ExportCase, Shared } from './board-desk.ts';

/** Rows shown at first, and how many more each press brings. */
const PAGE = 40;

/** State of the board: the pasted rows, and what the desk made of them. */
export function createBoard() {
  const text = signal('');
  /** The rows are the made-up ones. */
  const isExample = signal(false);
  /** The moment of pasting: countdowns among the rows run from here. */
  const pastedAt = signal('');
  /** Which kind of case a name stands for, where it fits several. */
  const chosen = signal<Readonly<Record<string, string>>>({});
  const view = signal<BoardView | null>(null);
  const busy = signal(false);
  const shown = signal(PAGE);
  let open: (() => DeskClient) | null = null;
  let desk: DeskClient | null = null;
  let latest = 0;

  const run = async (request: () => ReturnType<DeskClient['ask']>) => {
    const turn = (latest += 1);
    busy.value = true;
    const answer = await request();
    if (turn !== latest || Array.isArray(answer)) return;
    batch(() => {
      busy.value = false;
      view.value = answer;
    });
  };
  return {
    text,
    isExample,
    pastedAt,
    chosen,
    view,
    busy,
    shown,
    errors: computed(() => view.value?.errors ?? []),
    /** How a desk is opened, once there are rows to read. */
    connect: (how: () => DeskClient) => {
      open = how;
    },
    close: () => desk?.close(),
    setText: (pasted: string, at: string, made = false) =>
      batch(() => {
        text.value = pasted;
        isExample.value = made;
        pastedAt.value = at;
        shown.value = PAGE;
        if (pasted.trim() === '') {
          latest += 1;
          busy.value = false;
          view.value = null;
        }
      }),
    choose: (name: string, flow: string) => {
      chosen.value = { ...chosen.value, [plainName(name)]: flow };
    },
    read: async (asOf: string, shared: Shared, platform: string) => {
      if (text.value.trim() === '') return;
      const client = (desk ??= open?.() ?? null);
      if (!client) return;
      await run(() =>
        client.ask({
          type: 'read',
          text: text.value,
          pastedAt: pastedAt.value,
          asOf,
          shared,
          platform,
          chosen: Object.entries(chosen.value),
        }),
      );
    },
    judge: async (asOf: string) => {
      const client = desk;
      // Peeked at, or judging would start itself anew.
      if (!client || view.peek() === null || busy.peek()) return;
      await run(() => client.ask({ type: 'plan', asOf }));
    },
    cases: async (): Promise<ExportCase[]> => {
      const answer = await desk?.ask({ type: 'export' });
      return Array.isArray(answer) ? answer : [];
    },
    more: () => {
      shown.value += PAGE * 5;
    },
  };
}

export type Board = ReturnType<typeof createBoard>;
