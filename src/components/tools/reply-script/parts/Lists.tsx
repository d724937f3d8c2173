import type { Kept } from '../kept.model.ts';
import type { Library } from '../library.ts';
import type { Words } from '../words.ts';

interface ListsProps {
  kept: Kept;
  known: Library;
  words: Words;
  onPick: (situation: string) => void;
}

/** Favourite and recent situations: one press to open, one to delete. */
export function Lists({ kept, known, words, onPick }: ListsProps) {
  const { language, own } = words;
  const list = (
    name: 'favourites' | 'recent',
    ids: readonly string[],
    remove: (id: string) => void,
    removeLabel: string,
    clear: () => void,
  ) => (
    <div data-list={name}>
      <h3>{own(name)}</h3>
      {ids.length === 0 ? (
        <p class="muted">{own(`page.no-${name}`)}</p>
      ) : (
        <>
          <ul class="chips">
            {ids.map((id) => {
              const title = known.titleOf(id)?.[language] ?? id;
              return (
                <li key={id} data-id={id}>
                  <button type="button" class="link-button" onClick={() => onPick(id)}>
                    {title}
                  </button>{' '}
                  <button
                    type="button"
                    class="remove"
                    aria-label={`${removeLabel}${words.colon}${title}`}
                    title={removeLabel}
                    onClick={() => remove(id)}
                  >
                    ×
                  </button>
                </li>
              );
            })}
          </ul>
          <p>
            <button type="button" class="link-button" onClick={clear}>
              {own('recent.clear')}
            </button>
          </p>
        </>
      )}
    </div>
  );
  return (
    <section class="reply-lists" aria-labelledby={'reply-script-lists-title'}>
      <h2 id={'reply-script-lists-title'}>{own('page.lists')}</h2>
      {list(
        'favourites',
        kept.favourites.value,
        kept.toggleFavourite,
        own('favourite.remove'),
        kept.clearFavourites,
      )}
      {list('recent', kept.recent.value, kept.removeRecent, own('recent.remove'), kept.clearRecent)}
      <label class="check">
        <input
          type="checkbox"
          name="keep-recent"
          checked={kept.keepsRecent.value}
          onChange={({ currentTarget }) => {
            currentTarget.checked = kept.setKeepsRecent(currentTarget.checked);
          }}
        />
        <span>{own('page.keep-recent')}</span>
      </label>
      <p class="muted" role="status">
        {own(kept.refused.value ? 'page.refused' : 'page.lists-note')}
      </p>
    </section>
  );
}
