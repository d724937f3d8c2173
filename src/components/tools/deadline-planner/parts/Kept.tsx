import type { Kept, KeptList } from '../kept.model.ts';
import type { Words } from '../words.ts';

interface KeptPartProps {
  kept: KeptList;
  words: Words;
  mine: string;
  /** There is a case of one's own to keep. */
  canKeep: boolean;
  onKeepCase: () => void;
  onOpen: (record: Kept) => void;
  onExport: () => void;
  onImport: (file: File) => void;
}

/** What this browser keeps, because somebody asked for it: to open, to take away, to delete. */
export function KeptPart(props: KeptPartProps) {
  const { kept, words, mine, onOpen, onExport, onImport } = props;
  const { own } = words;
  const list = kept.list.value;
  const readIn = kept.readIn.value;
  return (
    <section class="planner-section kept">
      <h2>{own('page.kept-title')}</h2>
      {kept.refused.value && (
        <p class="notice" role="status">
          {own('page.kept-refused')}
        </p>
      )}
      {list.length === 0 ? (
        <p class="muted">{own('page.kept-none')}</p>
      ) : (
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
      )}
      <p class="button-row">
        <button
          type="button"
          class="action"
          data-keep="case"
          disabled={!props.canKeep}
          onClick={props.onKeepCase}
        >
          {own('board.keep')}
        </button>
        {list.length > 0 && (
          <button type="button" class="action" onClick={onExport}>
            {own('page.kept-export')}
          </button>
        )}
        <label class="action file-choice">
          <input
            type="file"
            name="kept-file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) onImport(file);
              // So that the same file can be chosen again.
              currentTarget.value = '';
            }}
          />
          {own('page.kept-import')}
        </label>
      </p>
      <div role="status">
        {readIn === 'no-such-file' && <p class="notice">{own('page.kept-not-ours')}</p>}
        {readIn !== null && readIn !== 'no-such-file' && (
          <p class={readIn.refused > 0 ? 'notice' : 'muted'}>
            {own('page.kept-read', { count: readIn.added })}
            {readIn.refused > 0 && ` ${own('page.kept-left-out', { count: readIn.refused })}`}
          </p>
        )}
      </div>
    </section>
  );
}
