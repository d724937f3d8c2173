import type { PlannerOk } from '@/calculators/deadline-planner/index.ts';
import type { Words } from '../words.ts';

interface TimesProps {
  at: string;
  result: PlannerOk;
  words: Words;
  /** The first of the three is the machine-readable figure of this name. */
  name?: string;
}

/** One moment on three clocks: the platform's, mine, the buyer's. */
export function Times({ at, result, words, name }: TimesProps) {
  const { zones } = result;
  const clocks = [
    { who: 'platform', zone: zones.platform },
    { who: 'mine', zone: zones.mine },
    ...(zones.buyer ? [{ who: 'buyer', zone: zones.buyer }] : []),
  ];
  return (
    <dl class="times">
      {clocks.map(({ who, zone }, i) => {
        const shown = <time dateTime={at}>{words.moment(at, zone)}</time>;
        return (
          <div key={who}>
            <dt>
              {words.own(`view.time.${who}`)} <small>{words.zone(zone, at)}</small>
            </dt>
            <dd>
              {name && i === 0 ? (
                <output name={name} data-value={at} aria-live="off">
                  {shown}
                </output>
              ) : (
                shown
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
