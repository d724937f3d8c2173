import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { ListingModel } from '../listing-check.model.ts';
import type { ListingWords } from '../words.ts';

interface ManyLaterProps {
  base: string;
  model: ListingModel;
  words: ListingWords;
}

/** The check of a whole table is fetched when somebody opens it. */
export function ManyLater(props: ManyLaterProps) {
  const { words } = props;
  const Many = useSignal<FunctionComponent<ManyLaterProps> | null>(null);
  const isOpen = useSignal(false);
  const hasFailed = useSignal(false);
  const load = async () => {
    hasFailed.value = false;
    const [loaded] = await Promise.all([
      import('./Many.tsx').catch(() => null),
      props.model.known.settle(),
    ]);
    if (loaded && props.model.known.isHere()) Many.value = loaded.Many;
    else hasFailed.value = true;
  };
  return (
    // On paper what is folded would be opened, and would fetch what nobody asked for.
    <details
      class={isOpen.value ? 'many-listings' : 'many-listings screen-only'}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
        if (event.currentTarget.open && !Many.value) void load();
      }}
    >
      <summary>
        <h2>{words.own('many.title')}</h2>
      </summary>
      {Many.value ? (
        <Many.value {...props} />
      ) : (
        <p class="muted" role="status">
          {words.own(hasFailed.value ? 'many.failed' : 'many.loading')}
        </p>
      )}
    </details>
  );
}
