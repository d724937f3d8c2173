import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Language } from '@/calculators/shared/rule.ts';
import { replay, takeEarly } from '../../platform/early.ts';
import { readData } from '../../platform/embedded.ts';
import { focusOn, follow } from '../../platform/jump.ts';
import { createWords } from '../../tools/shared/words.ts';
import { TextField } from '../../ui/TextField.tsx';

export interface NumbersPage {
  ids: readonly string[];
  strings: Readonly<Record<string, string>>;
}

interface NumbersProps {
  base: string;
  language: Language;
}

/** A number as people read it off a board: in any case, any dash, any width. */
const idOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s_\p{Pd}]+/gu, '-');

/** The field in which the number of a practice order is typed. */
export function Numbers({ base, language }: NumbersProps) {
  const page = useMemo(() => readData<NumbersPage>(`${base}-data`), []);
  const { own } = useMemo(() => createWords('play', language, page.strings), []);
  const early = useMemo(() => (import.meta.env.SSR ? [] : takeEarly(base)), []);
  const text = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  const isReady = useSignal(false);
  useLayoutEffect(() => {
    replay(early);
    isReady.value = true;
  }, []);
  const open = () => {
    const id = idOf(text.value);
    const found = page.ids.find((each) => each === id || each === `demo-${id}`);
    if (found) return follow(`number-${found}`);
    error.value =
      id === ''
        ? own('number-empty')
        : own('number-error', { given: text.value.trim().slice(0, 40) });
    focusOn(`${base}-number`);
  };
  return (
    <form
      id={base}
      class="numbers"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <TextField
        id={`${base}-number`}
        name="number"
        label={own('number')}
        help={own('number-help')}
        value={text.value}
        error={error.value}
        onInput={(value) => {
          text.value = value;
          error.value = undefined;
        }}
      />
      <button type="submit" class="action primary">
        {own('open')}
      </button>
      <p class="muted">
        <span class="ready" role="status" data-ready={isReady.value ? '' : undefined}>
          {isReady.value ? own('ready') : ''}
        </span>
      </p>
    </form>
  );
}
