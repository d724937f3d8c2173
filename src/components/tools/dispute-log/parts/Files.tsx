import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import type { LogWords } from '../words.ts';

const SHOWN = 12;

/** What was read: every row is used, or listed with the reason why not. */
export function Files({ result, words }: { result: DisputeLogOk; words: LogWords }) {
  const { own, count } = words;
  const { files, refused } = result;
  return (
    <section class="log-files" data-id="files">
      <h2>{own('files-title')}</h2>
      <ul>
        {files.map((file) => (
          <li key={file.name} data-id={file.name}>
            {own('file-line', { name: file.name, used: count(file.used), rows: count(file.rows) })}
            <output name="used" data-value={file.used} aria-live="off" />
            <output name="rows" data-value={file.rows} aria-live="off" />{' '}
            <span class="muted">
              {own('file-kind', {
                kind:
                  file.preset === null
                    ? own(`kind.${file.role}`)
                    : own('known', { preset: own(`below.preset.${file.preset}`) }),
                encoding: file.encoding,
              })}
            </span>
            {file.onlyDisputes && <p data-id="only-disputes">{own('only-disputes')}</p>}
            {(Object.entries(file.leftBy) as [string, number][]).map(([why, amount]) => {
              const rows = file.left.filter((each) => each.why === why).slice(0, SHOWN);
              return (
                <p key={why} data-id={why}>
                  {own('left-line', {
                    why: own(`left.${why}`),
                    rows: words.list(rows.map(({ row }) => String(row))),
                  })}
                  {amount > rows.length &&
                    ` ${own('and-more', { count: count(amount - rows.length) })}`}
                </p>
              );
            })}
            {file.zone !== null && result.zone !== null && (
              <p data-id="zone">
                {own('zone-line', {
                  zone: result.zone,
                  moved: count(file.zone.moved),
                  unzoned: count(file.zone.unzoned),
                })}
              </p>
            )}
            {(
              [
                ['same-order', file.sameOrder],
                ['rounded', file.roundedIds],
                ['letters', file.unreadableLetters],
                ['bad-amounts', file.badAmounts],
                ['bracketed', file.bracketed],
              ] as const
            ).map(([note, amount]) =>
              amount > 0 ? <p key={note}>{own(note, { count: count(amount) })}</p> : null,
            )}
            {file.unclear.map(({ sign, codes, count: amount }) => (
              <p key={sign} data-id="unclear">
                {own('unclear', {
                  sign,
                  list: `${words.list(codes.slice(0, SHOWN))}${codes.length > SHOWN ? ' …' : ''}`,
                  count: count(amount),
                })}
              </p>
            ))}
            {file.taken.map(({ currency, from, count: amount }) => (
              <p key={currency + from} data-id={`taken-${from}`}>
                {own(`taken.${from}`, { currency, count: count(amount) })}
              </p>
            ))}
          </li>
        ))}
        {refused.map(({ name, why }) => (
          <li key={name}>
            {own('unread')}
            {words.colon}
            {own(`refused.${why}`, { name })}
          </li>
        ))}
      </ul>
    </section>
  );
}
