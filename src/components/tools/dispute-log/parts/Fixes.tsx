import { cell, Part } from './Part.tsx';
import { Bars } from './Plot.tsx';
import type { PartOf } from './parts.ts';

const SHOWN = 5;

/** Where to begin, each with the page that helps, what to look at in the listing, and what half would bring. */
export function Fixes({ base, result, words, folder, classes, ...rest }: PartOf) {
  const { fixFirst, money: sums, counts } = result;
  const { own, count, rate, money, some } = words;
  const checks = `/${folder}/tools/listing-check/`;
  const currency = sums?.currency ?? null;
  const name = (fix: (typeof fixFirst)[number]) => `${words.cause(fix.cause)} · ${fix.group}`;
  const [first] = fixFirst;
  const title = own('fix.title');
  return (
    <Part
      {...rest}
      words={words}
      folder={folder}
      id="fix"
      title={title}
      say={[
        first
          ? own('fix.sentence', {
              cause: words.cause(first.cause),
              by: words.by(first.by),
              group: first.group,
              count: count(first.count),
              money: money(first.money, currency),
            })
          : own('fix.none'),
      ]}
      chart={
        fixFirst.length > 1 && (
          <Bars
            id={`${base}-fix`}
            title={title}
            desc={own('fix.why')}
            bars={fixFirst.slice(0, SHOWN).map((fix) => ({
              id: `${fix.cause}.${fix.group}`,
              name: name(fix),
              value: fix.money === null ? fix.count : Number(fix.money),
              said: fix.money === null ? count(fix.count) : money(fix.money, currency),
            }))}
          />
        )
      }
      table={{
        head: ['cause', 'group', 'count', 'orders', 'money', 'keep', 'reach'].map((id) =>
          own(`col.${id}`),
        ),
        rows: fixFirst.map((fix) => ({
          id: `${fix.cause}.${fix.by}.${fix.group}`,
          cells: [
            cell(words.cause(fix.cause)),
            cell(`${words.by(fix.by)}${words.colon}${fix.group}`),
            cell(count(fix.count), 'count', fix.count),
            cell(fix.base === null ? '' : count(fix.base), 'base', fix.base),
            cell(money(fix.money, currency), 'money', fix.money),
            cell(
              fix.avoidableMoney !== null
                ? money(fix.avoidableMoney, currency)
                : fix.avoidableCases !== null
                  ? some(fix.avoidableCases)
                  : '',
              'avoidableMoney',
              fix.avoidableMoney,
            ),
            cell(own(`reach.${fix.reach}`)),
          ],
        })),
      }}
      why={own('fix.why')}
    >
      <ol class="log-fixes">
        {fixFirst.slice(0, SHOWN).map((fix) => (
          <li key={`${fix.cause}.${fix.group}`} data-id={`${fix.cause}.${fix.group}`}>
            <strong>{name(fix)}</strong>{' '}
            <span class="muted">
              {words.sentences([
                own('fix.half', {
                  cases: some(fix.half.num / 2),
                  money: money(fix.half.money, currency),
                }),
                fix.half.den === null || counts.orders === null
                  ? ''
                  : own('fix.half-rate', { rate: rate(fix.half.num / fix.half.den) }),
              ])}
            </span>
            <br />
            <span class="muted">{own('fix.says')}</span> {own(`says.${fix.cause}`)}
            <br />
            <a href={`/${folder}/${fix.page}/`}>
              {own('see-page', { page: words.cause(fix.cause) })}
            </a>
            {fix.listing.length > 0 && (
              <>
                <br />
                <span class="muted">{own('fix.listing')}</span>{' '}
                {fix.listing.map((id, i) => (
                  <span key={id} data-id={id}>
                    {i > 0 && ' · '}
                    <a href={checks}>{classes[id] ?? id}</a>
                  </span>
                ))}
              </>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}
