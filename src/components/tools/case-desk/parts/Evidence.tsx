import { readEvidence } from '../../../platform/evidence.ts';
import { useSaid } from '../../../ui/use-said.ts';
import type { PartProps } from './Detail.tsx';
import { Part } from './Part.tsx';

/** What this cause needs, what of it is there, and the files that hold it. */
export function Evidence({ page, words, detail, folder, change, isOpen }: PartProps) {
  const { own } = words;
  const { one, evidence } = detail;
  const said = useSaid();
  const files = one.evidence?.files ?? [];
  const inIt = evidence
    ? words.of(evidence.items.filter(({ isTicked }) => isTicked).length, evidence.items.length)
    : words.count(files.length);
  return (
    <Part name="evidence" title={own('evidence.title')} count={inIt} isOpen={isOpen('evidence')}>
      {evidence ? (
        <>
          {evidence.items.map(({ id, isTicked }) => (
            <label key={id} class="check" data-item={id}>
              <input
                type="checkbox"
                checked={isTicked}
                onChange={({ currentTarget }) =>
                  change({ type: 'tick', item: id, isTicked: currentTarget.checked })
                }
              />
              {words.item(id)}
            </label>
          ))}
          <p class="muted">
            <a href={`/${folder}/${evidence.page}/`}>
              {page.pages[evidence.page] ?? evidence.page}
            </a>
          </p>
        </>
      ) : (
        <p class="muted">{own('evidence.no-cause')}</p>
      )}
      {files.length > 0 && (
        <ul class="desk-files">
          {files.map((file) => (
            <li key={`${file.name} ${file.sha256 ?? ''}`}>
              {file.name}{' '}
              <span class="muted">
                {file.modifiedAt && words.at(file.modifiedAt)}{' '}
                {file.sha256 && <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="button-row">
        {(['folder', 'files'] as const).map((kind) => (
          <label key={kind} class="action file-choice">
            <input
              type="file"
              name={`evidence.${kind}`}
              multiple
              {...(kind === 'folder' ? { webkitdirectory: true } : {})}
              onChange={({ currentTarget }) => {
                const chosen = [...(currentTarget.files ?? [])];
                currentTarget.value = '';
                void readEvidence(chosen).then(({ found, unread }) => {
                  change({
                    type: 'files',
                    files: found.map(({ sha256, ...file }) => ({
                      ...file,
                      ...(sha256 ? { sha256 } : {}),
                    })),
                  });
                  said.value = own(unread > 0 ? 'evidence.some' : 'evidence.read', {
                    count: found.length,
                    unread,
                  });
                });
              }}
            />
            {own(`evidence.${kind}`)}
          </label>
        ))}
      </p>
      <p class="muted" role="status">
        {said.value || own('evidence.stays')}
      </p>
    </Part>
  );
}
