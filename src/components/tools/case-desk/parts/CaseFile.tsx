import { Cited } from '../../shared/Why.tsx';
import type { PartProps } from './Detail.tsx';
import { entriesOf } from './Timeline.tsx';

/** The case on paper: what a platform or a superior would ask for. */
export function CaseFile({ page, desk, words, detail }: PartProps) {
  const { own } = words;
  const { one, judged, evidence } = detail;
  const day = desk.answer.value.view.asOf.slice(0, 10);
  const files = one.evidence?.files ?? [];
  const rules = new Set([
    ...(judged.next?.ruleIds ?? []),
    ...judged.clocks.filter(({ status }) => status !== 'waiting').map(({ ruleId }) => ruleId),
  ]);
  return (
    <div class="print-only case-file">
      <h3>{own('file.order')}</h3>
      <p>
        {[
          words.platform(judged.platform),
          one.order?.id,
          one.order?.item,
          one.order?.price && words.money(one.order.price, one.order.currency ?? null),
          one.buyer?.country && words.country(one.buyer.country),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        {words.clockNamed(
          desk.answer.value.view.asOf,
          ...judged.clocks.flatMap(({ dueAt }) => dueAt ?? []),
        )}
      </p>
      <h3>{own('dates.title')}</h3>
      <ul>
        {judged.clocks
          .filter(({ dueAt }) => dueAt !== null)
          .map((clock) => (
            <li key={clock.id}>
              {words.clock(clock.id)}
              {words.colon}
              {words.at(clock.dueAt ?? '')} ({own(`clock.${clock.status}`)})
            </li>
          ))}
      </ul>
      <h3>{own('timeline.title')}</h3>
      <ul>
        {entriesOf(one, words).map((entry) => (
          <li key={`${entry.at} ${entry.what} ${entry.text.slice(0, 20)}`}>
            {words.at(entry.at)} · {entry.what}
            {entry.text && `${words.colon}${entry.text}`}
          </li>
        ))}
      </ul>
      {(evidence || files.length > 0) && <h3>{own('evidence.title')}</h3>}
      {evidence && (
        <ul>
          {evidence.items.map(({ id, isTicked }) => (
            <li key={id}>
              {isTicked ? '☑' : '☐'} {words.item(id)}
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{own('file.name')}</th>
              <th scope="col">{own('file.time')}</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={`${file.name} ${file.sha256 ?? ''}`}>
                <td>{file.name}</td>
                <td>{file.modifiedAt ? words.at(file.modifiedAt) : ''}</td>
                <td>
                  <code>{file.sha256 ?? '–'}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rules.size > 0 && (
        <>
          <h3>{own('case.rules')}</h3>
          <ul>
            {[...rules].map((id) => {
              const rule = page.rules.find((each) => each.id === id);
              const cited = page.content.rules.find((each) => each.id === id);
              if (!rule || !cited) return <li key={id}>{id}</li>;
              const { address } = rule;
              return <Cited key={id} rule={{ ...cited, address }} day={day} words={words} />;
            })}
          </ul>
        </>
      )}
    </div>
  );
}
