import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import { Bars } from './Plot.tsx';
import { cell, Part } from './Part.tsx';
import type { PartOf } from './parts.ts';

/** Causes that together make at least this share are “the few”. */
const MOST_OF_ALL = 0.8;

const states = ({ counts }: DisputeLogOk, { words }: Pick<PartOf, 'words'>) => {
  const { own, count } = words;
  return words.list(
    Object.entries(counts.states)
      .filter(([name, cases]) => cases > 0 && name !== 'unsaid')
      .map(([name, cases]) => [own(`state.${name}`), count(cases)].join('\u00a0')),
  );
};

/** What people complain about: causes by number and by money. */
export function Causes({ base, result, words, ...rest }: PartOf) {
  const { own, count, share, money } = words;
  const { causes, money: sums, unknownReasons } = result;
  const few = causes.findIndex(({ cumulative }) => Number(cumulative) >= MOST_OF_ALL) + 1;
  const ended = states(result, { words });
  const byMoney = [...causes].sort((a, b) => Number(b.moneyShare ?? 0) - Number(a.moneyShare ?? 0));
  const [dearest] = byMoney;
  const costliest =
    dearest?.moneyShare == null
      ? null
      : { cause: words.cause(dearest.id), share: share(dearest.moneyShare) };
  const costly = byMoney.filter((cause) => Number(cause.money ?? 0) > 0);
  const title = own('causes.title');
  return (
    <Part
      {...rest}
      words={words}
      id="causes"
      title={title}
      say={[
        causes.length === 0
          ? own('causes.none')
          : own('causes.sentence', {
              few: count(few),
              all: count(causes.length),
              share: share(causes[few - 1]?.cumulative ?? 1),
            }),
        costliest ? own('causes.by-money', costliest) : '',
        ended === '' ? '' : own('causes.states', { list: ended }),
        unknownReasons.codes.length === 0
          ? ''
          : own('causes.unknown', {
              list: words.list(
                unknownReasons.codes
                  .slice(0, 12)
                  .map((code) => `${code.text} (${count(code.count)})`),
              ),
            }),
      ]}
      chart={
        causes.length > 0 && (
          <>
            <Bars
              id={`${base}-causes`}
              title={title}
              desc={own('causes.desc')}
              bars={causes.map((cause) => ({
                id: cause.id,
                name: words.cause(cause.id),
                value: cause.count,
                said: `${count(cause.count)} · ${share(cause.cumulative)}`,
              }))}
            />
            {costly.length > 0 && (
              <Bars
                id={`${base}-causes-money`}
                title={own('causes.money-title')}
                desc={own('causes.money-desc')}
                bars={costly.map((cause, i) => ({
                  id: cause.id,
                  name: words.cause(cause.id),
                  value: Number(cause.money),
                  said: `${money(cause.money, sums?.currency ?? null)} · ${share(
                    costly.slice(0, i + 1).reduce((sum, each) => sum + Number(each.moneyShare), 0),
                  )}`,
                }))}
              />
            )}
          </>
        )
      }
      table={{
        head: ['cause', 'count', 'share', 'cumulative', 'money'].map((name) => own(`col.${name}`)),
        rows: causes.map((cause) => ({
          id: cause.id,
          cells: [
            cell(words.cause(cause.id)),
            cell(count(cause.count), 'count', cause.count),
            cell(share(cause.share), 'share', cause.share),
            cell(share(cause.cumulative), 'cumulative', cause.cumulative),
            cell(money(cause.money, sums?.currency ?? null), 'money', cause.money),
          ],
        })),
      }}
      help={{ page: 'playbooks/desk/case-log', title: own('page.causes') }}
      why={own('causes.why', { currency: sums?.currency ?? own('causes.own') })}
    />
  );
}
