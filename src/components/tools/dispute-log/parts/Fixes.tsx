import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import { cell, Part } from './Part.tsx';
import { Bars } from './Plot.tsx';
import type { PartOf } from './parts.ts';

const SHOWN = 5;
type Fix = DisputeLogOk['fixFirst'][number];

/** Where to begin, each with the page that helps, what to look at in the listing, and what half would bring. */
export function Fixes({ base, result, words, folder, classes, ...rest }: PartOf) {
  const { fixFirst, money: sums, counts } = result;
  const { own, count, points, money, some } = words;
  const checks = `/${folder}/tools/listing-check/`;
  const currency = sums?.currency ?? null;
  const name = (fix: Fix) => `${words.cause(fix.cause)} · ${fix.group}`;
  const [first] = fixFirst;
  const title = own('fix.title');
  // Bars are as long as what the list is ranked by, and all of one kind; where that is nothing, as the cases.
  const shown = fixFirst.slice(0, SHOWN);
  const by = (['avoidableMoney', 'avoidableCases'] as const).find((key) =>
    shown.some((fix) => Number(fix[key] ?? 0) > 0),
  );
  const weightOf = (fix: Fix) => (by === undefined ? fix.count : Number(fix[by] ?? 0));
  const saidOf = (fix: Fix) =>
    by === undefined
      ? count(fix.count)
      : by === 'avoidableCases'
        ? some(fix.avoidableCases ?? 0)
        : money(fix.avoidableMoney ?? '0', currency);
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
            desc={own(`fix.desc.${by ?? 'count'}`)}
            bars={shown.map((fix) => ({
              id: `${fix.cause}.${fix.group}`,
              name: name(fix),
              value: weightOf(fix),
              said: saidOf(fix),
            }))}
          />
        )
      }
      table={{
        head: ['cause', 'group', 'count', 'mature', 'mature-count', 'money', 'keep', 'reach'].map(
          (id) => own(`col.${id}`),
        ),
        rows: fixFirst.map((fix) => ({
          id: `${fix.cause}.${fix.by}.${fix.group}`,
          cells: [
            cell(words.cause(fix.cause)),
            cell(`${words.by(fix.by)}${words.colon}${fix.group}`),
            cell(count(fix.count), 'count', fix.count),
            cell(fix.base === null ? '' : count(fix.base), 'base', fix.base),
            cell(
              fix.matureCount === null ? '' : count(fix.matureCount),
              'matureCount',
              fix.matureCount,
            ),
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
        {shown.map((fix) => (
          <li key={`${fix.cause}.${fix.group}`} data-id={`${fix.cause}.${fix.group}`}>
            <strong>{name(fix)}</strong>{' '}
            <span class="muted">
              {words.sentences([
                own(fix.half.money === null ? 'fix.half-cases' : 'fix.half', {
                  cases: fix.count % 2 === 0 ? count(fix.count / 2) : some(fix.count / 2),
                  money: money(fix.half.money, currency),
                }),
                fix.half.den === null || counts.orders === null
                  ? ''
                  : own('fix.half-rate', { points: points(fix.half.num / fix.half.den) }),
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
