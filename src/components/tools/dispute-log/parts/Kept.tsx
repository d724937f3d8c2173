import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import { openStore } from '../../../platform/storage.ts';
import type { LogWords } from '../words.ts';

/** What is kept of a report: totals, never a row. */
interface Summary {
  day: string;
  orders: number | null;
  disputed: number | null;
  cases: number;
  causes: Record<string, number>;
}

const MOST = 60;
const isSummary = (held: unknown): held is Summary =>
  typeof held === 'object' &&
  held !== null &&
  typeof (held as Summary).day === 'string' &&
  typeof (held as Summary).cases === 'number';

/** Keeps the totals of this report on this device, where the person asks for it. */
export function Kept({ result, words }: { result: DisputeLogOk; words: LogWords }) {
  const { own, count } = words;
  const store = openStore('dispute-log');
  const kept = useSignal<readonly Summary[]>([]);
  const said = useSignal('');
  const read = () => {
    const held = store.read('summaries');
    return Array.isArray(held) ? held.filter(isSummary).slice(0, MOST) : [];
  };
  useLayoutEffect(() => {
    kept.value = read();
  }, []);
  const keep = () => {
    const { asOf, counts, causes } = result;
    const summary: Summary = {
      day: asOf.slice(0, 10),
      orders: counts.orders,
      disputed: counts.disputedOrders,
      cases: counts.cases,
      causes: Object.fromEntries(causes.map(({ id, count: cases }) => [id, cases])),
    };
    const next = [summary, ...read().filter(({ day }) => day !== summary.day)].slice(0, MOST);
    said.value = own(store.write('summaries', next) ? 'keep.kept' : 'keep.full');
    kept.value = read();
  };
  return (
    <section class="log-kept" data-id="kept">
      <h2>{own('keep.title')}</h2>
      <p class="muted">{own('keep.note')}</p>
      <div class="button-row">
        <button type="button" class="action" onClick={keep}>
          {own('keep.do')}
        </button>
        {kept.value.length > 0 && (
          <button
            type="button"
            class="action"
            onClick={() => {
              store.remove('summaries');
              kept.value = [];
              said.value = '';
            }}
          >
            {own('keep.delete')}
          </button>
        )}
      </div>
      <p role="status">{said.value}</p>
      <ul>
        {kept.value.map(({ day, orders, disputed, cases }) => (
          <li key={day} data-id={day}>
            {own('keep.line', {
              day,
              orders: orders === null ? '–' : count(orders),
              disputed: disputed === null ? '–' : count(disputed),
              cases: count(cases),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
