import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { encode } from '@/calculators/shared/permalink.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { folderOf } from '@/language.ts';
import { copyText } from '../platform/clipboard.ts';
import { readData } from '../platform/embedded.ts';
import { currentAddress } from '../platform/fragment.ts';
import { frameCode } from '../platform/frame-code.ts';
import { onFrameMessage, readOrigin } from '../platform/frame.ts';
import { createWords } from '../tools/shared/words.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useSaid } from '../ui/use-said.ts';

/** What can be put into a frame: the path below the language, and its name. */
export interface EmbeddingPage {
  parts: readonly { path: string; title: string; group: string }[];
  strings: Readonly<Record<string, string>>;
}

interface EmbeddingProps {
  base: string;
  language: Language;
}

const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = ['en', 'zh-CN'] as const;
const FRAME = 'amicable-frame';

/** The code for a frame in somebody's course, and the frame itself with what it says. */
export function Embedding({ base, language }: EmbeddingProps) {
  const page = useMemo(() => readData<EmbeddingPage>(`${base}-data`), []);
  const words = useMemo(() => createWords('exercise', language, page.strings), []);
  const { own } = words;
  const path = useSignal(page.parts[0]?.path ?? '');
  const theme = useSignal<string>('auto');
  const spoken = useSignal<string>(language);
  const parentText = useSignal('https://course.example');
  const here = useSignal('');
  const height = useSignal(600);
  const heard = useSignal('');
  const said = useSaid();
  const isReady = useSignal(false);

  const parent = useComputed(() => readOrigin(parentText.value.trim()));
  const addressFor = (origin: string) => {
    const folder = folderOf(spoken.value as Language);
    const asked = encode({
      parent: origin,
      ...(theme.value === 'auto' ? {} : { theme: theme.value }),
    });
    return `${here.value}/${folder}/${path.value}/embed/${asked}`;
  };
  const title = page.parts.find((part) => part.path === path.value)?.title ?? '';
  const code = frameCode(addressFor(parent.value ?? ''), here.value, title);

  useLayoutEffect(() => {
    here.value = new URL(currentAddress()).origin;
    isReady.value = true;
    return onFrameMessage(FRAME, (message) => {
      if (message.kind === 'size') height.value = message.height;
      else heard.value = JSON.stringify(message.result, null, 2);
    });
  }, []);
  const choose = (signal: { value: string }, value: string) => {
    signal.value = value;
    heard.value = said.value = '';
  };
  return (
    <div class="exercise embedding" id={base}>
      <div class="fields">
        <Select
          id={`${base}-what`}
          name="what"
          label={own('embed.what')}
          value={path.value}
          options={page.parts.map((part) => ({
            value: part.path,
            label: part.title,
            group: part.group,
          }))}
          wide
          onChange={(value) => choose(path, value)}
        />
        <Select
          id={`${base}-language`}
          name="language"
          label={own('embed.language')}
          value={spoken.value}
          options={LANGUAGES.map((value) => ({ value, label: own(`embed.language.${value}`) }))}
          onChange={(value) => choose(spoken, value)}
        />
        <Select
          id={`${base}-theme`}
          name="theme"
          label={own('embed.theme')}
          value={theme.value}
          options={THEMES.map((value) => ({ value, label: own(`embed.theme.${value}`) }))}
          onChange={(value) => choose(theme, value)}
        />
        <TextField
          id={`${base}-parent`}
          name="parent"
          label={own('embed.parent')}
          help={own('embed.parent-help')}
          value={parentText.value}
          error={parent.value === null ? own('embed.parent-error') : undefined}
          wide
          onInput={(value) => (parentText.value = value)}
        />
      </div>
      {isReady.value && parent.value !== null && (
        <section aria-labelledby={`${base}-code`}>
          <h2 id={`${base}-code`}>{own('embed.code')}</h2>
          <pre class="embed-code" tabIndex={0}>
            <code>{code}</code>
          </pre>
          <div class="button-row">
            <button
              type="button"
              class="action primary"
              onClick={() =>
                void copyText(code).then(
                  (done) => (said.value = words.common(done ? 'copied' : 'copy-failed')),
                )
              }
            >
              {own('embed.copy')}
            </button>
          </div>
          <p class="muted" role="status">
            {said.value}
          </p>
        </section>
      )}
      {isReady.value && (
        <section aria-labelledby={`${base}-live`}>
          <h2 id={`${base}-live`}>{own('embed.live')}</h2>
          <iframe
            key={addressFor(here.value)}
            id={FRAME}
            title={title}
            src={addressFor(here.value)}
            height={height.value}
          />
          <h3>{own('embed.heard')}</h3>
          <pre class="embed-heard" role="status" tabIndex={0}>
            {heard.value === '' ? own('embed.nothing-heard') : heard.value}
          </pre>
        </section>
      )}
      <span class="ready" data-ready={isReady.value ? '' : undefined} />
    </div>
  );
}
