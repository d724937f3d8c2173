import type { Kept, KeptList } from '../kept.model.ts';
import type { Words } from '../words.ts';

interface KeptPartProps {
  kept: KeptList;
  words: Words;
  mine: string;
  onOpen: (record: Kept) => void;
  onExport: () => void;
}

/** What this browser keeps, because somebody asked for it: to open, to take away, to delete. */
export function KeptPart({ kept, words, mine, onOpen, onExport }: KeptPartProps) {
  const { own } = words;
  const list = kept.list.value;
  if (list.length === 0 && !kept.refused.value) return null;
  return (
    <section class="planner-section kept">
      <h2>{own('page.kept-title')}</h2>
      {kept.refused.value && (
        <p class="notice" role="status">
          {own('page.kept-refused')}
        </p>
      )}
      <ul class="kept-list">
        {list.map((record) => (
          <li key={record.key} data-id={record.key}>
            <span>
              {own(`page.kept-${record.kind}`, { name: record.name })}{' '}
              <span class="muted">
                {own('page.kept-since', { at: words.moment(record.keptAt, mine) })}
              </span>
            </span>
            <span class="button-row">
              <button type="button" class="action" onClick={() => onOpen(record)}>
                {own('page.kept-open')}
              </button>
              <button type="button" class="action" onClick={() => kept.forget(record.key)}>
                {own('board.forget')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {list.length > 0 && (
        <p class="button-row">
          <button type="button" class="action" onClick={onExport}>
            {own('page.kept-export')}
          </button>
        </p>
      )}
    </section>
  );
}
