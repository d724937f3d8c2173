import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { now } from '../../../platform/clock.ts';
import { hasFocus } from '../../../platform/jump.ts';
import { whenSeen } from '../../../platform/seen.ts';
import type { Rest } from '../rest.model.ts';
import type { Words } from '../words.ts';
import { heldRows } from '../session.ts';
import type { Desk, DeskProps } from './Desk.tsx';
import { RowsField } from './RowsField.tsx';

interface DeskDoorProps extends Omit<DeskProps, 'start'> {
  words: Words;
  rest: Rest;
}

/**
 * Where the board and what is kept stand: a field that takes rows at once. All behind it comes when
 * somebody gets near it, types into it, or left rows in this tab; what was typed until then goes along.
 */
export function DeskDoor({ rest, ...props }: DeskDoorProps) {
  const { base, words } = props;
  const { own } = words;
  const here = useRef<HTMLDivElement>(null);
  const part = useSignal<{ Desk: typeof Desk } | null>(null);
  const state = useSignal<'closed' | 'coming' | 'failed'>('closed');
  const start = useMemo(() => ({ text: '', at: '', isExample: false, isFocused: false }), []);
  const open = async () => {
    if (state.peek() === 'coming' || part.peek()) return;
    state.value = 'coming';
    try {
      const [found, came] = await Promise.all([import('./Desk.tsx'), rest.load()]);
      if (!came) throw new Error('The rest did not arrive.');
      start.isFocused = hasFocus(`${base}-board-rows`);
      part.value = found;
    } catch {
      state.value = 'failed';
    }
  };
  useLayoutEffect(() => {
    if (heldRows.read() !== '') void open();
    return here.current ? whenSeen(here.current, () => void open()) : undefined;
  }, []);
  if (part.value) {
    const Part = part.value.Desk;
    return <Part {...props} start={start} />;
  }
  return (
    <div class="tool-more planner-wide no-print" ref={here} onFocusCapture={() => void open()}>
      <section class="planner-section board" id={`${base}-board`}>
        <h2>{own('board.title')}</h2>
        <RowsField
          id={`${base}-board-rows`}
          words={words}
          value={start.text}
          onText={(text) => {
            Object.assign(start, { text, at: now(), isExample: false });
            void open();
          }}
        />
        <div class="button-row">
          <button
            type="button"
            class="action"
            // The board may come between pressing and letting go, and the click would be lost.
            onPointerDown={() => (start.isExample = true)}
            onClick={() => {
              start.isExample = true;
              void open();
            }}
          >
            {own('page.board-example')}
          </button>
        </div>
        <p class="muted" role="status">
          {state.value === 'closed' ? '' : own(`page.rest-${state.value}`)}
        </p>
      </section>
    </div>
  );
}
